"""What the head of a page says: meta tags, links, title, microdata."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from newscrawl.text.clean import squeeze

if TYPE_CHECKING:
    from lxml.etree import _Element

_PUBLISHED = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "pubdate",
    "publish-date",
    "publishdate",
    "publish_date",
    "publication_date",
    "date.publish",
    "article.published",
    "published-date",
    "dc.date.issued",
    "dcterms.created",
    "dcterms.date",
    "dc.date",
    "dcterms.issued",
    "dc.date.created",
    "citation_date",
    "originalpublicationdate",
    "displaydate",
    "article_date_original",
    "date",
    "creation_date",
    "datepublished",
    "timestamp",
    "iso-8601-publish-date",
    "article:published",
    "vr:published_time",
    "rnews:datepublished",
    "cdate",
)
_MODIFIED = (
    "article:modified_time",
    "og:updated_time",
    "og:article:modified_time",
    "last-modified",
    "lastmod",
    "dcterms.modified",
    "dc.date.modified",
    "revised",
    "datemodified",
    "article.updated",
    "cxenseparse:recs:modifiedtime",
    "lastupdated",
)
_AUTHOR = (
    "author",
    "article:author_name",
    "byl",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "article:author",
    "og:article:author",
    "twitter:creator_name",
    "cxenseparse:author",
    "dc.contributor",
    "citation_author",
)
_SECTION = (
    "article:section",
    "og:article:section",
    "parsely-section",
    "section",
    "category",
    "sailthru.section",
    "cxenseparse:section",
)
_RELATIONS = frozenset({"canonical", "amphtml", "next"})


@dataclass(slots=True)
class Head:
    """The head's statements, as ``(value, name of the tag)`` in order of trust."""

    tags: dict[str, list[str]] = field(default_factory=dict)
    title: str | None = None
    canonical: str | None = None
    amp: str | None = None
    next_page: str | None = None
    language: str | None = None
    props: dict[str, list[str]] = field(default_factory=dict)

    def first(self, *names: str) -> tuple[str, str] | None:
        """The first value among these tags, with the tag's name."""
        for name in names:
            values = self.tags.get(name)
            if values:
                return values[0], name
        return None

    def published(self) -> list[tuple[str, str]]:
        """Times of publication, the most trusted first."""
        return [(self.tags[n][0], n) for n in _PUBLISHED if n in self.tags]

    def modified(self) -> list[tuple[str, str]]:
        """Times of the last change, the most trusted first."""
        return [(self.tags[n][0], n) for n in _MODIFIED if n in self.tags]

    def authors(self) -> tuple[list[str], str] | None:
        """Names given as authors; addresses of profiles are none."""
        for name in _AUTHOR:
            values = [v for v in self.tags.get(name, []) if not v.startswith("http")]
            if values:
                return values, name
        return None

    def section(self) -> tuple[str, str] | None:
        """The section the article is filed under."""
        return self.first(*_SECTION)


def read_head(root: _Element, url: str) -> Head:
    """Read the head in one pass; tags outside it count too, as pages do that."""
    head = Head(
        language=root.get("lang")
        or root.get("{http://www.w3.org/XML/1998/namespace}lang")
    )
    base = url
    for element in root.iter("meta", "link", "title", "base"):
        tag = element.tag
        if tag == "meta":
            _meta(head, element)
        elif tag == "title":
            if (
                head.title is None
                and element.getparent() is not None
                and element.getparent().tag != "svg"
            ):
                head.title = squeeze("".join(element.itertext())) or None
        elif tag == "base":
            base = _join(url, element.get("href") or "") or url
        else:
            _link(head, element, base)
    return head


def _meta(head: Head, element: _Element) -> None:
    value = element.get("content") or element.get("value")  # which some write for it
    if not value:
        return
    value = squeeze(value[:20_000])
    if not value:
        return
    prop = element.get("itemprop")
    if prop:
        head.props.setdefault(prop, []).append(value)
    name = element.get("property") or element.get("name")
    if name is None:
        equivalent = (element.get("http-equiv") or "").lower()
        name = (
            equivalent if equivalent in {"content-language", "last-modified"} else None
        )
    if name:
        head.tags.setdefault(name.strip().lower(), []).append(value)


def _link(head: Head, element: _Element, base: str) -> None:
    rel = (element.get("rel") or "").lower()
    href = element.get("href") if rel in _RELATIONS else None
    if not href:
        return
    if rel == "canonical" and head.canonical is None:
        head.canonical = _join(base, href)
    elif rel == "amphtml" and head.amp is None:
        head.amp = _join(base, href)
    elif rel == "next" and head.next_page is None:
        head.next_page = _join(base, href)


def _join(base: str, href: str) -> str | None:
    try:
        joined = urljoin(base, href.strip())
    except ValueError:
        return None
    return joined if joined.startswith(("http://", "https://")) else None
