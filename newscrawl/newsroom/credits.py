"""How an outlet prints whose text it is: dateline, sign-off, source line, byline."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newscrawl.newsroom.stories import AGENCY_NAMES, IST

if TYPE_CHECKING:
    import random
    from datetime import datetime

    from newscrawl.newsroom.model import CreditForm, Profile, WireStory

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August",
    "September", "October", "November", "December",
)  # fmt: skip
HINDI_MONTHS = (
    "जनवरी", "फरवरी", "मार्च", "अप्रैल", "मई", "जून", "जुलाई", "अगस्त",
    "सितंबर", "अक्टूबर", "नवंबर", "दिसंबर",
)  # fmt: skip
_SHORT = {"September": "Sept"}
NAMES_HI = {"ians": "आईएएनएस"}
# Which form an agency's own dateline has.
_NATIVE: dict[str, CreditForm] = {
    "ians": "dateline", "ani": "dateline_bracket_country", "pti": "dateline",
    "reuters": "dateline_dash", "xinhua": "dateline_dash",
}  # fmt: skip
_CLOSE = {
    "dateline_colon": ": ", "dateline_bracket_country": ": ", "dateline_hindi": "। ",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Credit:
    """How one copy is credited: the form used and the pieces of print it makes."""

    form: CreditForm
    dateline: str | None
    close: str
    byline: str | None
    tail: str | None


def name_of(agency: str, language: str = "en") -> str:
    """The agency's name as outlets of that language print it."""
    hindi = NAMES_HI.get(agency) if language == "hi" else None
    return hindi or AGENCY_NAMES[agency]


def day_text(agency: str, filed: datetime, language: str = "en") -> str:
    """The date of a dateline as the agency writes it, without the year."""
    day = filed.astimezone(IST)
    if language == "hi":
        return f"{day.day} {HINDI_MONTHS[day.month - 1]}"
    month = MONTHS[day.month - 1]
    if agency == "pti" or (agency in ("reuters", "xinhua") and len(month) > 5):
        month = _SHORT.get(month, month[:3])
    return f"{month} {day.day}"


def place_text(wire: WireStory) -> str:
    """The place as the wire's agency writes it in a dateline."""
    if wire.agency in ("reuters", "xinhua"):
        return wire.place.upper()
    if wire.agency == "pti" and wire.admin:
        return f"{wire.place} ({wire.admin})"
    if wire.agency == "ani":
        state = f" ({wire.admin})" if wire.admin and len(wire.admin) > 2 else ""
        return f"{wire.place}{state} [{wire.country}]"
    return wire.place


def dateline_of(wire: WireStory, form: CreditForm) -> tuple[str | None, str]:
    """The dateline without its closing mark, and that mark."""
    place = place_text(wire)
    day = day_text(wire.agency, wire.filed, wire.language)
    if form == "dateline_stripped":
        close = " : " if wire.agency == "ani" else " "
        return f"{place}, {day}", close
    if not form.startswith("dateline"):
        return None, " "
    name = name_of(wire.agency, wire.language)
    close = _CLOSE.get(form, " ")
    if form == "dateline_dash":
        close = " -- " if wire.agency == "xinhua" else " - "
    return f"{place}, {day} ({name})", close


def sign_off(wire: WireStory, rng: random.Random) -> str:
    """What the agency itself puts under its text."""
    if wire.language == "hi":
        return f"--आईएएनएस {wire.desk}"
    if wire.agency == "pti":
        initials = wire.desk.upper()
        return f"PTI {initials} {initials[:2]} {initials[:2]}"
    if wire.agency == "reuters":
        first, second = wire.reporter, rng.choice(("Clare Osgood", "Ivo Brandt"))
        return f"(Reporting by {first}; Editing by {second})"
    if wire.agency == "ani":
        return "(ANI)"
    if wire.agency == "xinhua":
        return "Enditem"
    dash = rng.choice(("--", "–", "--"))
    return f"{dash}IANS {wire.desk}{rng.choice(('', '/'))}"


def native_form(wire: WireStory, form: CreditForm) -> CreditForm:
    """The form a house style comes to with this agency's habits.

    A plain "dateline" is the agency's own kind of dateline. A tail of Reuters or Xinhua
    does not name them, so the outlet prints a source line instead.
    """
    if wire.language == "hi":
        return "dateline_hindi"
    if form == "dateline":
        with_state = wire.agency == "pti" and wire.admin
        return "dateline_state" if with_state else _NATIVE[wire.agency]
    if form == "dateline_colon" and wire.agency == "ani":
        return "dateline_bracket_country"
    if form == "dateline_colon" and wire.agency in ("reuters", "xinhua"):
        return "dateline_dash"
    if form == "tail" and wire.agency in ("reuters", "xinhua"):
        return "source_line"
    return form


def credit_of(profile: Profile, wire: WireStory, rng: random.Random) -> Credit:
    """How ``profile`` credits one copy of ``wire``."""
    form = native_form(wire, rng.choice(profile.credit))
    dateline, close = dateline_of(wire, form)
    name = name_of(wire.agency, profile.language)
    keeps_place = form in ("byline", "tail", "tail_bracket", "source_line", "none")
    if keeps_place and rng.random() < 0.4:
        dateline, close = dateline_of(wire, "dateline_stripped")
    byline: str | None = None
    if form in ("byline", "jsonld_author", "dateline_stripped"):
        byline = name
    elif form == "none":
        byline = rng.choice((f"{profile.name} Desk", "Staff Reporter"))
    elif rng.random() < 0.4:
        byline = name
    tail: str | None = None
    if form == "tail_bracket":
        tail = f"({name})"
    elif form == "tail":
        tail = sign_off(wire, rng)
    elif form == "source_line":
        tail = f"{rng.choice(('Source', 'Source '))}: {name}"
    elif form.startswith("dateline") and "sign_off" in profile.habits:
        tail = sign_off(wire, rng) if rng.random() < 0.6 else None
    return Credit(form, dateline, close, byline, tail)
