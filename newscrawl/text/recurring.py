"""What an outlet puts around every text: paragraphs that recur from story to story."""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

from newscrawl.text.clean import comparable, words
from newscrawl.text.language import weight

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

RECURRING = "recurring"
"""The reason under which such a paragraph is trimmed."""
MOST_BLOCKS = 512  # of an outlet; what stood once and long ago is forgotten first
SHORT = 200  # weighed characters; a longer block is looked for at the edges only

_TOP, _END = 2, 6  # paragraphs that are edges
_LONGEST = 1_200  # characters of a block; texts are longer, appeals never
_LEAST = 16  # weighed characters; "He smiled." recurs in its own right
_MOST_OF_PAGE = 24
_MOST_KEYS = 100
_LONG = 80  # weighed characters from which a block is more than a line
_WORD = 5  # letters of a word that tells what a headline is about
_COUNTER = 5  # words without digits that a line with a counter has
_MASK = (1 << 64) - 1
_DIGITS = re.compile(r"\d+")
_MOMENT = re.compile(r"\d{1,2}:\d\d(?::\d\d)?|\d{1,4}([./-])\d{1,2}\1\d{2,4}")
_ENDED = re.compile(r"[.!?।॥。！？۔…][\"”’»)\]]{0,3}\Z")


class Seen(NamedTuple):
    """A block as it stood on a page, and whether it has a word of the headline."""

    key: int
    text: str
    touches: bool


@dataclass(frozen=True, slots=True)
class OutletMemory:
    """What is known to recur on an outlet: all that reading needs of the past.

    >>> memory = OutletMemory.of(["Get our app for the latest from the valley"])
    >>> memory.knows("p", "Get our app for the latest  from the valley")
    True
    >>> OutletMemory.from_json(memory.as_json()) == memory
    True
    """

    keys: frozenset[int] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.keys)

    def knows(self, kind: str, text: str) -> bool:
        """Whether a paragraph is one of those that recur."""
        return block_key(kind, text) in self.keys

    def as_json(self) -> list[str]:
        """The keys as hexadecimal text, in order."""
        return [f"{key & _MASK:016x}" for key in sorted(self.keys)]

    @classmethod
    def from_json(cls, told: Iterable[str]) -> OutletMemory:
        """The memory that ``as_json`` told of; raises ``ValueError`` for what is none.

        No more is taken than an outlet's memory may hold.
        """
        keys = [int(one, 16) for one in told][:MOST_BLOCKS]
        if any(not 0 <= key <= _MASK for key in keys):
            raise ValueError("a key has at most 16 hexadecimal digits")
        return cls(frozenset(_signed(key) for key in keys))

    @classmethod
    def of(cls, texts: Iterable[str]) -> OutletMemory:
        """A memory of these paragraphs, written by hand."""
        keys = (block_key("p", text) for text in texts)
        return cls(frozenset(key for key in keys if key is not None))


def blocks_of(
    headline: str, paragraphs: Sequence[tuple[str, str]], learnt: Sequence[str] = ()
) -> list[Seen]:
    """The blocks of a page that may be the outlet's, each once: edges and short ones.

    >>> [seen.text for seen in blocks_of("Dam breaks", [("lead", "The dam broke."),
    ...     ("subhead", "What is known"), ("p", "Write to us at the valley desk")])]
    ['Write to us at the valley desk']
    """
    about = {word for word in words(headline[:500]) if len(word) >= _WORD}
    found: dict[int, Seen] = {}
    for kind, text in _offered(paragraphs, learnt):
        key = block_key(kind, text)
        if key is not None and key not in found:
            touches = not about.isdisjoint(words(text))
            found[key] = Seen(key, text, touches)
            if len(found) == _MOST_OF_PAGE:
                break
    return list(found.values())


def telling_keys(
    paragraphs: Sequence[tuple[str, str]], learnt: Sequence[str] = ()
) -> list[int]:
    """The keys of what two outlets do not say alike by chance, wherever it stands.

    Of a page's first hundred paragraphs those that are no short line.
    """
    offered = [*(("p", text) for text in learnt), *paragraphs][:_MOST_KEYS]
    keys = (block_key(kind, text) for kind, text in offered if _size(text) >= _LONG)
    return list(dict.fromkeys(key for key in keys if key is not None))


def block_key(kind: str, text: str) -> int | None:
    """64 bits that are equal for what is the same to a reader; ``None`` for no block.

    A sentence's numbers are facts, those of a line that is none are counters and
    clocks: only these are left out, and none of a list.

    >>> block_key("p", "Read 14 more reports from the valley") == block_key(
    ...     "p", "Read 3 more reports from the valley")
    True
    >>> block_key("p", "Rain fell for 14 days in the valley.") == block_key(
    ...     "p", "Rain fell for 3 days in the valley.")
    False
    """
    if kind == "subhead" or len(text) > _LONGEST or _size(text) < _LEAST:
        return None
    form = comparable(text)
    if kind != "list" and not _ENDED.search(form[-5:]):
        form = _DIGITS.sub("0", form) if _counts(form) else _MOMENT.sub("0", form)
    digest = blake2b(form.encode("utf-8", "replace"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


def is_edge(place: int, paragraphs: int) -> bool:
    """Whether the paragraph at this place is one where outlets put their own."""
    return place < _TOP or place >= paragraphs - _END


def is_short(text: str) -> bool:
    """Whether a block is so short that it may be an insertion between paragraphs."""
    return _size(text) <= SHORT


def _offered(
    paragraphs: Sequence[tuple[str, str]], learnt: Sequence[str]
) -> Iterable[tuple[str, str]]:
    yield from (("p", text) for text in learnt[:_MOST_OF_PAGE])
    last = len(paragraphs)
    yield from reversed(paragraphs[max(_TOP, last - _END) :])
    yield from paragraphs[:_TOP]
    yield from (one for one in paragraphs[_TOP:-_END] if is_short(one[1]))


def _counts(form: str) -> bool:
    bare = sum(not any(c.isdigit() for c in word) for word in form.split())
    return bare >= _COUNTER


def _size(text: str) -> float:
    return len(text) * weight(text)


def _signed(key: int) -> int:
    return key - (1 << 64) if key >> 63 else key
