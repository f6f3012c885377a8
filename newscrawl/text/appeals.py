"""What an outlet adds under a text in sentences: appeals, promises of more, contacts.

Unlike the lines of ``boilerplate`` these are whole sentences, which could be an
article's own. They are looked for among its last paragraphs only.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newscrawl.text.wordsearch import AnyWord

if TYPE_CHECKING:
    from collections.abc import Iterable

_LONGEST = 1_200
_START = r"(?:\A|[.!?:—–-]\s)\W{0,3}"  # of a sentence
_SOCIAL = (
    r"(?:twitter|x\b|facebook|instagram|whatsapp|telegram|youtube|linkedin|threads"
    r"|tiktok|google news|bluesky|mastodon)"
)
_FORMS: tuple[tuple[str, str], ...] = (
    (
        "reporting_line",
        r"\A(?:(?![a-z]{3}[.?!]\s).){3,220}?\b(?:also )?contributed"
        r" (?:reporting |research |writing )?to this"
        r" (?:report|story|article|column|piece|post)\W{0,3}\Z"
        r"|\A\W{0,3}contributing(?: (?:reporters?|writers?))?\s?:\s?\S.{0,300}\Z",
    ),
    (
        "copyright",
        r"\bno part (?:of .{1,60} )?may be (?:reproduced|copied|published)"
        r"|\bsubject to copyright\b|\brepublished? under a creative commons"
        r"|\breprinted (?:here )?(?:with|by) (?:the )?(?:kind )?permission",
    ),
    (
        "appeal",
        r"\bsupport(?:ing)? (?:our|quality|independent|local|free|trusted|this kind of)"
        r" (?:\w+ ){0,2}(?:journalism|newsroom|reporting)\b"
        r"|\b(?:we|our \w+|which|journalism) needs? your (?:support|help)\b"
        r"|\bbecome (?:a|an) (?:\w+ )?(?:member|supporter|subscriber|patron)"
        r" (?:today|now|here|for|from)\b"
        r"|\bmake a (?:tax-deductible |small |one-off )?(?:donation|contribution)"
        r" (?:today|now|here)\b|\bdonate (?:now|today|here|to us)\b"
        r"|\bsubscribe (?:now|today|here|to (?:our|us)\b)"
        rf"|{_START}subscribe to\b|\bplease subscribe\b"
        r"|\bavailable to premium subscribers\b",
    ),
    (
        "newsletter",
        r"\b(?:delivered|sent|straight|right|directly) (?:\w+ ){0,2}(?:to|in) your"
        r" (?:inbox|in-box|mailbox|phone|letterbox|door)\b"
        rf"|{_START}sign up (?:for|to|here)\b"
        r"|\bsign up\b.{0,80}\b(?:newsletters?|e-?mails?|alerts|inbox)\b"
        r"|\b(?:through|into|to) your (?:letterbox|inbox|mailbox)\b"
        r"|\bnewsletters?\b.{0,80}\b(?:subscribe|sign up|click here|anmelden"
        r"|abonnieren)"
        r"|\b(?:unser|der|den|dem|das|im|per)\b.{0,40}\bnewsletter\b",
    ),
    (
        "share",
        rf"\b(?:follow|join|like|find|connect with) (?:us|him|her|them|me)\b.{{0,60}}"
        rf"\bon (?:\w+ ){{0,2}}{_SOCIAL}"
        rf"|\bfollow (?:\S+ ){{1,5}}on {_SOCIAL}|\b(?:whatsapp|telegram) channel\b",
    ),
    (
        "prompt",
        r"\bdownload (?:the|our)\b.{0,40}\bapp\b|\bwherever you (?:get|listen)\b"
        r"|\bwhere you get your podcasts\b",
    ),
    (
        "affiliate",
        r"\b(?:earn|receive|get) (?:an? )?(?:small )?(?:affiliate )?"
        r"(?:commissions?|compensation|fee)\b"
        r"(?=.{0,200}\b(?:links?|purchases?|buy)\b)"
        r"|\b(?:links?|purchase|buy)\b.{0,200}\b(?:earn|receive|get) (?:an? )?"
        r"(?:small )?(?:affiliate )?(?:commissions?|compensation|fee)\b"
        r"|\baffiliate (?:links?|commissions?|fee)\b|\bamazon associates?\b",
    ),
    (
        "published_line",
        r"^\W{0,3}(?:this|the) (?:story|article|column|piece|report|post|essay)"
        r" (?:was |has been )?(?:originally|first) (?:published|appeared|ran)\b",
    ),
    (
        "source_note",
        r"^\W{0,3}(?:citation|more information|journal (?:information|reference)"
        r"|explore further|doi)\s?:\s?\S",
    ),
    (
        "author_box",
        r"\b(?:can|may) be (?:reached|contacted|followed|emailed) (?:at|on|via|by)\b"
        r"|^.{0,60}\b(?:e-?mail|write to|contact|reach|tip)\b.{0,60}\S@\S"
        r"|^\W{0,3}(?:have|got) a (?:news )?(?:tip|story)\b",
    ),
)
# A paragraph without any of a form's signs does not hold that form.
_SIGNS = {
    "reporting_line": ("contribut",),
    "copyright": ("no part", "subject to copyright", "creative commons", "permission"),
    "appeal": (
        "support our", "supporting", "support quality", "support independent",
        "support local", "support free", "support trusted", "support this kind",
        "your support", "your help", "become a", "donat", "contribution", "subscri",
    ),
    "newsletter": (
        "newsletter", "inbox", "in-box", "mailbox", "letterbox", "your phone",
        "your door", "sign up",
    ),
    "share": (
        "follow ", "twitter", " on x", "facebook", "instagram", "whatsapp", "telegram",
        "youtube", "linkedin", "threads", "tiktok", "google news", "bluesky",
        "mastodon",
    ),
    "prompt": ("download", "wherever you", "where you get"),
    "affiliate": (
        "earn ", "receive a", "receive co", "receive small", "receive fee", "get a ",
        "get an ", "get co", "get small", "get fee", "affiliate", "amazon associate",
    ),
    "published_line": (
        "originally", "first published", "first appeared", "first ran",
    ),
    "source_note": (
        "citation", "more information", "journal information", "journal reference",
        "explore further", "doi",
    ),
    "author_box": (
        "be reached", "be contacted", "be followed", "be emailed", "@", "have a ",
        "got a ",
    ),
}  # fmt: skip
_COMPILED = [
    (reason, _SIGNS[reason], re.compile(form, re.I | re.S)) for reason, form in _FORMS
]
_ANY_SIGN = AnyWord([sign for signs in _SIGNS.values() for sign in signs])
_SALUTATION = 40
_LETTER = re.compile(
    r"\W*(?:dear|liebe|chers?|estimados?) (?:\w+ )?(?:readers?|leser\w*"
    r"|lect(?:eurs?|ores?))\W*",
    re.I,
)
_PRESENTED = 120  # characters within which the name of an author is over
_BIO = re.compile(
    r",? (?:\(.{1,80}?\) )?(?:is|was|writes|covers"
    r"|has(?! (?:reached|contacted|asked|approached|sought|learn))"
    r"|works|reports|joined|teaches"
    r"|lives|can|may|ist|war|schreibt|arbeitet|es|escribe|est|écrit|è|scrive|é|escreve)\b"
)


def about_author(text: str, authors: Iterable[str]) -> bool:
    """Whether a paragraph at the end presents one of the article's authors.

    >>> about_author("Asha Rao covers the harbours for the paper.", ["Asha Rao"])
    True
    """
    start = text.lstrip(" •*–—-\u25a0").removeprefix("By ")[:_PRESENTED]
    found = _BIO.search(start)
    name = start[: found.start()] if found else ""
    return " " in name and any(_holds(author, name) for author in authors)


def _holds(author: str, name: str) -> bool:
    """Whether a byline, as it was printed, has this name in it."""
    before, found, after = author.partition(name)
    return bool(found) and not before[-1:].isalnum() and not after[:1].isalnum()


def closing_reason(text: str) -> str | None:
    """Why a paragraph at the end is the outlet's and not the article's, or ``None``.

    >>> closing_reason("If you buy through our links we may earn a commission.")
    'affiliate'
    >>> closing_reason("The court will hear the case again on Monday.") is None
    True
    """
    if len(text) > _LONGEST:
        return None
    lower = text.lower()
    if not _ANY_SIGN.is_in(lower):
        return None
    for reason, signs, form in _COMPILED:
        for sign in signs:
            if sign in lower:
                if form.search(text):
                    return reason
                break
    return None


def opens_letter(text: str) -> bool:
    """Whether a line at the end is how the outlet addresses its readers.

    >>> opens_letter("Dear Reader,"), opens_letter("Dear readers wrote to her, he said")
    (True, False)
    """
    return len(text) < _SALUTATION and _LETTER.fullmatch(text) is not None
