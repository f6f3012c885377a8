"""HTML and XML to raw values, each with the reader that gave it."""
