"""A small invented news world on loopback: demo, whole-crawl tests, benchmarks."""
