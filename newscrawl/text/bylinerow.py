"""What the row of a byline holds that is nobody's name: dates, labels, jobs."""

from __future__ import annotations

import re

from newscrawl.text.clean import squeeze
from newscrawl.text.months import month_number

_TAG = re.compile(r"<[^<>]{0,600}>?")
_ADDRESS = re.compile(
    r"[\w.+-]{1,60}(?:@|\s?\[at\]\s?)[\w-]{1,60}(?:\.[\w-]{1,30}){1,4}"
    r"|(?<![\w.])@\w{2,40}",
    re.I,
)
_INSIDE = re.compile(r"\s*\(([^()]{1,60})(?:\)|$)")
_CLOCK = re.compile(
    r"(?:\b(?:at|um|à|kl\.?)\s)?(?<![\d.,:])\d{1,2}[:.]\d\d(?::\d\d)?(?![\d.])"
    r"(?:\s?[ap]\.?m\b\.?)?(?:\s?(?:uhr|hrs|[ECMP][SD]?T|GMT|UTC|IST|BST|CET|CEST)\b)?",
    re.I,
)
_HAS_CLOCK = re.compile(r"\d[:.]\d\d")
_WEEKDAY = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|donners|frei|sams"
    r"|sonn)tag|mittwoch|sonnabend|lunes|martes|miércoles|jueves|viernes|sábado"
    r"|domingo|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)"
)
_DAYS = re.compile(rf"\b(?:(?:am|on|le|el)\s)?{_WEEKDAY}\b,?", re.I)
# The day before the month is looked for first: of "Poe 19 December 2023" the day is 19.
_DATES = (
    re.compile(
        r"(?:\b(?:on|am|le|el|den)\s)?(?<!\d)\d{1,2}(?:st|nd|rd|th)?\.?(?:\s(?:de|of))?\s"
        r"(?P<month>[^\W\d_]{3,12})\.?(?:,?(?:\s(?:de|of))?\s(?:19|20)\d\d)?"
    ),
    re.compile(
        r"(?:\b(?:on|am|le|el|den)\s)?(?<![^\W\d_])(?P<month>[^\W\d_]{3,12})\.?"
        r"\s\d{1,2}(?:st|nd|rd|th)?\b(?:,?\s(?:19|20)\d\d)?"
    ),
)
_LENGTH = re.compile(
    r"(?:\b(?:lesedauer|lesezeit)\s?:?\s?)?\b\d{1,3}[\s-]?min(?:s|\.|ute[sn]?)?\b"
    r"(?:\s(?:read|lesezeit|de lecture|de lectura))?",
    re.I,
)
_NOBODY = re.compile(
    r"(?:(?:first |last )?(?:posted|published|updated|created|modified)(?: on| at)?"
    r"|last|share[sd]?|sponsored|advertise?ment|promoted|see (?:full )?bio|full bio"
    r"|read more|follow(?: us| me)?|print|e-?mail|comments?|\d* ?comments?"
    r"|(?:more stories|view all posts?|all posts|view all(?: articles)?|posts"
    r"|alle beiträge|zeige alle beiträge)(?: (?:by|from|von) .{0,80})?"
    r"|(?:keine|\d+) kommentare?|(?:hinterlasse )?einen? kommentar|kommentare?"
    r"|(?:\d{1,3} \w{3,8} )?ago|(?:publicado )?hace \d.{0,20}"
    r"|in uncategorized|uncategorized|stand"
    r"|veröffentlicht(?: von .{0,60})?"
    r"|(?:full |your |ihr )?name ?\*?|name ?\(.{0,40}|anonymous|unknown|none|null|n/a)"
    r"\W*",
    re.I,
)
_JOB = re.compile(
    r"(?:[\w.&’'-]{1,30}\s){0,4}(?:writers?|reporters?|correspondents?|editors?"
    r"|fellow|intern|journalists?|columnists?|analysts?|contributors?|producers?"
    r"|photographers?|critics?|author|host|anchor|chief|editor-in-chief|publisher"
    r"|(?:chef)?redakteur(?:in)?|korrespondent(?:in)?|autor(?:in)?|journaliste?"
    r"|redactora?|periodista|ph\.?d|m\.?d|mph|mba|msc|rdn?|esq)"
    r"(?:\s(?:at|for|of|bei|de|chez)\s.{1,60})?\.?",
    re.I,
)
_UNNAMED = re.compile(
    r"(?:[A-Z][\w.&’'-]{0,30}\s)?(?:(?:our|special|staff|senior|chief|guest|agency"
    r"|own|city|sports|business|political)\s){0,2}(?:correspondent|reporter|writer"
    r"|contributor)s?",
    re.I,
)
_TRAILING = re.compile(
    r"\s(?:[Ff]or\s(?:[Tt]he\s)?(?=[A-Z])|[Ii]m [Gg]espräch|[Ii]n\s(?=[A-Z]\w+\Z)"
    r"|[Ii]llustrations?\s(?:by|von|de)|[Ff]otos?\s(?:by|von)|[Pp]hotos?\sby).*\Z"
)
_MEDIUM = re.compile(
    r"(?:the\s)?(?:[\w.&’'-]{1,30}\s){0,4}(?:times|tribune|herald|gazette|journal"
    r"|sentinel|chronicle|telegram|telegraph|news|dispatch|observer|inquirer"
    r"|advocate|examiner|courier|[a-z]+-(?:post|journal|times|news|gazette)|register"
    r"|enquirer|newspapers?|magazine|today|tv|radio|media|appeal|mail on sunday"
    r"|network)",
    re.I,
)
_CAPITALS = re.compile(
    r"(?P<name>[A-Z][\w.’'-]*[a-z]\s(?:[A-Z][\w.’'-]*\s)?[A-Z][\w’'-]*[a-z])"
    r"\s(?P<outlet>[A-Z]{2,12}(?:\s[A-Z]{2,12}){1,3})"
)


def without_furniture(text: str) -> str:
    """A printed byline with dates, clocks, addresses and tags taken out of it.

    >>> without_furniture("Jane Roe (jro) @janeroe | May 6, 2025, 3:54pm | 5 min read")
    'Jane Roe , , | , , , | ,'
    """
    if "<" in text:
        text = _TAG.sub(" ", text)
    if "@" in text or "[at]" in text:
        text = _ADDRESS.sub(" , ", text)
    if "(" in text:
        text = _INSIDE.sub(_parenthesis, text)
    if any(c.isdigit() for c in text):
        text = _LENGTH.sub(" , ", text)
        for form in _DATES:
            text = form.sub(_date, text)
        if _HAS_CLOCK.search(text):
            text = _CLOCK.sub(" , ", text)
    return squeeze(_DAYS.sub(" , ", text))


def _parenthesis(found: re.Match[str]) -> str:
    """Capitals are an agency's name or an outlet's; anything else is a remark."""
    inside = found[1].strip()
    return f", {inside}" if inside.isupper() and len(inside) < 12 else " , "


def _date(found: re.Match[str]) -> str:
    return " , " if month_number(found["month"]) else found[0]


def is_nobody(part: str) -> bool:
    """Whether a part of a byline is a label or a button.

    >>> [is_nobody(part) for part in ("Share", "See full bio", "Sharon Poe")]
    [True, True, False]
    """
    return _NOBODY.fullmatch(part[:200]) is not None


def is_job(part: str) -> bool:
    """Whether a part says what somebody is, as it stands behind a name.

    >>> [is_job(part) for part in ("Culture Writer", "PhD", "Ann Poe")]
    [True, True, False]
    """
    return _JOB.fullmatch(part[:200]) is not None


def is_unnamed(part: str) -> bool:
    """Whether a part stands for a writer without a name: "Special Correspondent".

    >>> [is_unnamed(part) for part in ("XT Correspondent", "Ann Poe, XT Correspondent")]
    [True, False]
    """
    return _UNNAMED.fullmatch(part[:100]) is not None


def is_medium(part: str) -> bool:
    """Whether a part behind a name is called as newspapers and stations are.

    >>> [is_medium(part) for part in ("The Riverton Gazette", "Ann Poe")]
    [True, False]
    """
    return _MEDIUM.fullmatch(part[:100]) is not None


def without_trailer(part: str) -> str:
    """A name without what the row says of the work behind it.

    >>> without_trailer("Ann Poe for The Riverton Gazette")
    'Ann Poe'
    >>> without_trailer("Ann Poe RIVERTON TODAY")
    'Ann Poe'
    """
    part = _TRAILING.sub("", part)
    glued = _CAPITALS.fullmatch(part)
    return glued["name"] if glued else part
