"""The signs over a text: its dateline, its byline, the authors its page names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newscrawl.agencies.bylines import read_credit
from newscrawl.text.credit import find_names
from newscrawl.text.inputs import is_mixed
from newscrawl.text.places import is_place, is_region

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newscrawl.agencies.context import Context
    from newscrawl.agencies.weights import Sign

_BRACKET = re.compile(r"[(\[【（［]\s?([^()\[\]【】（）［］]{2,60}?)\s?[)\]】）］]")
_BRACKETED = re.compile(r"\[[A-Z][\w .]{2,24}\](?:,|\s)")
_GENERIC = re.compile(r"(?i:agenc(?:y|ies)|wires?)|एजेंसी|এজেন্সি|Agenturen|agencias")
_DAY = re.compile(r"[^\W\d_]{3,12}\.?\s\d{1,2}(?:,?\s\d{4})?")
_PICTURE = re.compile(r"photo|image|picture|foto|bild|caption|फोटो", re.I)
_AUTHORS = 6


def dateline_signs(page: Context) -> Iterator[Sign]:
    """Agencies in the dateline's slot, or whose form it has."""
    raw = page.article.dateline or ""
    groups = list(_BRACKET.finditer(raw))
    for group in groups[::-1]:
        after = raw[group.end() :].strip(" .:।-–—=")
        slot = not (after and raw[: group.start()]) or _DAY.fullmatch(after) is not None
        named = page.names(group[1], place="dateline") if slot else []
        if named:
            yield from _slot_signs(page, named, raw)
            return
        if slot and group is groups[-1] and raw[: group.start()].strip():
            yield from _other_token(page, group[1], raw)
    if not groups:
        named = page.names(raw, place="dateline") or _glued(page, raw)
        yield from _slot_signs(page, [(a, b * 0.8) for a, b in named], raw)
    if _BRACKETED.search(raw) and "ani" in page.agencies:
        yield page.sign(
            "dateline_bracket", "ani", "dateline", raw, "hint", strong=False
        )


def _slot_signs(
    page: Context, named: list[tuple[str, float]], raw: str
) -> Iterator[Sign]:
    for agency, belief in named:
        release = page.is_release(agency)
        yield page.sign(
            "press_release" if release else "dateline",
            agency, "dateline", raw, "press_release" if release else "wire",
            belief=belief,
        )  # fmt: skip


def _glued(page: Context, raw: str) -> list[tuple[str, float]]:
    """An agency the dateline begins with, in scripts without spaces."""
    for size in range(min(6, len(raw)), 2, -1):
        agency = page.agencies.names.agency(raw[:size])
        if agency and not raw[:size].isascii():
            return [(agency, 1.0)]
    return []


def _other_token(page: Context, token: str, raw: str) -> Iterator[Sign]:
    """A name in the agency's slot that is no agency's: the outlet's own."""
    if _GENERIC.fullmatch(token):
        yield page.sign("generic_credit", None, "dateline", raw, "feed")
    # The names of agencies that are not believed here stay unsaid.
    elif token[:1].isalpha() and not (
        is_place(token) or is_region(token) or find_names(token, page.agencies.names)
    ):
        yield page.sign("own_token", None, "dateline", raw, "own")


def byline_signs(page: Context) -> Iterator[Sign]:
    """The printed byline, else the authors the page's data names."""
    article = page.article
    printed = article.by or next(
        (t.text for t in article.trimmed if t.reason == "byline"), ""
    )
    if printed and not _PICTURE.search(printed):
        yield from _credit(page, printed, "byline")
    elif article.authors and not printed:
        joined = " and ".join(a.name for a in article.authors[:_AUTHORS])
        yield from _credit(page, joined, "author")
    if printed and article.authors and not _names_in(printed, page):
        yield from _data_authors(page, printed)


def _names_in(text: str, page: Context) -> bool:
    return bool(find_names(text[:600], page.agencies.names))


def _data_authors(page: Context, printed: str) -> Iterator[Sign]:
    """Agencies the page's data names as authors and its byline does not."""
    authors = page.article.authors
    alone = [a.name for a in authors if a.kind == "agency"]
    if alone and len(alone) == len(authors):
        yield from _credit(page, alone[0], "author")
    elif alone and any(a.name in printed for a in authors if a.kind == "person"):
        yield from _credit(page, f"{printed[:150]} and {alone[0]}", "author")


def _credit(page: Context, text: str, where: str) -> Iterator[Sign]:
    credit = read_credit(text, page.agencies.names, page.is_outlet)
    believed = dict(page.names(text))
    named = [a for a in credit.agencies if a in believed]
    if any(page.is_release(a) for a in named):
        yield page.sign("press_release", named[0], where, text, "press_release")
    elif credit.form == "shared" and named:
        for agency in named:
            yield page.sign("shared_byline", agency, where, text, "mixed")
    elif named:
        kind = "staff_of_agency" if credit.form == "staff" else "byline"
        for agency in named:
            yield page.sign(kind, agency, where, text, "wire", belief=believed[agency])
        if credit.edited:
            yield page.sign("edited", named[0], where, text, "edited")
    elif not named and is_mixed(text, page.agencies.names) and not credit.agencies:
        yield page.sign("shared_byline", None, where, text, "mixed")
    elif credit.form == "generic":
        yield page.sign("generic_credit", None, where, text, "feed")
    else:
        yield from _own_byline(page, text, where)


def _own_byline(page: Context, text: str, where: str) -> Iterator[Sign]:
    kinds = {a.kind for a in page.article.authors}
    if kinds & {"desk", "outlet"}:
        yield page.sign("desk_byline", None, where, text, "own")
    elif "person" in kinds:
        yield page.sign("own_byline", None, where, text, "own")
