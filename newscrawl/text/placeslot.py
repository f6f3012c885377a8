"""The place slot of a dateline: cities, the regions added to them, an outlet's name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from newscrawl.text import places
from newscrawl.text.clean import squeeze

if TYPE_CHECKING:
    from newscrawl.text.names import AgencyNames

_COUNTRY = re.compile(r"\s?\[[^\[\]]{2,40}\]")
_STATE = re.compile(r"\s?\(([^()]{1,40})\)")
_FORBIDDEN = re.compile(r"[:;!?\"“”=<>{}|।۔@#–—―\d()\[\]]|--|\s-|-\s")
_STATED = re.compile(r"([^.]{3,30})\.\s([^.\s]{3,20})")
_GENERIC = frozenset(["एजेंसी", "एजेंसियां", "Agency", "Agencies", "AGENCY", "AGENCIES"])
_OUTLET = re.compile(
    r"\.(?:com|co|id|in|net|org|news|tv)\b|\b(?:news\w{0,8}|times|tribune?|online|herald"
    r"|gazette|courier|chronicle|observer|bureau|correspondent|samachar)\b",
    re.I,
)


class PlaceSlot(NamedTuple):
    """The places read, and how sure they are.

    ``known`` says that the gazetteer, a region or a name's ending vouches for them,
    ``token`` and ``agency`` what stood among them without being a place.
    """

    text: str
    located: tuple[str, ...]
    known: bool
    upper: bool
    country: bool
    comma: bool
    words: int
    token: str | None = None
    agency: str | None = None


def read_places(
    printed: str, names: AgencyNames, *, dated: bool = False
) -> PlaceSlot | None:
    """The places that a piece of print consists of, or ``None`` if it is anything else.

    >>> from newscrawl.text.names import AgencyNames
    >>> read_places("BEIRUT/THE HAGUE", AgencyNames()).located
    ('BEIRUT', 'THE HAGUE')
    >>> read_places("the capital of", AgencyNames()) is None
    True
    """
    printed = printed.replace("،", ",")
    comma = "," in printed
    text = squeeze(printed).rstrip(" ,:/-–—" if dated else " ,/")
    if dated and not comma and text.endswith(".") and text.count(".") == 1:
        text = text[:-1]  # "КИЕВ. 2 апреля."
    country = _COUNTRY.search(text) is not None
    text = _COUNTRY.sub("", text)
    token, agency, state = None, None, False
    for found in _STATE.finditer(text):
        if any(c.isdigit() for c in found[1]):
            return None
        known = names.agency(found[1])
        if known and dated and found.end() == len(text):
            token, agency = found[1], known
        state = state or not known
    if not places.is_place(text):
        text = _STATE.sub("", text).strip(" ,")
    if not 2 <= len(text) <= 70 or _FORBIDDEN.search(text.replace("(Oder)", "")):
        return None
    stated = _STATED.fullmatch(text)
    if stated and names.agency(stated[2]):  # "АСТАНА. КАЗИНФОРМ"
        text, token, agency = stated[1], stated[2], names.agency(stated[2])
    cities: list[str] = []
    region = False
    for part in places.split_places(text):
        if part in _GENERIC:
            token = part
            continue
        city, *more = (piece.strip() for piece in part.split(","))
        if more and _outlet(more[-1], city, names):
            token, more = more[-1], more[:-1]
            agency = names.agency(token)
        if len(more) > 2 or not all(
            places.may_be_place(m) or places.is_region(m) for m in more
        ):
            return None
        region = region or any(places.is_region(m) for m in more)
        if cities and names.agency(city):
            token, agency = city, names.agency(city)
            continue
        if not places.may_be_place(city) or names.agency(city):
            return None
        cities.append(city)
    if not cities:
        return None
    sure = all(places.is_place(c) or places.sounds_like_place(c) for c in cities)
    return PlaceSlot(
        text,
        tuple(cities),
        known=sure or region or (state and places.may_be_place(cities[0])),
        upper=all(c.replace("de", "").isupper() for c in cities),
        country=country,
        comma=comma or country,
        words=max(len(c.split()) for c in cities),
        token=token,
        agency=agency,
    )


def is_outlet_name(name: str) -> bool:
    """Whether a name sounds like a newspaper's.

    >>> is_outlet_name("Old Tribune"), is_outlet_name("Group A")
    (True, False)
    """
    return _OUTLET.search(name) is not None


def _outlet(name: str, city: str, names: AgencyNames) -> bool:
    """Whether a name where a country would stand is an outlet's or an agency's."""
    if places.is_place(name) or places.is_region(name):
        return False
    if names.agency(name):
        return True
    if not (places.is_place(city) or places.sounds_like_place(city)):
        return False
    if _OUTLET.search(name):
        return True
    return not city.isupper() and re.search(r"\b[A-Z]{3,}\b", name) is not None
