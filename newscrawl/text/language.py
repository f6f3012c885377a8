"""The language of a text by its script and commonest words."""

from __future__ import annotations

import re
import string
from collections import Counter
from functools import lru_cache

from newscrawl.text.clean import how_many_words

_SCRIPTS = (
    ("hi", "\u0900", "\u097f"), ("bn", "\u0980", "\u09ff"), ("pa", "\u0a00", "\u0a7f"),
    ("gu", "\u0a80", "\u0aff"), ("or", "\u0b00", "\u0b7f"), ("ta", "\u0b80", "\u0bff"),
    ("te", "\u0c00", "\u0c7f"), ("kn", "\u0c80", "\u0cff"), ("ml", "\u0d00", "\u0d7f"),
    ("si", "\u0d80", "\u0dff"), ("th", "\u0e00", "\u0e7f"), ("my", "\u1000", "\u109f"),
    ("km", "\u1780", "\u17ff"), ("ka", "\u10a0", "\u10ff"), ("hy", "\u0530", "\u058f"),
    ("he", "\u0590", "\u05ff"), ("ar", "\u0600", "\u06ff"), ("el", "\u0370", "\u03ff"),
    ("ru", "\u0400", "\u04ff"), ("ja", "\u3040", "\u30ff"), ("ko", "\uac00", "\ud7af"),
    ("zh", "\u4e00", "\u9fff"),
)  # fmt: skip
_RANGES = [(name, re.compile(f"[{low}-{high}]")) for name, low, high in _SCRIPTS]
_DENSE = re.compile("[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")
_HEAVIEST = 2.5  # what a character of a script without spaces is worth
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]+")
_LETTERS_OF_ASCII = string.ascii_letters.encode()
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_BETWEEN = "’‘“”–—…\u00a0"  # words of ASCII letters, which are found faster alone
_PLAIN_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")
_STOP = {
    "en": "the of and to in is that for was on with as it by at from has said his have",
    "de": "der die und in den von zu das mit sich des auf für ist im dem"
    " nicht ein eine",
    "fr": "le la les de des et à en du un une est que dans pour qui sur par pas au",
    "es": "el la los las de del y en que un una por con para se es no su al lo",
    "pt": "o a os as de do da dos das e em que um uma por com para não no na se",
    "it": "il la di e che un una per con del della in è i gli le non da al si",
    "nl": "de het een van en in is dat op te voor met zijn niet aan er om ook",
    "sv": "och att det i en som är på för av med den till inte har om ett var",
    "da": "og at det i en som er på for af med den til ikke har om et var blev",
    "no": "og at det i en som er på for av med den til ikke har om et var ble",
    "fi": "ja on ei se että oli hän mutta ovat kun mukaan myös joka sen",
    "pl": "i w na z do się nie że to jest o po jak przez od za dla oraz",
    "cs": "a v na se je že s z do to o i k ve pro za by ale jako po",
    "tr": "ve bir bu da de için ile olarak çok daha olan gibi ne kadar sonra",
    "id": "yang dan di dengan untuk dari ini pada itu dalam tidak akan ke oleh juga",
    "ms": "yang dan di dengan untuk daripada ini pada itu dalam tidak"
    " akan ke oleh turut",
    "ro": "și de la în a cu pe un o din că este nu mai care pentru sunt al",
    "hu": "a az és hogy nem is egy volt meg de ez csak már mint el",
    "vi": "của và là có được cho trong các một những không với đã người này",
    "tl": "ang ng sa mga na ay at si ni kay para nang hindi ito",
    "sw": "ya na wa kwa ni katika za la cha kuwa hiyo huo",
    "lt": "ir yra kad iš su į per tai kaip buvo bet jau taip apie",
}
_LANGUAGES: dict[str, list[str]] = {}
for _name, _words in _STOP.items():
    for _word in set(_words.split()):
        _LANGUAGES.setdefault(_word, []).append(_name)
_NEAR = {
    "hi": {"hi", "mr", "ne", "sa", "bho", "mai"}, "bn": {"bn", "as"},
    "ar": {"ar", "ur", "fa", "ps", "sd", "ku"}, "he": {"he", "yi"},
    "ru": {"ru", "uk", "bg", "sr", "mk", "be", "kk", "mn", "ky"},
}  # fmt: skip
_LETTERS = (
    ("uk", "їєіґ"), ("be", "ў"), ("sr", "ђћџј"), ("ur", "ٹڈڑےں"), ("fa", "پچژگ"),
    ("as", "ৰৱ"), ("mr", "ळ"), ("bg", "ъ"),
)  # fmt: skip
_FAMILY = {
    "ru": ("uk", "be", "sr"), "ar": ("ur", "fa"), "bn": ("as",), "hi": ("mr",),
}  # fmt: skip


def weight(text: str) -> float:
    """What one character is worth beside one of an alphabet: scripts differ.

    >>> weight("words"), weight("新闻通讯社")
    (1.0, 2.5)
    """
    if text.isascii():
        return 1.0
    head = text[:200]
    return _HEAVIEST if len(_DENSE.findall(head)) * 3 > len(head) else 1.0


def weighs(text: str, least: float) -> bool:
    """Whether a text's characters, weighed, are more than this.

    >>> weighs("words", 4), weighs("新闻通讯社", 12), weighs("新闻通讯社", 13)
    (True, True, False)
    """
    size = len(text)
    return size > least or (size * _HEAVIEST > least and size * weight(text) > least)


def count_words(text: str) -> int:
    """The number of words; in scripts without spaces two characters count for one.

    >>> count_words("Rain stops play")
    3
    """
    if weight(text) == 1.0:
        return how_many_words(text)
    return len(re.sub(r"\s", "", text)) // 2


def read_language(text: str, tag: str | None = None) -> str | None:
    """The language as a two-letter code; ``tag`` decides only where the words cannot.

    >>> read_language("The minister said that it was on the agenda for the council.")
    'en'
    >>> read_language("मंत्री ने बुधवार को कहा कि बैठक होगी", "en")
    'hi'
    """
    head = text[:4000]
    declared = _primary(tag)
    script = _script(head)
    if script:
        return _of_script(script, head, declared)
    lower = head[:2000].casefold()
    for sign in _BETWEEN:
        if sign in lower:
            lower = lower.replace(sign, " ")
    words = (_PLAIN_WORD if lower.isascii() else _WORD).findall(lower)
    if not words:
        return declared
    counts = dict.fromkeys(_STOP, 0)
    for word, times in Counter(filter(_LANGUAGES.__contains__, words)).items():
        for name in _LANGUAGES[word]:
            counts[name] += times
    best = max(counts, key=counts.__getitem__)
    if counts[best] < 3 or counts[best] < 0.08 * len(words):
        return declared
    if declared in counts and counts[declared] >= 0.85 * counts[best]:
        return declared
    return best


@lru_cache(maxsize=256)
def _primary(tag: str | None) -> str | None:
    found = re.match(r"[a-z]{2,3}(?=$|[-_])", (tag or "").strip().lower())
    name = found[0] if found else None
    return {"nb": "no", "nn": "no", "iw": "he", "in": "id", "fil": "tl"}.get(
        name or "", name
    )


def _script(text: str) -> str | None:
    if text.isascii():
        return None
    plain = text.encode("ascii", "ignore")
    if len(plain) - len(plain.translate(None, _LETTERS_OF_ASCII)) > 0.55 * len(text):
        return None
    latin = sum(map(len, _LATIN.findall(text)))
    if latin > 0.55 * len(text):
        return None
    counts = {name: len(pattern.findall(text)) for name, pattern in _RANGES}
    if counts.get("ja", 0) * 20 > counts.get("zh", 0) and counts.get("ja", 0) > 3:
        counts["ja"] += counts["zh"]
        counts["zh"] = 0
    best = max(counts, key=lambda name: counts[name], default=None)
    dense = best in {"zh", "ja", "ko"}
    if best is None or counts[best] * (3 if dense else 1) <= latin:
        return None
    return best


def _of_script(script: str, text: str, declared: str | None) -> str:
    if declared and declared in _NEAR.get(script, {script}) and declared != script:
        return declared
    for name in _FAMILY.get(script, ()):
        letters = dict(_LETTERS)[name]
        if sum(text.count(letter) for letter in letters) * 200 > len(text):
            return name
    return script
