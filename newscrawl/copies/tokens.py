"""A body as the stream of words that copies are compared by, and its packed form."""

from __future__ import annotations

import hashlib
import re
import zlib
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from newscrawl.text.clean import words

if TYPE_CHECKING:
    from collections.abc import Iterable

# Thai, Lao, Khmer, Myanmar, kana, Han: a run of them is many words without a space.
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
)
_UNSPACED_CHAR = re.compile(rf"[{_UNSPACED}]|[^{_UNSPACED}]+")
_HAS_UNSPACED = re.compile(f"[{_UNSPACED}]")
# A capitalised word that does not open a sentence.
_NAME = re.compile(r"(?<=[\w,;)'’] )[^\W\d_a-z][\w'’-]*")
_QUOTE = re.compile('["“”„‟″«»]')
# Longer bodies are cut: no agency files so much, and cost must stay bounded.
_MOST_CHARS = 60_000


@dataclass(frozen=True)
class Tokens:
    """The words of a text, where its paragraphs start, which are quoted, its names.

    ``quoted`` has one byte per word; ``names`` are the words printed with a capital
    inside a sentence, in their comparison form.
    """

    words: list[str]
    starts: list[int]
    quoted: bytes
    names: frozenset[str]

    @cached_property
    def digest(self) -> bytes:
        """Eight bytes that stand for the words and their order, nothing else."""
        joined = " ".join(self.words).encode("utf-8", "replace")
        return hashlib.blake2b(joined, digest_size=8).digest()

    def paragraphs(self) -> list[list[str]]:
        """The words, paragraph by paragraph."""
        return [self.words[a:b] for a, b in self.spans()]

    def spans(self) -> list[tuple[int, int]]:
        """Where each paragraph begins and ends among the words."""
        return list(pairwise([*self.starts, len(self.words)]))

    def pack(self) -> bytes:
        """The tokens as compressed bytes, for ``unpack``."""
        lines = [" ".join(one) for one in self.paragraphs()]
        lines.append(" ".join(sorted(self.names)))
        flips = [
            str(i)
            for i in range(len(self.quoted))
            if self.quoted[i] != (self.quoted[i - 1] if i else 0)
        ]
        lines.append(" ".join(flips))
        return zlib.compress("\n".join(lines).encode("utf-8", "replace"), 6)


def unpack(packed: bytes) -> Tokens:
    """The tokens that ``Tokens.pack`` wrote."""
    *lines, names, flips = zlib.decompress(packed).decode("utf-8").split("\n")
    found: list[str] = []
    starts: list[int] = []
    for line in lines:
        starts.append(len(found))
        found.extend(line.split(" ") if line else ())
    quoted = bytearray(len(found))
    turns = [int(one) for one in flips.split()]
    turns.append(len(found))
    for begin, end in zip(turns[::2], turns[1::2], strict=False):
        quoted[begin:end] = b"\x01" * (end - begin)
    return Tokens(found, starts, bytes(quoted), frozenset(names.split()))


def read_tokens(paragraphs: Iterable[str]) -> Tokens:
    """The tokens of a body.

    >>> read_tokens(['Traders met Asha Rao. "No deal," she said.']).words
    ['traders', 'met', 'asha', 'rao', 'no', 'deal', 'she', 'said']
    >>> read_tokens(["北京三月"]).words
    ['北', '京', '三', '月']
    """
    found: list[str] = []
    starts: list[int] = []
    quoted = bytearray()
    names: list[str] = []
    room = _MOST_CHARS
    for paragraph in paragraphs:
        text = paragraph[:room]
        room -= len(text)
        begin = len(found)
        for turn, piece in enumerate(_QUOTE.split(text)):
            some = split_words(piece)
            found.extend(some)
            quoted.extend((b"\x01" if turn % 2 else b"\x00") * len(some))
        if len(found) > begin:
            starts.append(begin)
            names.extend(_NAME.findall(text))
        if not room:
            break
    return Tokens(found, starts, bytes(quoted), frozenset(words(" ".join(names))))


def split_words(text: str) -> list[str]:
    """Words, and single characters where words are written without spaces."""
    found = words(text)
    if text.isascii() or not _HAS_UNSPACED.search(text):
        return found
    return [part for word in found for part in _UNSPACED_CHAR.findall(word)]
