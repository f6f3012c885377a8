"""What a zone printed beside a time means: offsets, abbreviations, IANA names."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo

# Minutes east of Greenwich. Where one abbreviation serves several countries, the one
# whose newsrooms print it most stands here; an outlet's own zone overrules it.
_MINUTES: dict[str, int] = {
    **dict.fromkeys(("z", "gmt", "utc", "ut", "wet"), 0),
    **dict.fromkeys(("bst", "cet", "mez", "west", "wat"), 60),
    **dict.fromkeys(("cest", "mesz", "eet", "sast", "cat"), 120),
    **dict.fromkeys(("eest", "msk", "мск", "trt", "eat", "idt"), 180),
    **dict.fromkeys(("gst", "uae"), 240),
    **dict.fromkeys(("pkt", "uzt", "mvt"), 300),
    **dict.fromkeys(("ist", "slst", "lkt"), 330),
    **dict.fromkeys(("npt", "nst"), 345),
    **dict.fromkeys(("bdt", "btt", "almt"), 360),
    **dict.fromkeys(("wib", "ict"), 420),
    **dict.fromkeys(("sgt", "myt", "hkt", "wita", "awst", "pht", "phst"), 480),
    **dict.fromkeys(("jst", "kst", "wit"), 540),
    **dict.fromkeys(("aest",), 600),
    **dict.fromkeys(("aedt",), 660),
    **dict.fromkeys(("nzst",), 720),
    **dict.fromkeys(("nzdt",), 780),
    "irst": 210,
    "aft": 270,
    "mmt": 390,
    "acst": 570,
    "acdt": 630,
    **dict.fromkeys(("est", "cdt", "cot", "pet"), -300),
    **dict.fromkeys(("edt", "ast", "bot", "vet", "gyt", "clt"), -240),
    **dict.fromkeys(("cst", "mdt"), -360),
    **dict.fromkeys(("mst", "pdt"), -420),
    **dict.fromkeys(("pst", "akdt"), -480),
    **dict.fromkeys(("akst",), -540),
    **dict.fromkeys(("hst",), -600),
    **dict.fromkeys(("adt", "brt", "art", "uyt", "clst"), -180),
    "ndt": -150,
}
# Zones that print no "standard" or "summer": the date decides.
_PLACES = {
    "et": "America/New_York",
    "ct": "America/Chicago",
    "mt": "America/Denver",
    "pt": "America/Los_Angeles",
    "aet": "Australia/Sydney",
}
# Abbreviations used in a country that the zone database does not give to its zone.
_LOCAL = {
    ("bst", "Asia/Dhaka"), ("ast", "Asia/Riyadh"), ("ast", "Asia/Baghdad"),
    ("ast", "Asia/Kuwait"), ("ast", "Asia/Qatar"), ("est", "Australia/Sydney"),
    ("edt", "Australia/Sydney"), ("est", "Australia/Melbourne"),
    ("edt", "Australia/Melbourne"), ("est", "Australia/Brisbane"),
    ("pst", "Asia/Karachi"), ("mst", "Asia/Kuala_Lumpur"), ("nst", "Asia/Kathmandu"),
    ("gst", "Asia/Dubai"), ("cst", "Asia/Taipei"), ("sst", "Asia/Singapore"),
}  # fmt: skip


def abbreviations() -> frozenset[str]:
    """Every abbreviation understood, in lower case."""
    return frozenset(_MINUTES) | frozenset(_PLACES)


@lru_cache(maxsize=512)
def named_zone(name: str) -> tzinfo | None:
    """The zone of an IANA name, or ``None`` if there is none of that name.

    >>> str(named_zone("Asia/Kolkata")), named_zone("Mars/Base")
    ('Asia/Kolkata', None)
    """
    try:
        return ZoneInfo(name)
    except (ValueError, OSError, KeyError):  # not found, a directory, a hostile name
        return None


def printed_zone(text: str, at: datetime, zone: str | None) -> tzinfo | None:
    """The zone that an abbreviation means at a (naive) time on an outlet of ``zone``.

    >>> printed_zone("BST", datetime(2025, 4, 2), None).utcoffset(None)
    datetime.timedelta(seconds=3600)
    >>> str(printed_zone("BST", datetime(2025, 4, 2), "Asia/Dhaka"))
    'Asia/Dhaka'
    """
    name = text.casefold()
    home = named_zone(zone) if zone else None
    if home is not None:
        own = at.replace(tzinfo=home).tzname() or ""
        if own.casefold() == name or (name, zone) in _LOCAL:
            return home
    if name in _PLACES:
        return named_zone(_PLACES[name])
    minutes = _MINUTES.get(name)
    return None if minutes is None else timezone(timedelta(minutes=minutes))


def offset_zone(sign: str, hours: str, minutes: str | None) -> tzinfo | None:
    """The zone of a printed offset; ``None`` beyond fourteen hours.

    >>> offset_zone("+", "05", "30").utcoffset(None)
    datetime.timedelta(seconds=19800)
    """
    east = int(hours) * 60 + int(minutes or 0)
    if east > 14 * 60:
        return None
    return timezone(timedelta(minutes=-east if sign in "-−–" else east))


# Where most newsrooms of a country with several zones are: enough to tell an instant
# by, not to tell what a time without a zone means.
_SEATS = {
    "au": "Australia/Sydney", "br": "America/Sao_Paulo", "ca": "America/Toronto",
    "cl": "America/Santiago", "ec": "America/Guayaquil", "es": "Europe/Madrid",
    "id": "Asia/Jakarta", "kz": "Asia/Almaty", "mx": "America/Mexico_City",
    "nz": "Pacific/Auckland", "pt": "Europe/Lisbon", "ru": "Europe/Moscow",
    "us": "America/New_York",
}  # fmt: skip
# Countries of one zone whose name the addresses of their outlets end in.
_COUNTRIES = {
    "ae": "Asia/Dubai", "af": "Asia/Kabul", "al": "Europe/Tirane",
    "am": "Asia/Yerevan", "ar": "America/Argentina/Buenos_Aires",
    "at": "Europe/Vienna", "dz": "Africa/Algiers", "mk": "Europe/Skopje",
    "az": "Asia/Baku", "ba": "Europe/Sarajevo", "bd": "Asia/Dhaka",
    "be": "Europe/Brussels", "bg": "Europe/Sofia", "bh": "Asia/Bahrain",
    "bo": "America/La_Paz", "bt": "Asia/Thimphu", "by": "Europe/Minsk",
    "ch": "Europe/Zurich", "cn": "Asia/Shanghai", "cr": "America/Costa_Rica",
    "cu": "America/Havana", "cz": "Europe/Prague", "de": "Europe/Berlin",
    "dk": "Europe/Copenhagen", "do": "America/Santo_Domingo", "ee": "Europe/Tallinn",
    "eg": "Africa/Cairo", "et": "Africa/Addis_Ababa", "fi": "Europe/Helsinki",
    "fr": "Europe/Paris", "ge": "Asia/Tbilisi", "gh": "Africa/Accra",
    "gr": "Europe/Athens", "gt": "America/Guatemala", "hk": "Asia/Hong_Kong",
    "hn": "America/Tegucigalpa", "hr": "Europe/Zagreb", "hu": "Europe/Budapest",
    "ie": "Europe/Dublin", "il": "Asia/Jerusalem", "in": "Asia/Kolkata",
    "iq": "Asia/Baghdad", "ir": "Asia/Tehran", "is": "Atlantic/Reykjavik",
    "it": "Europe/Rome", "jm": "America/Jamaica", "jo": "Asia/Amman",
    "jp": "Asia/Tokyo", "ke": "Africa/Nairobi", "kh": "Asia/Phnom_Penh",
    "kr": "Asia/Seoul", "kw": "Asia/Kuwait", "lb": "Asia/Beirut",
    "lk": "Asia/Colombo", "lt": "Europe/Vilnius", "lu": "Europe/Luxembourg",
    "lv": "Europe/Riga", "ma": "Africa/Casablanca", "mm": "Asia/Yangon",
    "mt": "Europe/Malta", "mv": "Indian/Maldives", "my": "Asia/Kuala_Lumpur",
    "na": "Africa/Windhoek", "ng": "Africa/Lagos", "ni": "America/Managua",
    "nl": "Europe/Amsterdam", "no": "Europe/Oslo", "np": "Asia/Kathmandu",
    "om": "Asia/Muscat", "pa": "America/Panama", "pe": "America/Lima",
    "ph": "Asia/Manila", "pk": "Asia/Karachi", "pl": "Europe/Warsaw",
    "py": "America/Asuncion", "qa": "Asia/Qatar", "ro": "Europe/Bucharest",
    "rs": "Europe/Belgrade", "rw": "Africa/Kigali", "sa": "Asia/Riyadh",
    "se": "Europe/Stockholm", "sg": "Asia/Singapore", "si": "Europe/Ljubljana",
    "sk": "Europe/Bratislava", "sn": "Africa/Dakar", "sv": "America/El_Salvador",
    "sy": "Asia/Damascus", "th": "Asia/Bangkok", "tn": "Africa/Tunis",
    "tr": "Europe/Istanbul", "tw": "Asia/Taipei", "tz": "Africa/Dar_es_Salaam",
    "ua": "Europe/Kyiv", "ug": "Africa/Kampala", "uk": "Europe/London",
    "uy": "America/Montevideo", "ve": "America/Caracas", "vn": "Asia/Ho_Chi_Minh",
    "za": "Africa/Johannesburg", "zm": "Africa/Lusaka", "zw": "Africa/Harare",
}  # fmt: skip


def country_zone(url: str) -> str | None:
    """The zone of the country that the host's last label names, where it has one zone.

    >>> country_zone("https://www.x.co.in/a/7"), country_zone("https://x.test/in/7")
    ('Asia/Kolkata', None)
    """
    return _COUNTRIES.get(_country(url))


def seat_zone(url: str) -> str | None:
    """The zone most newsrooms of that country are in, where it has several.

    >>> seat_zone("https://www.x.com.au/a/7"), seat_zone("https://x.co.in/a/7")
    ('Australia/Sydney', None)
    """
    return _SEATS.get(_country(url))


def _country(url: str) -> str:
    host = url[:2000].partition("//")[2].partition("/")[0].partition(":")[0]
    return host.rpartition(".")[2].lower()
