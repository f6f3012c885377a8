"""The signs under a text: sign-offs, source lines, copyright, disclaimers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newscrawl.agencies.bylines import read_credit, shares
from newscrawl.text.credit import find_names
from newscrawl.text.disclaimer import is_anchored, read_disclaimer, says_edited
from newscrawl.text.tail import cut_tail

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newscrawl.agencies.context import Context
    from newscrawl.agencies.weights import Sign
    from newscrawl.text.disclaimer import Disclaimer

# Reasons for cutting under which credits are found. Those of the second group are
# given to anything that looks like a rest, so the text must be a sign-off as a whole.
_CREDITS = frozenset(
    ("sign_off", "source_line", "reporting_line", "copyright", "end_mark", "disclaimer")
)
_LOOSE = frozenset(("heading", "fragment", "published_line"))
_LONGEST = 1200
_LAST, _LINE = 4, 200  # paragraphs at the end that may be a sign-off before a promotion
_GROUP = re.compile(r"[\w.]{2,20}(?:/[\w.]{2,20}){1,3}")
_REUTERS_LINE = re.compile(
    r"\breporting by\b.{2,300}?;\s?(?:\w+ ){0,2}editing by\b", re.I
)
_LABEL = re.compile(r"\W{0,3}(?!our standards)[^\W\d_]{3,10}\s?[:：]", re.I)
_GENERIC = re.compile(r"(?i:agenc(?:y|ies)|wires?)|एजेंसी|এজেন্সি|Agenturen|agencias")


def cut_signs(page: Context) -> Iterator[Sign]:
    """What was cut off the body: sign-offs, source lines, disclaimers."""
    seen: set[str] = set()
    for trimmed in page.article.trimmed:
        text = trimmed.text[:_LONGEST]
        if text in seen:
            continue
        seen.add(text)
        if trimmed.reason in _CREDITS or (
            trimmed.reason in _LOOSE and _may_credit(page, text)
        ):
            yield from _cut(page, trimmed.reason, text)
    for text in page.paragraphs[-_LAST:]:
        if len(text) < _LINE and text not in seen:
            yield from _line(page, text)


def _may_credit(page: Context, text: str) -> bool:
    """Whether a rest has a word without which it credits nobody; most have none."""
    return is_anchored(text) or bool(find_names(text[:_LINE], page.agencies.names))


def _line(page: Context, text: str) -> Iterator[Sign]:
    """A source or reporting line that stayed in the body, over a promotion."""
    rest, found = cut_tail([text], page.agencies.names)
    if found and not any(rest) and found[0].reason in ("source_line", "reporting_line"):
        yield from _signature(page, found[0].reason, text)


def _cut(page: Context, reason: str, text: str) -> Iterator[Sign]:
    told = read_disclaimer(text, page.agencies.names)
    if told:
        yield from _disclaimer(page, told, text)
        return
    if reason != "disclaimer" and _is_shared(page, text):
        for agency, belief in page.names(text):
            yield page.sign("inputs", agency, "tail", text, "mixed", belief=belief)
        return
    if reason == "fragment" and (slot := _slot(page, text)):
        yield slot
        return
    rest, found = cut_tail([text], page.agencies.names)
    whole = bool(found) and not any(rest)
    if reason in _LOOSE or reason == "copyright":
        if not whole:
            return
        loose, cut = reason in _LOOSE, found[0]
        # "© 2026 The Herald. Stories may be supplied by PTI": the holder counts.
        if cut.reason != "copyright" or cut.agency:
            yield from _signature(page, cut.reason, text, loose=loose)
        return
    yield from _signature(page, found[0].reason if whole else reason, text)


def _signature(
    page: Context, reason: str, text: str, *, loose: bool = False
) -> Iterator[Sign]:
    named = page.names(text, place="end" if reason == "sign_off" else "line")
    release = next((a for a, _ in named if page.is_release(a)), None)
    if release:
        yield page.sign("press_release", release, "tail", text, "press_release")
        return
    if reason == "reporting_line":
        yield from _reporting(page, text, named)
        return
    if reason == "end_mark":
        return
    if reason == "source_line" and page.by_staff and _LABEL.match(text):
        # Somebody of the house wrote it, from what the agency sent.
        for agency, belief in named:
            yield page.sign("inputs", agency, "tail", text, "mixed", belief=belief)
        return
    kind = reason if reason in ("source_line", "copyright") else "sign_off"
    if kind == "sign_off" and any(
        text.strip(" .") == n for n in _tokens(page, text[:80])
    ):
        # A bare name may be a picture's: under a text signed by a person it is.
        kind = "stray_name" if loose or page.by_staff else "bare_sign_off"
        # A weak word alone on a line needs its home.
        named = [(a, b) for a, b in named if b == 1.0]
    if not named and kind == "source_line" and _GENERIC.search(text):
        yield page.sign("generic_credit", None, "tail", text, "feed")
    for agency, belief in named:
        yield page.sign(
            kind, agency, "tail", text,
            "hint" if kind == "stray_name" else "wire",
            belief=belief, strong=kind != "stray_name",
        )  # fmt: skip


def _reporting(
    page: Context, text: str, named: list[tuple[str, float]]
) -> Iterator[Sign]:
    """ "(Reporting by X; Editing by Y)" is Reuters'; others put their name in it."""
    if not named:
        if _REUTERS_LINE.search(text) and "reuters" in page.agencies:
            yield page.sign("reporting_line", "reuters", "tail", text, "wire")
        return
    shared = read_credit(text.strip("()[] "), page.agencies.names).form == "shared"
    for agency, belief in named:
        yield page.sign(
            "inputs" if shared else "reporting_line", agency, "tail", text,
            "mixed" if shared else "wire", belief=belief,
        )  # fmt: skip


def _slot(page: Context, text: str) -> Sign | None:
    """A short line over the text: "AFP, MANILA" is the agency's."""
    found = find_names(text[:60], page.agencies.names)
    if not found or not page.belief(found[0]):
        return None
    name, before, after = found[0], text[: found[0].start], text[found[0].end :]
    if not before and re.fullmatch(r",\s[A-Z][A-Z .'-]{2,30}", after):
        return page.sign("byline", name.agency, "byline", text, "wire")
    return None


def _tokens(page: Context, text: str) -> list[str]:
    return [n.token for n in find_names(text, page.agencies.names)]


def _is_shared(page: Context, text: str) -> bool:
    """Whether an agency stands in slashes with staff initials or with the outlet.

    "(dpa/gem)", "sak/Reuters", "Reuters/kra Frankfurt", "© SZ/KNA/chrk"; the codes of
    an agency's own desks ("dpa/lsw") are its own.
    """
    head = text.lstrip("©([ –—-")[:60]
    group = _GROUP.match(head)
    if group is None:
        return False
    rest = head[group.end() :].strip(" )].")
    if rest and not (text[0] in "©" or re.fullmatch(r"[A-Z][\w-]{2,20}", rest)):
        return False
    agencies = page.agencies
    owner = next(
        (a for p in group[0].split("/") if (a := agencies.names.agency(p))), None
    )
    return owner is not None and shares(
        group[0], agencies.names, agencies[owner].desks, page.is_outlet
    )


def _disclaimer(page: Context, told: Disclaimer, text: str) -> Iterator[Sign]:
    named = page.names(text, place="line")
    first = named[0][0] if named else None
    if told.agencies and not named and told.kind in ("mixed", "source"):
        return  # the outlet's own people, under a name that is an agency's too
    if told.kind == "press_release":
        yield page.sign("press_release", first, "disclaimer", text, "press_release")
    elif told.kind == "mixed":
        agencies: list[str | None] = [a for a, _ in named]
        for agency in agencies or [None]:
            yield page.sign("inputs", agency, "disclaimer", text, "mixed")
    elif says_edited(text):
        yield page.sign("edited", first, "disclaimer", text, "edited")
    elif named:
        for agency, belief in named:
            yield page.sign(
                "disclaimer", agency, "disclaimer", text, "wire",
                belief=belief, unmodified=told.claims_unmodified,
            )  # fmt: skip
    else:
        full = told.kind == "full"
        yield page.sign(
            "feed_disclaimer" if full else "generic_credit",
            None, "disclaimer", text, "feed", unmodified=told.claims_unmodified,
        )  # fmt: skip
