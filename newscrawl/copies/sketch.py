"""Two short stand-ins for a text that go into the record: its hash and its sketch."""

from __future__ import annotations

import hashlib

from newscrawl.copies.shingles import hash_runs
from newscrawl.copies.tokens import split_words
from newscrawl.text.clean import comparable

SIZE = 16


def text_hash(text: str) -> str:
    """32 hex digits that are equal where two texts have one comparison form.

    >>> text_hash("“Yes” — he said") == text_hash('"yes" -  He said')
    True
    """
    form = comparable(text).encode("utf-8", "replace")
    return hashlib.blake2b(form, digest_size=16).hexdigest()


def sketch(text: str) -> list[str]:
    """The 16 lowest hashes of the text's five-word runs, 8 hex digits each, ascending.

    Of two sketches, the share of common values among the 16 lowest of both together
    estimates the resemblance of the texts (Broder's bottom-k sketch).

    >>> len(sketch("Rain fell on the hills and on the plain below them."))
    7
    >>> sketch("")
    []
    """
    lowest = sorted(set(hash_runs(split_words(text))[0]))[:SIZE]
    return [f"{value:08x}" for value in lowest]
