"""Which names are places: the gazetteer, name endings, and words that are none."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice

from newscrawl.text.clean import comparable
from newscrawl.text.gazetteer import cities
from newscrawl.text.months import fold_name
from newscrawl.text.placenames import CITIES, REGIONS

_ENDINGS = (
    "pur", "pura", "puram", "abad", "nagar", "garh", "ganj", "gaon", "wada", "palli",
    "halli", "patnam", "kheda", "khand", "guda", "giri", "kode", "kodu", "bari",
    "ville", "burg", "burgh", "berg", "stadt", "grad", "hausen", "heim", "dorf", "furt",
    "ingen", "hofen", "kirchen", "stedt", "leben", "weiler", "bruck", "hafen", "haven",
    "stan", "shire", "mouth", "borough", "bury", "polis", "polje", "ansk", "insk",
    "पुर", "पुरम", "पुरम्", "गढ़", "नगर", "बाद", "গঞ্জ", "পুর", "گڑھ", "پور", "آباد",
)  # fmt: skip
_LABELS = frozenset(
    re.findall(
        r"\S+",
        """
    exclusive watch report reports explained explainer update updates updated breaking
    live photos photo video videos gallery opinion analysis editorial review interview
    news today horoscope rate rates price prices forecast weather results result score
    scores edition bulletin briefing quiz puzzle wordle answers crossword note notes
    editor editors fact check facts factbox timeline profile preview recap highlights
    headline headlines summary key points point key takeaways tip tips tldr warning
    disclaimer correction clarification alert spoiler spoilers read listen also related
    advertisement sponsored published posted modified date time source sources credit
    image images file representational question answer host reporter anchor caption
    topic topics tags category abstract introduction conclusion background method
    mr mrs ms dr prof sir gov sen rep president minister prime chief king queen pope
    monday tuesday wednesday thursday friday saturday sunday sun mon tue wed thu fri sat
    montag dienstag mittwoch donnerstag freitag samstag sonntag lunes martes miércoles
    jueves viernes sábado domingo lundi mardi mercredi jeudi vendredi samedi dimanche
    सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार रविवार
    in on at by from since after before until as when while during for with to this that
    these those there here it he she they we you i but and or if then now last next
    every each some all one two three first second meanwhile however also only
    party press agency trust union ministry authority bank court institute committee
    council company corp inc ltd university school college association federation group
    committee department commission team club police army act bill mission project
    insaf tehreek festival day week month year eve christmas easter diwali
    """,
    )
)
_PARTICLES = frozenset(
    re.findall(
        r"\S+",
        """
    de del della dello delle di da do dos das du des d la le les los las el of the and
    am an der den dem im in ob a o y e i al upon on by bei van von zu zum les sur sous
    en et und op aan den über under nad ve na si & 'd il lo gli san
    """,
    )
)
_BEFORE = frozenset(
    re.findall(
        r"\S+",
        """
    bad new old north south east west upper lower great greater little big st saint
    sankt san santa sao port fort mount mt lake cape sri shri neu alt gross klein ober
    unter nieder hohen nova novo novi stary velky velke el la le los las al
    """,
    )
)
_LEADING = frozenset(["la", "le", "les", "los", "las", "el", "al", "the", "il", "lo"])
# The states' letters, which are words in small ones.
_POSTAL = frozenset(
    re.findall(
        r"\S+",
        """
    AL AK AZ AR CO CT DE GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ
    NM NC ND OH OK OR PA RI SC SD TN UT VT VA WA WV WI WY ON QC BC AB NSW VIC QLD
    """,
    )
)
_LARGE = 100  # thousands of people
_SPACE = re.compile(r"\s")
_SPLIT_INSIDE = ("main", "oder", "m.", "o.", "saale")


def folded(name: str) -> str:
    """The form a place is looked up by: no case, accents, dots or doubled spaces."""
    return fold_name(comparable(name).replace(".", "").replace("-", " "))


@lru_cache(maxsize=1)
def _cities() -> frozenset[str]:
    return frozenset(folded(n) for n in CITIES.replace("\n", "|").split("|") if n)


@lru_cache(maxsize=1)
def _regions() -> frozenset[str]:
    return frozenset(folded(n) for n in REGIONS.replace("\n", "|").split("|") if n)


def is_region(name: str) -> bool:
    """Whether the name is a state, province or country, abbreviations included.

    >>> is_region("N.M."), is_region("India"), is_region("UP")
    (True, True, True)
    """
    return name in _POSTAL or folded(name) in _regions()


@lru_cache(maxsize=1)
def _countries() -> frozenset[str]:
    last = REGIONS.strip().splitlines()[-1]
    return frozenset(folded(n) for n in last.split("|"))


def is_country(name: str) -> bool:
    """Whether the name is a country's or is used like one in datelines.

    >>> is_country("South Korea"), is_country("Ohio")
    (True, False)
    """
    return folded(name) in _countries()


def is_place(name: str) -> bool:
    """Whether the gazetteer holds the name, in whatever case it is printed.

    >>> is_place("NEW DELHI"), is_place("नई दिल्ली"), is_place("Exclusive")
    (True, True, False)
    """
    key = folded(name)
    if _is_filed_from(key):
        return True
    found = cities(key) if len(key) > 3 else ()
    # One word in small letters may be a person; a large city is meant more often.
    sure = name.isupper() or "_" in key
    return bool(found) and (sure or found[0].people >= _LARGE)


def is_filed_from(name: str) -> bool:
    """Whether the wires file from there often; the weakest forms need such a name.

    >>> is_filed_from("Berlin"), is_filed_from("Aachen")
    (True, False)
    """
    return _is_filed_from(folded(name))


def _is_filed_from(key: str) -> bool:
    return key in _cities() or (len(key) > 3 and key in _regions())


def sounds_like_place(name: str) -> bool:
    """Whether a name ends as towns do ("Balrampur", "Kleinheim")."""
    key = folded(name)
    first, _, last = key.partition("_")
    if last and first not in _BEFORE:  # "Ines Barenberg" is a person
        return False
    return len(last or first) > 5 and key.endswith(_ENDINGS)


def has_label(name: str) -> bool:
    """Whether a word of the name shows that it is no place ("Horoscope Today")."""
    return any(w.strip(".'") in _LABELS for w in comparable(name).split())


def may_be_place(name: str) -> bool:
    """Whether the name has the shape of one: capitalised or caseless words, no label.

    >>> may_be_place("Rio de Janeiro"), may_be_place("the capital")
    (True, False)
    """
    words = name.split()
    if not 1 <= len(words) <= 5 or not 2 <= len(name) <= 45:
        return False
    if is_place(name):
        return True
    for place, word in enumerate(words):
        first = word.lstrip("'’")[:1]
        if not first.isalpha():
            return False
        lower = word.casefold().rstrip(".")
        particle = lower in (_PARTICLES if place else _LEADING) or "'" in lower[1:2]
        if first.islower() and not particle:
            return False
        if any(c.isdigit() for c in word):
            return False
    return not has_label(name) and words[-1].casefold() not in _PARTICLES


def split_places(text: str) -> list[str]:
    """The places of "BEIRUT/THE HAGUE", leaving "Frankfurt/Main" whole.

    >>> split_places("Berlin/Frankfurt"), split_places("Frankfurt/Main")
    (['Berlin', 'Frankfurt'], ['Frankfurt/Main'])
    """
    places: list[str] = []
    for part in text.split("/"):
        if places and part.strip().casefold() in _SPLIT_INSIDE:
            places[-1] += "/" + part
        else:
            places.append(part.strip())
    return places


def leading_place(text: str) -> int:
    """How long the gazetteer name is that the text begins with; 0 for none.

    >>> leading_place("नई दिल्ली राज्यसभा में"), leading_place("Nowhere man")
    (9, 0)
    """
    return next((end for end in _ends(text) if is_place(text[:end])), 0)


def shouted_place(text: str) -> int:
    """As ``leading_place``, for a name in capitals or with a slash alone.

    The longest name that the text begins with counts: where that is printed in
    another way there is none.

    >>> shouted_place("SEOUL Samsung"), shouted_place("Seoul Samsung")
    (5, 0)
    """
    ends = _ends(text)
    # Few texts begin so, and this is asked of each paragraph.
    if not any(_is_shouted(text[:end]) for end in ends):
        return 0
    end = next((end for end in ends if is_place(text[:end])), 0)
    return end if _is_shouted(text[:end]) else 0


def _is_shouted(name: str) -> bool:
    return name.isupper() or "/" in name


def _ends(text: str) -> list[int]:
    """Where a name at the start of a text may end, the longest first."""
    head = text[:46]
    ends = [found.start() for found in islice(_SPACE.finditer(head), 4)]
    return ends[::-1] or [len(head)]
