"""Which address looks like an article and which like the way to one: shapes only."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

_FILE = re.compile(
    r"\.(?:jpe?g|png|gif|webp|avif|svg|ico|css|js|json|xml|rss|atom|pdf|zip|gz|apk|mp[34]"
    r"|m3u8|webm|docx?|xlsx?|ics|txt)\Z",
    re.I,
)
# A folder of this name leads to lists, people, accounts or offers, not to a story.
_LIST_FOLDERS = frozenset(
    re.findall(
        r"\S+",
        """tag tags topic topics category categories author authors byline reporter
        search login signin signup register subscribe subscription subscriptions account
        profile user users members about about-us contact contact-us privacy
        privacy-policy terms terms-of-use disclaimer advertise advertising careers jobs
        sitemap rss feed feeds archive archives calendar page share newsletter
        newsletters epaper e-paper podcast podcasts shop store cart help faq feedback
        cdn-cgi wp-login.php wp-admin wp-json tema temas etiqueta etiquetas autor
        autores categoria categorias schlagwort thema label labels keyword keywords
        theme staff comments rubrik tagged""",
    )
)
# Of these the folder may also hold stories, when the address ends like one.
_MIXED_FOLDERS = frozenset(
    {"archive", "archives", "podcast", "podcasts", "newsletter", "newsletters", "feed"}
)
_SHARING = re.compile(
    r"(?:\A|/)(?:share(?:r|article)?(?:\.php)?|intent/tweet|sendto)(?:/|\Z)", re.I
)
_DATE_ARCHIVE = re.compile(
    r"/(?:19|20|21)\d\d(?:[/-](?:\d{1,2}|[a-z]{3,9}))?(?:[/-]\d{1,2})?/?\Z", re.I
)
_PAGE_FOLDER = re.compile(r"/(?:page|pagina|seite|p)[/-]?\d{1,5}/?\Z", re.I)
_DATED = re.compile(r"/(?:19|20)\d\d[/-]?(?:0?\d|1[0-2]|[a-z]{3})(?:[/-]|\d\d)", re.I)
# A number that names: long, or of four digits and no year.
_LONG_ID = re.compile(
    r"\d{5,}|[0-9a-f]{8}-[0-9a-f]{4}|[-_/][a-z]?(?!(?:19|20)\d\d(?!\d))\d{4}", re.I
)
_QUERY_ID = re.compile(
    r"(?:^|&)(?:p|id|nid|aid|artid|articleid|article_id|newsid|news_id|story|storyid|sid"
    r"|post|itemid)=\w*\d",
    re.I,
)
_LISTING_QUERY = re.compile(
    r"(?:^|&)(?:(?:page|paged|pg)=\d|(?:s|q|query|search|cat|tag|author|month|year|date"
    r"|day|sort|offset|start|share|replytocom|feed)=)",
    re.I,
)
_WORD = re.compile(r"[^\W\d_]{2,}")


def article_shape(url: str) -> int:
    """How much an address looks like a story's: below 0 it is none, 2 and more it is.

    >>> article_shape("https://x.in/world/river-rises-after-rain-in-the-north-7012345")
    4
    >>> article_shape("https://x.in/tag/river") < 0
    True
    >>> article_shape("https://x.in/world/")
    0
    """
    try:
        parts = urlsplit(url)
    except ValueError:
        return -1
    path, query = parts.path, parts.query
    folders = [f.lower() for f in path.split("/") if f]
    if not folders and not _QUERY_ID.search(query):
        return -1
    if _FILE.search(path) or (folders and folders[-1] in _LIST_FOLDERS):
        return -1
    lists = _LIST_FOLDERS.intersection(folders)
    if lists and not (lists <= _MIXED_FOLDERS and _LONG_ID.search("/" + folders[-1])):
        return -1
    return -1 if is_trap(url) else _score(path, query, folders)


def is_trap(url: str) -> bool:
    """Whether an address is a calendar, a date archive, a search or a numbered page.

    >>> is_trap("https://x.in/2031/12/"), is_trap("https://x.in/a?month=2031-12")
    (True, True)
    """
    path, _, query = url.partition("?")
    if _SHARING.search(path.partition("//")[2].partition("/")[2][:200]):
        return True
    archive = _DATE_ARCHIVE.search(path)
    if archive:
        # "/a-slug-of-several-words/2014-12-30" is a story with its day behind it.
        before = path[: archive.start()].rpartition("/")[2]
        if len(_WORD.findall(before)) < 4:
            return True
    if _PAGE_FOLDER.search(path):
        return True
    return bool(_LISTING_QUERY.search(query)) and not _QUERY_ID.search(query)


def _score(path: str, query: str, folders: list[str]) -> int:
    slug = unquote(folders[-1]) if folders else ""
    slugs = [slug] if len(folders) < 2 else [slug, unquote(folders[-2])]
    words = max(len(_WORD.findall(s)) for s in slugs) if slugs else 0
    score = 2 if words >= 4 else 1 if words >= 3 else 0
    score += 2 if _DATED.search(path) else 0
    score += 2 if _LONG_ID.search(path) or _QUERY_ID.search(query) else 0
    if slug.endswith((".html", ".htm", ".ece", ".cms", ".vnp", ".php")) and words:
        score += 1
    return score
