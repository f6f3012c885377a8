"""Between Scrapy's engine and the network, and between the engine and the spiders."""
