"""The spiders: one base, a few lines for each agency."""
