"""What becomes of an article: one class, one verb, one file."""
