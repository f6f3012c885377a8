"""``newscrawl.attribute`` answers for articles, items of any crawler and bare text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import newscrawl
from newscrawl.agencies import load_agencies
from newscrawl.agencies.asking import find_quote
from newscrawl.items import Article, Author, Trimmed

AGENCIES = load_agencies()
ORGAN = "The organ in the old hall was mended on Monday after a year of silence."
# (text, role, agency)
TEXTS = [
    (f"By Reuters\nVIENNA — {ORGAN}", "wire", "reuters"),
    (f"PTI, Washington,\nNov 20 2019, 10:18am ist\n{ORGAN}", "wire", "pti"),
    (f"Press Trust of India\nMuzaffarnagar\n{ORGAN}", "wire", "pti"),
    (f"Par\nAFP\npublié le\n26/12/2020\n{ORGAN}", "wire", "afp"),
    (f"Von Ines Muster, dpa\n{ORGAN}", "wire", "dpa"),
    (f"(Xinhua) 14:15, August 01, 2023\n{ORGAN}", "wire", "xinhua"),
    (f"Xinhua) 08:14, October 18, 2023\n{ORGAN}", "wire", "xinhua"),
    (f"Rastriya Samachar Samiti\nKATHMANDU, SEPTEMBER 20\n{ORGAN}", "wire", "rss_np"),
    (f"KATHMANDU,\nApril 25 (Reuters) - {ORGAN}", "wire", "reuters"),
    (f"{ORGAN} PTI COR AD SOMSOM", "wire", "pti"),
    (f"{ORGAN}\n(AFP)", "wire", "afp"),
    (f"{ORGAN}\n--IANS\nint/khz/", "wire", "ians"),
    (f"{ORGAN}\n(Reporting by A Cox; Editing by B Li)", "wire", "reuters"),
    (f"{ORGAN}\nReporting by The Associated Press.\n[Sign up now]", "wire", "ap"),
    (f"The News Agency of Nigeria (NAN) reports.\n{ORGAN}", "wire", "nan_ng"),
    (f"{ORGAN}\n(With inputs from PTI)", "mixed", "pti"),
    (f"By Asha Verma\n{ORGAN}\nSource: PTI", "mixed", "pti"),
    (f"{ORGAN}\nThis is a press release by NewsVoir.", "press_release", None),
    (f"By Asha Verma\n{ORGAN} He told IANS of it.", "own", None),
    (f"Jakarta (Old Tribune): {ORGAN}", "own", None),
    (f"The Press Trust of India sued a firm on Monday.\n{ORGAN}", "unknown", None),
    (f"{ORGAN}\nRelated Stories\nOslo, May 2 (IANS) Snow.\n--IANS", "unknown", None),
    (ORGAN, "unknown", None),
    ("", "unknown", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "role", "agency"), TEXTS)
def test_bare_text(text, role, agency):
    told = newscrawl.attribute(text)
    assert (told.role, told.agency) == (role, agency)
    for sign in told.evidence:
        if sign.field == "text":
            assert text[sign.start : sign.end].split() == sign.quote.split()


@pytest.mark.parametrize(
    ("item", "agency"),
    [
        ({"title": "Organ", "text": ORGAN, "authors": ["PTI"]}, "pti"),
        ({"body": ORGAN, "byline": "By AP"}, "ap"),
        ({"articleBody": f"<p>{ORGAN}</p><p>(AFP)</p>", "url": ""}, "afp"),
        ({"content": ORGAN, "author": {"@type": "Organization", "name": "dpa"}}, "dpa"),
        ({"text": ORGAN, "url": "https://x.test/pti-feed/story/a"}, "pti"),
        ({"text": ORGAN, "author": [{"name": "Asha Verma"}]}, None),
        ({"trimmed": [{"reason": "sign_off", "text": "--IANS"}]}, "ians"),
        ({}, None),
    ],
)  # fmt: skip
def test_items_of_any_crawler(item, agency):
    assert newscrawl.attribute(item).agency == agency


def test_an_article_says_in_which_field_each_sign_stands():
    shown = Article(
        by="By IANS",
        dateline="Oslo, May 2 (IANS)",
        authors=[Author("IANS", "agency")],
        trimmed=[Trimmed("caption", "A boat."), Trimmed("sign_off", "--IANS")],
    )
    told = newscrawl.attribute(shown)
    assert [(e.field, e.start, e.end) for e in told.evidence] == [
        ("dateline", 0, 18),
        ("by", 0, 7),
        ("trimmed[1].text", 0, 6),
    ]


@pytest.mark.parametrize(
    ("text", "carrier", "origin"),
    [
        (f"CHICAGO (AP) — {ORGAN}\n© 2020 The Canadian Press", "cp", "ap"),
        (f"Dhaka, June 2 (IANS) Rain fell, Xinhua news agency reported.\n{ORGAN}",
         "ians", "xinhua"),
        (f"Dhaka, June 2 (IANS) Rain fell, he told Xinhua.\n{ORGAN}", None, None),
        (f"Dhaka, June 2 (Xinhua/IANS) {ORGAN}\n--IANS int/khz/", "ians", "xinhua"),
        (f"Dhaka, June 2 (Xinhua/IANS) {ORGAN}", None, None),
        (f"By Asha Rao, The Associated Press\n{ORGAN}\n"
         "This report by The Canadian Press was first published Nov. 3, 2026.",
         "cp", "ap"),
        (f"Pune, June 2 (IANS) Rain fell, PTI reported.\n{ORGAN}", None, None),
        (f"CHICAGO (AP) — {ORGAN}\n© 2020 The Associated Press", None, None),
    ],
)  # fmt: skip
def test_carrier_and_origin_are_told_where_they_differ(text, carrier, origin):
    told = newscrawl.attribute(text)
    assert (told.carrier, told.origin) == (carrier, origin)


@pytest.mark.parametrize(
    ("text", "options", "agency"),
    [
        (f"{ORGAN} (APP)", {"country": "PK"}, "app"),
        (f"{ORGAN} (APP)", {"country": "US"}, None),
        (f"{ORGAN} (APP)", {"url": "https://post.test.pk/a"}, "app"),
        (f"{ORGAN} (RSS)", {"url": "https://post.test.in/a"}, None),
        (f"{ORGAN} (RSS)", {"language": "de"}, None),
    ],
)
def test_names_that_mean_something_else_elsewhere(text, options, agency):
    assert newscrawl.attribute(text, **options).agency == agency


def test_a_name_with_a_hyphen_behind_it_is_a_word():
    assert newscrawl.attribute(f"By RSS-Feed\n{ORGAN}").agency is None


NAMES = sorted(AGENCIES.names.tokens)
WORDS = st.lists(
    st.sampled_from(
        [
            "the",
            "organ",
            "of",
            "hall",
            "was",
            "old",
            "mended",
            "and",
            "stood",
            "by",
            "rain",
            "river",
        ]
    ),
    min_size=2,
    max_size=8,
)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(WORDS, st.sampled_from(NAMES), WORDS, st.integers(1, 4))
def test_a_sentence_with_an_agencys_name_never_makes_wire_of_own(one, name, two, place):
    sentence = f"{' '.join(one).capitalize()} {name} {' '.join(two)}."
    lines = ["By Asha Verma", ORGAN, ORGAN, ORGAN, ORGAN, ORGAN]
    assert newscrawl.attribute("\n".join(lines)).role == "own"
    lines.insert(1 + place, sentence)
    assert newscrawl.attribute("\n".join(lines)).role == "own"


TAILS = [
    "--IANS", "(AFP)", "Source: PTI", "By Reuters", "Oslo, May 2 (IANS) Snow fell.",
    "(With inputs from ANI)", "This story is auto-generated from a feed, not edited.",
]  # fmt: skip


@settings(max_examples=80, deadline=None, derandomize=True)
@given(
    st.sampled_from([text for text, _, _ in TEXTS if text and "Related" not in text]),
    st.sampled_from(["Related Stories", "Related News", "Also Read"]),
    st.lists(st.sampled_from(TAILS), min_size=1, max_size=4),
)
def test_nothing_after_a_heading_of_other_stories_counts(text, heading, others):
    alone = newscrawl.attribute(text)
    more = newscrawl.attribute("\n".join([text, heading, *others]))
    assert (more.role, more.agency, more.confidence) == (
        alone.role,
        alone.agency,
        alone.confidence,
    )


def test_a_quote_is_found_across_broken_lines():
    assert find_quote("a\nb  c a  b", "a b") == (0, 3)
    assert find_quote("a\nb  c a  b", "a b", last=True) == (7, 11)
    assert find_quote("a b c a b", "a b", last=True) == (6, 9)
    assert find_quote("", "a") is None
    assert find_quote("a", "") is None


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.text(alphabet="IANSPT()/-, a.é\n।", max_size=200))
def test_any_text_is_answered(text):
    told = newscrawl.attribute(text)
    assert 0.0 <= told.confidence <= 0.99
