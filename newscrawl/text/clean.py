"""Character-level hygiene: what a page printed, made safe and comparable."""

from __future__ import annotations

import re
import unicodedata

# Controls, lone surrogates, byte order marks, directional overrides (they reorder what
# a terminal shows) and zero-width space. ZWJ and ZWNJ stay: Indic scripts need them.
_UNWANTED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u200b\u200e\u200f\u202a-\u202e"
    "\u2060\u2066-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff\u00ad]"
)
_SPACE = re.compile(r"[\s\u0085\u00a0\u2028\u2029]+")
_FOLD = {
    "‘": "'", "’": "'", "‚": "'", "‛": "'", "′": "'", "`": "'",
    "“": '"', "”": '"', "„": '"', "‟": '"', "″": '"', "«": '"', "»": '"',
    "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "―": "-", "−": "-",
    "…": "...",
}  # fmt: skip
_FOLDS = tuple(_FOLD.items())


def squeeze(text: str) -> str:
    """The text on one line: NFC, no control characters, single spaces.

    >>> squeeze("  New\\u00a0Delhi,\\n April\\x07 2 ")
    'New Delhi, April 2'
    """
    # What is printable holds no control and no space but the plain one.
    if not text.isprintable():
        text = _SPACE.sub(" ", _UNWANTED.sub("", text)).strip()
    elif "  " in text or text[:1] == " " or text[-1:] == " ":
        text = " ".join(text.split())
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def comparable(text: str) -> str:
    """The comparison form: case folded, quotes and dashes made plain, one space.

    >>> comparable("“Don’t” — STOP")
    '"don\\'t" - stop'
    """
    return folded(squeeze(text))


def folded(line: str) -> str:
    """The comparison form of what is on one line already, as ``squeeze`` leaves it.

    >>> folded("“Rain” — STOP")
    '"rain" - stop'
    """
    if line.isascii():
        return line.replace("`", "'").lower()
    for sign, plain in _FOLDS:
        if sign in line:
            line = line.replace(sign, plain)
    return line.casefold()


def words(text: str) -> list[str]:
    """The words of the comparison form, punctuation left out.

    Combining vowel signs stay with their letters; scripts without spaces (Han, kana,
    Thai) give one word per run and are split further by the caller.

    >>> words("Rs 5,000 for “Kyiv’s” troops")
    ['rs', '5', '000', 'for', "kyiv's", 'troops']
    """
    return line_words(squeeze(text))


def line_words(line: str) -> list[str]:
    """The ``words`` of what is on one line already, as ``squeeze`` leaves it."""
    line = folded(line)
    return (_ASCII_RUN if line.isascii() else _WORD_RUN).findall(line)


def how_many_words(text: str) -> int:
    """The number of ``words`` in a text.

    >>> how_many_words("Rs 5,000 for troops")
    5
    """
    if not text.isascii():
        for sign, plain in _PRINTED:
            if sign in text:
                text = text.replace(sign, plain)
    if text.isascii():
        return len(text.translate(_WORDS_ONLY).split())
    return sum(map(_words_in_line, text.split("\n")))


def _words_in_line(line: str) -> int:
    """The words of one line; those of western letters are counted without a search."""
    try:
        western = line.encode("latin-1")
    except UnicodeEncodeError:
        return len(_WORD_RUN.findall(line))
    if b"''" in western:  # no sign within a word
        western = western.replace(b"''", b" ")
    return len(western.translate(_WESTERN_ONLY, _WITHIN).split())


# What typesetters put between letters of the alphabet.
_PRINTED = (
    *((sign, "'") for sign in "’‘‚‛′`"),
    *((sign, " ") for sign in "“”„«»–—…\u00a0"),
)
# All signs part words but these, which stand inside of one.
_WORDS_ONLY: dict[int, str | None] = {
    code: None if chr(code) in "'`_" else " "
    for code in range(128)
    if not chr(code).isalnum()
}
_WESTERN_ONLY = bytes(code if chr(code).isalnum() else 32 for code in range(256))
_WITHIN = b"'`_"


def _word_pattern() -> re.Pattern[str]:
    # \w leaves out combining marks (Mn, Mc), which Indic and Arabic words need.
    marks = (
        "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
        "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8"
        "\u06ea-\u06ed\u0711\u0730-\u074a\u07a6-\u07b0\u0900-\u0903\u093a-\u093c"
        "\u093e-\u094f\u0951-\u0957\u0962\u0963\u0981-\u0983\u09bc\u09be-\u09cd\u09d7"
        "\u09e2\u09e3\u0a01-\u0a03\u0a3c-\u0a51\u0a70\u0a71\u0a75\u0a81-\u0a83"
        "\u0abc\u0abe-\u0acd\u0ae2\u0ae3\u0b01-\u0b03\u0b3c\u0b3e-\u0b57\u0b62\u0b63"
        "\u0b82\u0bbe-\u0bcd\u0bd7\u0c00-\u0c04\u0c3e-\u0c56\u0c62\u0c63\u0c81-\u0c83"
        "\u0cbc\u0cbe-\u0cd6\u0ce2\u0ce3\u0d00-\u0d03\u0d3b\u0d3c\u0d3e-\u0d4d\u0d57"
        "\u0d62\u0d63\u0d82\u0d83\u0dca-\u0ddf\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
        "\u200c\u200d"
    )
    return re.compile(rf"[^\W_][\w{marks}]*(?:'[^\W_][\w{marks}]*)*")


_WORD_RUN = _word_pattern()
_ASCII_RUN = re.compile(r"[a-z0-9]\w*(?:'[a-z0-9]\w*)*", re.A)
