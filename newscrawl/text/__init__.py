"""Rules about words. Standard library only: no HTML, no Scrapy, no input or output."""
