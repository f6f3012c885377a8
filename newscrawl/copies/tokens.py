"""A body as the stream of words that copies are compared by, and its packed form."""

from __future__ import annotations

import hashlib
import re
import sys
import zlib
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from newscrawl.text.clean import words

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

if TYPE_CHECKING:
    from collections.abc import Iterable

# Thai, Lao, Khmer, Myanmar, kana, Han: a run of them is many words without a space.
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
)
_UNSPACED_CHAR = re.compile(rf"[{_UNSPACED}]|[^{_UNSPACED}]+")
_HAS_UNSPACED = re.compile(f"[{_UNSPACED}]")
# A capitalised word that does not open a sentence.
_NAME = re.compile(r" (?![a-z])(?<=[\w,;)'’] )([^\W\d_a-z][\w'’-]*)")
_QUOTE = re.compile('["“”„‟″«»]')
# What stands in nearly every text that is otherwise ASCII.
_PLAIN = (("’", "'"), ("‘", "'"), ("“", '"'), ("”", '"'), ("–", "-"), ("—", "-"))
# The comparison form of ASCII text, in one pass: small letters, figures, apostrophes.
_DROPPED = bytes((*range(9), 0x0B, 0x0C, *range(0x0E, 0x20), 0x7F))
_WORDS_ONLY = bytes(
    ord(chr(one).lower()) if chr(one).isalnum() and one < 128
    else ord("'") if chr(one) in "'`" else ord(" ")
    for one in range(256)
)  # fmt: skip
# The same with the ends of paragraphs and the quotation marks.
_WORDS_AND_MARKS = bytes(
    one if chr(one) in '\n"' else form for one, form in enumerate(_WORDS_ONLY)
)
_LONE_APOSTROPHE = re.compile(rb"'(?:(?![a-z0-9])|(?<![a-z0-9].))", re.S)
# The first byte of a body kept as it was printed, by what compressed it.
_ZSTD = b"z"
_PRINTED = b"p"
# One compressor for all bodies: to make one costs more than to use it.
_COMPRESSOR = zstd.ZstdCompressor(
    options={
        zstd.CompressionParameter.compression_level: 1,
        # A tenth faster than 5, a hundredth larger.
        zstd.CompressionParameter.min_match: 6,
        zstd.CompressionParameter.checksum_flag: 1,
    }
)
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

    def paragraphs(self) -> list[list[str]]:
        """The words, paragraph by paragraph."""
        return [self.words[a:b] for a, b in self.spans()]

    def spans(self) -> list[tuple[int, int]]:
        """Where each paragraph begins and ends among the words."""
        return list(pairwise([*self.starts, len(self.words)]))


def word_form(paragraphs: Iterable[str]) -> bytes:
    """The words of a body in UTF-8, a space between each two.

    They are the ``words`` of ``read_tokens``, had at a fraction of its cost.

    >>> word_form(["Traders met Asha Rao.", "“No deal,” she said."])
    b'traders met asha rao no deal she said'
    """
    paragraphs = list(paragraphs)
    text = "\n".join(paragraphs)
    if len(text) < _MOST_CHARS and (form := _ascii_form(text)) is not None:
        return _single_spaced(form)
    found: list[str] = []
    room = _MOST_CHARS
    for paragraph in paragraphs:
        found.extend(split_words(paragraph[:room]))
        room -= len(paragraph[:room])
        if not room:
            break
    return " ".join(found).encode("utf-8", "replace")


def _single_spaced(form: bytes) -> bytes:
    """``form`` without the second of two spaces, at a third of the cost of a split."""
    text = np.frombuffer(form, np.uint8)
    kept = text != ord(" ")
    kept[1:] |= kept[:-1]
    spaced: bytes = text[kept].tobytes()
    return spaced.strip()


def digest_of(form: bytes) -> bytes:
    """Eight bytes that stand for the words and their order, nothing else."""
    return hashlib.blake2b(form, digest_size=8).digest()


def pack(paragraphs: Iterable[str]) -> bytes:
    """A body as compressed bytes, for ``unpack`` and ``unpack_text``."""
    paragraphs = list(paragraphs)
    text = "\n".join(paragraphs)
    if text.count("\n") >= max(1, len(paragraphs)):
        text = "\n".join(one.replace("\n", " ") for one in paragraphs)
    text = text[:_MOST_CHARS]
    frame = _COMPRESSOR.compress(
        text.encode("utf-8", "replace"), zstd.ZstdCompressor.FLUSH_FRAME
    )
    return _ZSTD + frame


def unpack_text(packed: bytes) -> list[str]:
    """The paragraphs that ``pack`` was given. Raises ``ValueError`` on damage."""
    if not packed:
        return []
    if packed.startswith(_ZSTD):
        try:
            return zstd.decompress(packed[1:]).decode("utf-8").split("\n")
        except zstd.ZstdError as error:
            raise ValueError(str(error)) from error
    # Kept by the second and third version of the state.
    if packed.startswith(_PRINTED):
        return zlib.decompress(packed[1:]).decode("utf-8").split("\n")
    # Kept by the first version of the state: the words alone.
    return zlib.decompress(packed).decode("utf-8").split("\n")[:-2]


@lru_cache(maxsize=64)
def unpack(packed: bytes) -> Tokens:
    """The tokens of a packed body; those of the last few are kept at hand."""
    if not packed or packed.startswith((_ZSTD, _PRINTED)):
        return read_tokens(unpack_text(packed))
    return _unpack_words(packed)


def _unpack_words(packed: bytes) -> Tokens:
    """The tokens as the first version of the state kept them."""
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
    paragraphs = list(paragraphs)
    text = "\n".join(paragraphs)
    if len(text) < _MOST_CHARS and text.count("\n") < max(1, len(paragraphs)):
        form = _ascii_form(text, _WORDS_AND_MARKS)
        if form is not None:
            return _read_ascii(form.decode(), _NAME.findall(text))
    return _read_any(paragraphs)


def _read_ascii(form: str, names: Iterable[str]) -> Tokens:
    """The tokens of a text whose paragraphs are lines of words and quotation marks."""
    found: list[str] = []
    starts: list[int] = []
    quoted = bytearray()
    for line in form.split("\n"):
        begin = len(found)
        for turn, piece in enumerate(line.split('"')):
            some = piece.split()
            found += some
            quoted += (b"\x01" if turn % 2 else b"\x00") * len(some)
        if len(found) > begin:
            starts.append(begin)
    return Tokens(found, starts, bytes(quoted), frozenset(split_words(" ".join(names))))


def _read_any(paragraphs: Iterable[str]) -> Tokens:
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
    form = _ascii_form(text)
    if form is not None:
        return form.decode().split()
    found = words(text)
    if not _HAS_UNSPACED.search(text):
        return found
    return [part for word in found for part in _UNSPACED_CHAR.findall(word)]


def _ascii_form(text: str, letters: bytes = _WORDS_ONLY) -> bytes | None:
    """The words with spaces between, where all else but the quotation marks is ASCII.

    An underscore is half a letter; the general way knows what to do with it.
    """
    if not text.isascii():
        for printed, plain in _PLAIN:
            text = text.replace(printed, plain)
    if not text.isascii() or "_" in text:
        return None
    form = text.encode().translate(letters, _DROPPED)
    return _LONE_APOSTROPHE.sub(b" ", form) if b"'" in form else form
