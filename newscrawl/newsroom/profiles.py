"""The outlets of the newsroom: sixteen of their own kind, and any number derived."""

from __future__ import annotations

from dataclasses import replace

from newscrawl.newsroom.model import Profile
from newscrawl.newsroom.words import generator, pairs

DOMAIN = "newsroom.test"


def _host(name: str) -> str:
    return f"{name}.{DOMAIN}"


BASE: tuple[Profile, ...] = (
    Profile(
        "lokpatra", "Lokpatra Times", _host("lokpatra"), "amp_portal",
        agencies=("ians", "ani"), takes=0.75, own=0.1,
        credit=("dateline_stripped",),
        disclaimer="Disclaimer: This post has been auto-published from an agency feed "
        "without any modifications to the text and has not been reviewed by an editor",
        habits=("verbatim", "teaser"),
    ),
    Profile(
        "dakshinmail", "Dakshin Mail", _host("dakshinmail"), "wordpress",
        agencies=("ians", "pti", "ani"), takes=0.55, own=0.3,
        credit=("dateline", "dateline_colon", "tail_bracket"),
        habits=("sign_off", "updates"),
    ),
    Profile(
        "arthsutra", "Arthsutra", _host("arthsutra"), "jsonld",
        agencies=("ians", "pti", "reuters", "ani"), takes=0.45, own=0.4,
        credit=("jsonld_author", "byline"),
        disclaimer="(This story has not been edited by Arthsutra staff and is "
        "auto-generated from a syndicated feed.)",
        habits=("verbatim", "updates"),
    ),
    Profile(
        "purvasentinel", "Purva Sentinel", _host("purvasentinel"), "legacy_table",
        agencies=("pti", "ians"), takes=0.45, own=0.3,
        credit=("dateline", "tail"),
        habits=("sign_off",),
    ),
    Profile(
        "janvarta", "जनवार्ता दर्पण", _host("janvarta"), "hindi",
        language="hi", agencies=("ians",), takes=1.0, own=0.3,
        credit=("dateline_hindi",),
        disclaimer="डिस्क्लेमर: यह आईएएनएस न्यूज फीड से सीधे प्रकाशित खबर है। इसके साथ जनवार्ता "
        "दर्पण की टीम ने किसी तरह का संपादन नहीं किया है।",
        habits=("verbatim", "sign_off"),
    ),
    Profile(
        "kosidarpan", "Kosi Darpan", _host("kosidarpan"), "sections",
        agencies=("ians", "pti"), takes=0.45, own=0.4,
        credit=("dateline", "byline"),
        habits=("local", "own_dateline"),
    ),
    Profile(
        "bayledger", "The Bay Ledger", _host("bayledger"), "rss",
        country="BD", zone="Asia/Dhaka",
        agencies=("ians", "xinhua", "reuters"), takes=0.5, own=0.3,
        credit=("dateline_colon", "tail", "source_line"),
    ),
    Profile(
        "hillpost", "The Hill Post", _host("hillpost"), "atom",
        country="NP", zone="Asia/Kathmandu",
        agencies=("ians", "ani", "xinhua"), takes=0.5, own=0.3,
        credit=("dateline", "tail_bracket"),
        habits=("updates",),
    ),
    Profile(
        "dailykiran", "Daily Kiran", _host("dailykiran"), "broken_feed",
        agencies=("ians", "pti"), takes=0.45, own=0.3,
        credit=("source_line", "dateline"),
        habits=("local",),
    ),
    Profile(
        "metroglobe", "Metro Globe", _host("metroglobe"), "sitemap_gz",
        country="SG", zone="Asia/Singapore",
        agencies=("reuters", "xinhua", "ians"), takes=0.6, own=0.3,
        credit=("dateline", "tail", "source_line"),
        disclaimer="(Except for the headline, this article has not been edited by "
        "Metro Globe staff and is published from a syndicated feed.)",
        habits=("verbatim", "headline", "sign_off"),
    ),
    Profile(
        "vanijyapost", "Vanijya Post", _host("vanijyapost"), "paywall",
        agencies=("reuters", "pti", "ians"), takes=0.35, own=0.5,
        credit=("byline", "dateline"),
    ),
    Profile(
        "indusherald", "Indus Herald", _host("indusherald"), "five_urls",
        agencies=("ians", "ani", "xinhua"), takes=0.5, own=0.3,
        credit=("dateline", "dateline_colon"),
        habits=("sign_off", "updates"),
    ),
    Profile(
        "cityecho", "City Echo", _host("cityecho"), "moody",
        agencies=("ians", "pti", "ani"), takes=0.45, own=0.2,
        credit=("dateline", "tail"),
        habits=("vanishes",),
    ),
    Profile(
        "quicknews24", "QuickNews 24", _host("quicknews24"), "wordpress",
        agencies=("ians", "pti", "ani", "reuters", "xinhua"), takes=0.3, own=0.15,
        credit=("none",),
        habits=("headline", "stripped"),
    ),
    Profile(
        "rajdhanicourier", "Rajdhani Courier", _host("rajdhanicourier"), "strict",
        agencies=("pti", "ians"), takes=0.35, own=0.3,
        credit=("dateline", "dateline_colon"),
    ),
    Profile(
        "suryodaya", "सूर्योदय समाचार", _host("suryodaya"), "hindi",
        language="hi", agencies=("ians",), takes=0.7, own=0.2,
        credit=("dateline_hindi",),
        habits=("sign_off", "local"),
    ),
)  # fmt: skip
# Whose pages a polite crawl reaches whole: one of them runs each story first, as filed.
OPENERS = ("lokpatra", "dakshinmail", "arthsutra", "hillpost", "metroglobe",
           "bayledger", "indusherald", "janvarta")  # fmt: skip
_TITLES = (
    "Mirror", "Chronicle", "Observer", "Beacon", "Samachar", "Gazette", "Tribune Live",
    "Express News", "Daily", "Patrika", "Voice", "Bulletin", "Standard", "Reporter",
)  # fmt: skip


def profile(number: int) -> Profile:
    """Outlet ``number``: a base profile, or one derived from it under a new name."""
    if number < len(BASE):
        return BASE[number]
    base, rng = BASE[number % len(BASE)], generator("outlet", number)
    city = rng.choice(pairs("india_city", "shared"))[0]
    title = rng.choice(_TITLES)
    slug = f"{city}{title}{number}".replace(" ", "").casefold()
    name = f"{city} {title}"
    disclaimer = base.disclaimer and base.disclaimer.replace(base.name, name)
    return replace(base, id=slug, name=name, host=_host(slug), disclaimer=disclaimer)


def profiles(count: int) -> list[Profile]:
    """The first ``count`` outlets; a larger world only adds to a smaller one."""
    return [profile(number) for number in range(count)]
