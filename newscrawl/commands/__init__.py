"""Commands beside Scrapy's own."""
