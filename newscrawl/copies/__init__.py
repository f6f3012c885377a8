"""Same story or not: shingles, sketch, index, alignment, joining. No Scrapy, no SQL."""
