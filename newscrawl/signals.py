"""Scrapy signals of this project.

``page_rejected`` is sent once for every page that ends without a line and is no item
yet: ``url``, ``outlet``, ``reason`` (one word, counted) and ``detail``; of a page that
was read also ``headline`` and ``published``, which it tells all the same. Items that a
pipeline drops arrive by Scrapy's own ``item_dropped``.

``source_read`` is sent for every feed, sitemap or section that answered: ``outlet``,
``url``, ``kind``, ``entries`` (number found) and ``note`` (``None`` or what was wrong).
"""

from __future__ import annotations

page_rejected = object()
source_read = object()
