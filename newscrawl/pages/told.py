"""What a page's head and its JSON-LD tell of the article, as raw values."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urljoin

from newscrawl.text.clean import squeeze

if TYPE_CHECKING:
    from newscrawl.pages.jsonld import LinkedData
    from newscrawl.pages.meta import Head
    from newscrawl.pages.page import Page
    from newscrawl.pages.raw import RawArticle


def head_values(raw: RawArticle, head: Head, linked: LinkedData) -> None:
    """Note times, authors, section, keywords, language, site and addresses."""
    raw.add("published", linked.published, "jsonld")
    raw.add("modified", linked.modified, "jsonld")
    for value, name in head.published()[:4]:
        raw.add("published", value, "meta:" + name)
    for value, name in head.modified()[:3]:
        raw.add("modified", value, "meta:" + name)
    for name in ("datePublished", "dateCreated"):
        for value in head.props.get(name, [])[:1]:
            raw.add("published", value, "microdata")
    for value in head.props.get("dateModified", [])[:1]:
        raw.add("modified", value, "microdata")
    for author, kind in linked.authors:
        # A template that joins name and house leaves the comma where the name lacks.
        if not author.startswith(","):
            raw.add("author", author, "jsonld:" + kind if kind else "jsonld")
    authors = head.authors()
    for author in authors[0] if authors else ():
        raw.add("author", author, "meta:" + authors[1])  # type: ignore[index]
    raw.add("section", linked.section, "jsonld")
    section = head.section()
    if section:
        raw.add("section", section[0], "meta:" + section[1])
    for word in linked.keywords[:50]:
        raw.add("keyword", word, "jsonld")
    for tags in ("news_keywords", "keywords", "article:tag", "parsely-tags"):
        for value in head.tags.get(tags, [])[:50]:
            for word in value.split(",")[:50]:
                raw.add("keyword", word.strip(), "meta:" + tags)
    described = head.first("og:description", "description", "twitter:description")
    raw.add("description", linked.description, "jsonld")
    if described:
        raw.add("description", described[0], "meta:" + described[1])
    raw.add("alternative_headline", linked.alternative, "jsonld")
    raw.add("language", linked.language, "jsonld")
    raw.add("language", head.language, "html")
    locale = head.first("content-language", "og:locale", "language", "dc.language")
    if locale:
        raw.add("language", locale[0], "meta:" + locale[1])
    raw.add("site", linked.publisher, "jsonld")
    site = head.first("og:site_name", "application-name", "apple-mobile-web-app-title")
    if site:
        raw.add("site", site[0], "meta:" + site[1])
    raw.add("canonical", head.canonical, "link")
    shared = head.first("og:url")
    if shared:
        raw.add("canonical", shared[0], "meta:og:url")
    raw.free = linked.free
    tier = head.first("article:content_tier", "content_tier")
    if raw.free is None and tier:
        raw.free = tier[0].lower() in {"free", "open"}
    raw.add("og_type", (head.first("og:type") or ("", ""))[0], "meta")


def lead_image(raw: RawArticle, page: Page, head: Head, linked: LinkedData) -> None:
    """Note the lead picture with caption and credit."""
    shared = head.first("og:image", "og:image:url", "twitter:image")
    address = linked.image or (shared[0] if shared else None)
    if not address:
        return
    try:
        address = urljoin(page.url, address.strip())
    except ValueError:
        return
    if not address.startswith(("http://", "https://")):
        return
    caption = linked.caption
    if caption is None:
        figure = next(page.root.iter("figcaption"), None)
        caption = (
            squeeze("".join(figure.itertext()))[:600] if figure is not None else None
        )
    raw.image = (address, caption or None, linked.credit)
