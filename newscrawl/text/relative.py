"""Times told from the reader's now: "2 hours ago", "yesterday, 07:15 PM"."""

from __future__ import annotations

import re
from datetime import UTC, datetime, time, timedelta, tzinfo
from typing import TYPE_CHECKING, Literal

from newscrawl.text.zones import printed_zone

if TYPE_CHECKING:
    from newscrawl.text.clocks import Clock

_SECONDS = {"second": 1, "minute": 60, "hour": 3_600, "day": 86_400, "week": 604_800}
_UNITS = {
    "second": "seconds? secs? s segundos? sekunden? secondes? сек секунд सेकंड",
    "minute": "minutes? mins? m minutos? minuten? minuti минут минуты мин मिनट মিনিট"
    " நிமிடங்கள் నిమిషాలు دقيقة دقائق منٹ 分钟 分鐘 分 분",
    "hour": "hours? hrs? h horas? stunden? heures? ore ora час часа часов घंटे घंटा ঘণ্টা"
    " ঘন্টা மணி గంటలు ساعة ساعات گھنٹے 小时 小時 時間 시간",
    "day": "days? d d[ií]as? dias? tag tagen jours? giorni день дня дней दिन দিন நாட்கள்"
    " రోజులు أيام يوم دن 天 日 일",
    "week": "weeks? w semanas? wochen? semaines? settimane неделю недели недель सप्ताह",
}
_AGO = re.compile(
    r"(?<!\w)(?P<n>\d{1,3}|an?|one|un[ae]?|einer?|एक) ?(?:"
    + "|".join(
        f"(?P<{unit}>{'|'.join(words.split())})" for unit, words in _UNITS.items()
    )
    + r")(?!\w) ?(?P<ago>ago|atrás|fa|назад|पहले|আগে|முன்பு|క్రితం|پہلے|前|전)?",
    re.I,
)
_AGO_BEFORE = re.compile(r"(?:vor|hace|h[áa]|il y a|منذ|قبل) ?\Z", re.I)
_DAYS = {
    0: "today|heute|hoy|hoje|oggi|aujourd'hui|сегодня|आज|আজ|இன்று|నేడు|اليوم|آج|今天"
    "|今日|오늘",
    1: "yesterday|gestern|ayer|ontem|ieri|hier|вчера|গতকাল|நேற்று|నిన్న|أمس|昨天|昨日|어제",
}
_DAY_WORDS = [
    (back, re.compile(rf"(?<!\w)(?:{w})(?!\w)", re.I)) for back, w in _DAYS.items()
]
_JUST_NOW = re.compile(r"(?<!\w)(?:just now|moments? ago|अभी|刚刚|剛剛|방금)", re.I)

_Found = tuple[
    datetime,
    Literal["second", "minute", "hour", "day"],
    Literal["page", "outlet", "none"],
]


def tells_ago(text: str) -> bool:
    """Whether a short text tells a time from the reader's now.

    >>> tells_ago("2 hours ago"), tells_ago("vor 5 Minuten"), tells_ago("2 hours")
    (True, True, False)
    """
    found = _AGO.search(text)
    return found is not None and bool(
        found["ago"] or _AGO_BEFORE.search(text, 0, found.start())
    )


def relative_moment(
    text: str, clocks: list[Clock], now: datetime, home: tzinfo | None, zone: str | None
) -> _Found | None:
    """The time, its precision and its zone's origin, or ``None`` if none is told."""
    here = now.astimezone(home or now.tzinfo or UTC)
    origin: Literal["outlet", "none"] = "outlet" if home else "none"
    if _JUST_NOW.search(text):
        return here.replace(second=0, microsecond=0), "minute", origin
    found = _AGO.search(text)
    if found and (found["ago"] or _AGO_BEFORE.search(text, 0, found.start())):
        return _ago(found, here, origin)
    for back, words in _DAY_WORDS:
        if words.search(text):
            return _on_day(here - timedelta(days=back), clocks, zone, origin)
    return None


def _ago(
    found: re.Match[str], here: datetime, origin: Literal["outlet", "none"]
) -> _Found:
    unit = next(name for name in _SECONDS if found[name])
    count = int(found["n"]) if found["n"].isdigit() else 1
    when = here - timedelta(seconds=count * _SECONDS[unit])
    if unit in {"day", "week"}:
        return when, "day", origin
    if unit == "hour":
        return when.replace(minute=0, second=0, microsecond=0), "hour", origin
    return when.replace(second=0, microsecond=0), "minute", origin


def _on_day(
    day: datetime, clocks: list[Clock], zone: str | None,
    origin: Literal["outlet", "none"],
) -> _Found:  # fmt: skip
    if not clocks:
        return day, "day", origin
    clock = clocks[0]
    naive = datetime.combine(
        day.date(), time(clock.hour, clock.minute or 0, min(clock.second or 0, 59))
    )
    precision: Literal["hour", "minute"] = "hour" if clock.minute is None else "minute"
    printed = clock.offset
    if printed is None and clock.zone:
        printed = printed_zone(clock.zone, naive, zone)
    if printed is not None:
        return naive.replace(tzinfo=printed), precision, "page"
    return naive.replace(tzinfo=day.tzinfo), precision, origin
