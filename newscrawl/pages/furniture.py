"""Class and id names that mark a part of a page as furniture, not article."""

from __future__ import annotations

import re
from functools import lru_cache

from newscrawl.text.wordsearch import AnyWord

# Each group is named by its reason; matched against one class or id token at a time.
_GROUPS = {
    "comments": r"comments?(?:s|list|area|section|wrap)?|disqus|respond|discussion",
    "share": r"shar(?:e|ing|ers?|edaddy)|social|sns|addthis|addtoany|follow",
    "related": (
        r"related|realted|recommend\w*|more-?(?:stories|news|from|on"
        r"|articles)|also-?read"
        r"|read-?(?:also|more|next)|readmore|you-?may|most-?(?:read"
        r"|popular|viewed)|popular|trending"
        r"|latest|outbrain|taboola|teasers?|mostread|topstor\w*"
        r"|next-?article|inline-?link"
    ),
    "newsletter": r"newsletters?|subscri\w*|signup|sign-?up|mailchimp|optin",
    "media": r"video-?(?:title|details?|info|captions?|playlist|top-?bar)",
    "caption": r"captions?|wp-caption-text|imgcaption|photo-?credit"
    r"|image-?credit|credits?",
    "advert": r"ads?|advert\w*|sponsor\w*|promo\w*|dfp|gpt|adslot|adbox|banner"
    r"|commercial",
    "author_box": r"author-?(?:box|bio|info|profile|card|desc\w*)|about-?author"
    r"|bio(?:graphy)?",
    "navigation": (
        r"nav\w*|menu\w*|breadcrumbs?\w*|pagination|pager|toc|sidebar\w*"
        r"|widgets?\w*|footer\w*"
        r"|rodape|masthead|toolbar|skip-?link|tags?|tag-?(?:list|cloud|s)"
        r"|post-?tags|topics?|keywords?|rail"
    ),
    "prompt": (
        r"cookies?\w*|consent|gdpr|paywall\w*|piano|regwall|login|popup"
        r"|modal|overlay|app-?(?:banner|promo|download)"
        r"|open-?in-?app|downloads?-?app|print-?only|screen-?reader\w*"
        r"|sr-only|visually-?hidden|tooltip"
    ),
    "hidden": r"hid(?:e|den)|(?:d|display)-none|is-hidden|[\w-]{0,40}nodisplay",
    "meta": r"copyright|disclosure|by-?lines?|date-?lines?x|timestamp"
    r"|post-?meta|entry-?meta|article-?meta",
}
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z][a-z])")  # "imageCaption", "shareBar"
_NAMED = re.compile("|".join(f"(?P<{name}>{words})" for name, words in _GROUPS.items()))
# A part of a token may carry the sign too: "td-post-sharing-bottom". What must stand
# between two borders is tried at a border only, the rest anywhere.
_PART = re.compile(
    r"(?:^|[-_])(?:(?P<comments>comments?|disqus)|(?P<share>shar(?:e|ing)|social)"
    r"|(?P<related>related|recommend\w*|recirc\w*|trending|outbrain|taboola|teasers?"
    r"|popular)"
    r"|(?P<caption>caption|credit)"
    r"|(?P<advert>ads?|advert\w*|promo|sponsor(?:ed)?)"
    r"|(?P<navigation>nav|menu|breadcrumbs?|sidebar|widget|footer|tags)"
    r"|(?P<prompt>modal|lightbox|gat(?:e|ed|ing)|log-?in))(?:$|[-_])"
    r"|(?P<related_>related)|(?P<newsletter>newsletter|subscribe)"
    r"|(?P<caption_>figcaption)|(?P<author_box>author-?_?-?(?:box|bio|info))"
    r"|(?P<navigation_>breadcrumb)|(?P<prompt_>paywall|cookie)"
)
# What a token must begin with, or hold, to be tried against the two above at all.
_STARTS = re.compile(
    r"a(?:bout|d|lso|pp|rti|uth)|b(?:an|io|read|y)|co[mnop]|c(?:apt|red)|d(?:-|at|fp"
    r"|is|ow)|entry|fo[lo]|g(?:dp|pt)|h(?:ead|id)|i(?:mage|mg|nli|s-h)|keyw|l(?:ate|ogi)"
    r"|m(?:ai|ast|enu|od|ore|ost)|n(?:av|ews|ext)|o(?:pen|pt|utb|ver)|p(?:ag|ay|hoto|ia"
    r"|op|ost|rint|rom)|r(?:ail|ea[dl]|ec|eg|el|es|od)|s(?:cree|har|ide|ign|kip|ns|oci"
    r"|pon|r-|ubs)|t(?:ab|ag|eas|ime|o[cop]|ren)|vi[ds]|w(?:idg|p-c)|you|.*nodisplay|disp"
)
_SIGN = AnyWord(
    [
        "comment", "disqus", "shar", "social", "relat", "recommend", "recirc",
        "trending", "outbrain", "taboola", "teaser", "popular", "newsletter",
        "subscribe", "caption", "credit", "ad", "promo", "sponsor", "author", "nav",
        "menu", "tags", "breadcrumb", "sidebar", "widget", "footer", "paywall",
        "cookie", "modal", "lightbox", "gat", "log",
    ]
)  # fmt: skip
_OWN = re.compile(
    r"(?:article|story|post|entry|main|page)[-_]?(?:body|content"
    r"|text|detail)|with-|has-|no-"
    r"|content-?(?:area|body|main|wrapper)|elementor-widget|wp-block"
    r"|container|layout|wrapper$|type-|^post-\d|category-|^tag-"
    r"|(?:article|intro|lead|main|detail-page|detail)[-_]{0,2}teaser"
    r"|format-|status-|hentry|subscribers?-(?:preview|premium|only|content)"
)
_GOOD = re.compile(
    r"article-?_?-?(?:body|content|text|main|detail)"
    r"|story-?_?-?(?:body|content|text|detail|element)"
    r"|entry-?content"
    r"|post-?(?:content|body|text)|td-post-content|articlebody"
    r"|body-?(?:text|copy|content)|news-?(?:content|text|body"
    r"|detail)"
    r"|rich-?text|article__|caas-body|main-?(?:content|text)"
    r"|maincontent|fulltext|paragraph|^article$|^story$|^content$",
    re.I,
)


@lru_cache(maxsize=8_192)
def furniture(names: str) -> str | None:
    """The reason why an element with these class and id names is furniture.

    >>> furniture("box share-bar"), furniture("entry-content"), furniture("has-sidebar")
    ('share', None, None)
    """
    for token in names[:400].split():
        reason = _token_reason(token)
        if reason:
            return reason
    return None


# Sites share their class names ("col-md-6", "sidebar") more than whole class lists.
@lru_cache(maxsize=8_192)
def _token_reason(token: str) -> str | None:
    name = token.lower()
    if name != token:
        name = _HUMP.sub("-", token).lower()
    found = _NAMED.fullmatch(name) if _STARTS.match(name) else None
    if found is None and _SIGN.is_in(name):
        found = _PART.search(name)
    if found is None:
        return None
    reason = (found.lastgroup or "").rstrip("_")
    return None if reason != "hidden" and _OWN.search(name) else reason


@lru_cache(maxsize=8_192)
def promising(names: str) -> bool:
    """Whether these class and id names are those of an article's text.

    >>> promising("td-post-content tagdiv-type"), promising("sidebar")
    (True, False)
    """
    return any(_GOOD.search(token) for token in names[:400].split())
