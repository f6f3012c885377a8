"""The article's text in a page's script state, for pages whose tree holds none.

Sites that draw their text in the browser keep it as JSON in a script: Next.js in
``__NEXT_DATA__``, Arc in ``Fusion.globalContent``, others in a variable of their own,
as an object or as a string of JSON. The search is for a long text under a usual key,
in an object (or below one) whose title is the page's.
"""

from __future__ import annotations

import json
import re
from collections import deque
from typing import TYPE_CHECKING, Any

from newscrawl.pages.jsonld import plain
from newscrawl.text.clean import words
from newscrawl.text.headline import likeness
from newscrawl.text.language import weight

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lxml.etree import _Element

_LARGEST = 3_000_000  # characters of script read in one page
_MOST_VALUES = 12
_MOST_NODES = 50_000
_DEEPEST = 8  # levels of a text's own parts
_LEAST = 200  # characters; a shorter text is a summary
_ALIKE = 0.6  # likeness of the titles; other stories' texts stand in the state too
_TITLES = ("headline", "title", "headlines", "name", "heading")
_TEXTS = (
    "articleBody", "content_elements", "body", "bodyText", "body_text", "bodyHtml",
    "body_html", "contentHtml", "content_html", "content", "text", "fullText",
    "full_text", "html", "story",
    "paragraphs", "blocks", "components",
)  # fmt: skip
_PARTS = ("content", "text", "html", "value", "children", "items", "blocks", "model")
_PROSE = re.compile(
    r"(?:text|paragraph|p|header|heading|h\d|(?:block-?)?quote|list|unordered-?list"
    r"|ordered-?list|li|list-?item|html|rich-?text|doc|body|fragment|section)\Z",
    re.I,
)
_PARAGRAPH = re.compile(r"(?:paragraph|p|header|heading|h\d|li|list-?item)\Z", re.I)
_VALUE = re.compile(
    r"""=\s{0,20}(?:JSON\.parse\(\s{0,20})?"""
    r"""(?=\{\s{0,99}"|\[\s{0,99}[{"]|"[{\[])"""
)
_UNDEFINED = re.compile(r"(?<=[:,\[])\s{0,9}undefined(?=\s{0,9}[,}\]])")
_DECODER = json.JSONDecoder(strict=False)


def read_state(root: _Element, headlines: Sequence[str]) -> str | None:
    """The text of the object titled like the page; paragraphs apart by blank lines.

    ``None`` when no object with such a title holds a long text. Reads 3 MB of script
    and 50,000 values at most.
    """
    wanted = [frozenset(words(title)) for title in headlines if title]
    best = ""
    left = _MOST_NODES
    for value in _values(root):
        queue: list[tuple[Any, bool]] = [(value, False)]
        while queue and left:
            left -= 1
            thing, titled = queue.pop()
            if isinstance(thing, dict):
                own = _title(thing)
                titled = _same(own, wanted) if own else titled
                text = _longest(thing) if titled and (own or _is_prose(thing)) else ""
                best = max(best, text, key=len)
                inner = thing.values()
            elif isinstance(thing, list):
                inner = thing  # type: ignore[assignment]
            else:
                continue
            queue += [(one, titled) for one in inner if isinstance(one, (dict, list))]
    return best or None


def titled_objects(
    root: _Element, headlines: Sequence[str]
) -> Iterator[dict[str, Any]]:
    """The objects in the page's scripts that are titled like the page, in order.

    The bounds are those of ``read_state``.
    """
    wanted = [frozenset(words(title)) for title in headlines if title]
    left = _MOST_NODES
    for value in _values(root) if wanted else ():
        queue: deque[Any] = deque([value])
        while queue and left:
            left -= 1
            thing = queue.popleft()
            inner: Iterable[Any] = thing
            if isinstance(thing, dict):
                own = _title(thing)
                if own and _same(own, wanted):
                    yield thing
                inner = thing.values()
            queue.extend(one for one in inner if isinstance(one, (dict, list)))


def _values(root: _Element) -> Iterator[Any]:
    """The JSON values that the page's scripts hold or assign."""
    size = found = 0
    for script in root.iter("script"):
        text = script.text or ""
        kind = (script.get("type") or "").lower()
        if len(text) < _LEAST or "ld+json" in kind:
            continue
        size += len(text)
        if size > _LARGEST or found >= _MOST_VALUES:
            return
        for start in _starts(text, kind):
            value = _load(text, start)
            if value is not None:
                yield value
            found += 1
            if found >= _MOST_VALUES:
                return


def _starts(text: str, kind: str) -> Iterator[int]:
    """Where values begin; the search goes on behind the end of each."""
    if "json" in kind:
        yield len(text) - len(text.lstrip())
        return
    for _, match in zip(range(_MOST_VALUES), _VALUE.finditer(text), strict=False):
        yield match.end()


def _load(text: str, start: int) -> Any:
    for _ in range(2):
        try:
            value = _DECODER.raw_decode(text, start)[0]
            if isinstance(value, str):
                value = _DECODER.raw_decode(value.strip())[0]
        except RecursionError:
            return None
        except ValueError:
            # Many states are JavaScript only for this one word.
            text, start = _UNDEFINED.sub("null", text[start:]), 0
        else:
            return value if isinstance(value, (dict, list)) else None
    return None


def _title(thing: dict[str, Any]) -> str:
    for key in _TITLES:
        value = thing.get(key)
        if isinstance(value, dict):
            value = value.get("basic") or value.get("text") or value.get("rendered")
        if isinstance(value, str) and value:
            return plain(value[:600])
    return ""


def _same(title: str, wanted: Sequence[frozenset[str]]) -> bool:
    mine = frozenset(words(title))
    return any(likeness(mine, other) >= _ALIKE for other in wanted)


def _longest(thing: dict[str, Any]) -> str:
    texts = (_text(thing[key], 0) for key in _TEXTS if thing.get(key))
    best = max(texts, key=len, default="")
    size = len(best) * weight(best)
    spaced = weight(best) > 1 or best.count(" ") * 30 > size
    return best if size >= _LEAST and spaced else ""


def _text(value: Any, depth: int, *, within: bool = False) -> str:
    """A text as a string, a list of paragraphs or a tree of typed parts.

    ``within`` a paragraph, the parts are runs of its words.
    """
    if isinstance(value, str):
        return plain(value)
    if depth >= _DEEPEST:
        return ""
    if isinstance(value, list):
        runs = [_run(one) for one in value[:2_000]] if within else []
        if runs and all(runs):
            return plain("".join(runs))
        parts = [_text(one, depth + 1) for one in value[:2_000]]
        return "\n\n".join(part for part in parts if part)
    if not isinstance(value, dict) or not _is_prose(value):
        return ""
    for key in _PARTS:
        if value.get(key):
            within = _PARAGRAPH.match(str(value.get("type"))) is not None
            return _text(value[key], depth + 1, within=within)
    return ""


def _is_prose(part: dict[str, Any]) -> bool:
    kind = part.get("type") or part.get("_type") or part.get("__typename") or "text"
    return isinstance(kind, str) and _PROSE.match(kind) is not None


def _run(part: Any) -> str:
    """The words of a run within a paragraph: ``{"type": "text", "text": ...}``."""
    run = part.get("text") if isinstance(part, dict) else None
    return run if isinstance(run, str) and part.get("type") == "text" else ""
