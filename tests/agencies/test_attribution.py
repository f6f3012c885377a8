"""Who wrote an article is told from the places where credits stand."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newscrawl.agencies.agency import load_agencies
from newscrawl.agencies.attribution import attribute
from newscrawl.items import Article, Author, Image, Trimmed

AGENCIES = load_agencies()
AUTO = (
    "Disclaimer: This post has been auto-published from an agency feed without any"
    " modifications to the text and has not been reviewed by an editor"
)
STAFF = (
    "(This story has not been edited by Post staff and is auto-generated from a feed.)"
)


def article(
    by=None,
    authors=(),
    dateline=None,
    cut=(),
    url="https://post.test/a",
    body="",
    **more,
):
    return Article(
        by=by,
        authors=[Author(*a) for a in authors],
        dateline=dateline,
        trimmed=[Trimmed(*c) for c in cut],
        url=url,
        canonical_url=url,
        body=body,
        **more,
    )


PERSON = (("Asha Verma", "person"),)
DESK = (("Web Desk", "desk"),)
# (what the page shows, the outlet's country, agency, role)
CASES = {
    "dateline": ({"dateline": "Dhaka, June 2 (IANS)"}, "IN", "ians", "wire"),
    "dateline, staff byline": (
        {"dateline": "Dhaka, June 2 (PTI)", "by": "By Asha Verma", "authors": PERSON},
        "IN",
        "pti",
        "wire",
    ),
    "state before the token": (
        {"dateline": "Tirupati (AP), Jan 5 (PTI)"},
        "IN",
        "pti",
        "wire",
    ),
    "a state is no agency": (
        {"dateline": "Tirupati (AP), Jan 5"},
        "IN",
        None,
        "unknown",
    ),
    "country in brackets": (
        {"dateline": "Oslo [Norway], May 2 (ANI)"},
        "IN",
        "ani",
        "wire",
    ),
    "bracket alone is a hint": (
        {"dateline": "Oslo [Norway], May 2"},
        "IN",
        None,
        "unknown",
    ),
    "agency first": ({"dateline": "(ANSA) - Roma, 2 maggio"}, "IT", "ansa", "wire"),
    "token stripped, byline": (
        {
            "dateline": "Seoul, April 2",
            "by": "By IANS | Updated: April 2, 2025 07:51 IST",
            "authors": (("IANS", "agency"),),
            "cut": [("disclaimer", AUTO)],
        },
        "IN",
        "ians",
        "wire",
    ),
    "byline with place": ({"by": "PTI Mumbai"}, "IN", "pti", "wire"),
    "byline in full": ({"by": "Press Trust of India"}, "IN", "pti", "wire"),
    "agency's reporter": ({"by": "Von Ines Muster, dpa"}, "DE", "dpa", "wire"),
    "title of a reporter": ({"by": "By TOM RAY, AP Auto Writer"}, "US", "ap", "wire"),
    "data author": ({"authors": (("Afp Afp", "agency"),)}, "US", "afp", "wire"),
    "own line": ({"cut": [("sign_off", "--IANS")]}, "IN", "ians", "wire"),
    "a fragment with a dash": ({"cut": [("fragment", "–IANS")]}, "IN", "ians", "wire"),
    "initials": ({"cut": [("sign_off", "PTI COR AD SOMSOM")]}, "IN", "pti", "wire"),
    "source line": (
        {"cut": [("source_line", "Source: XINHUA")]},
        "AE",
        "xinhua",
        "wire",
    ),
    "a site's footer is no copyright of the agency": (
        {"cut": [("copyright", "© 2026 Post. Stories may come from IANS and PTI.")]},
        "IN",
        None,
        "unknown",
    ),
    "a source line taken for a heading": (
        {"cut": [("heading", "Source : IANS")]},
        "IN",
        "ians",
        "wire",
    ),
    "copyright": (
        {"cut": [("copyright", "© dpa-infocom, dpa:201227-99-820474/3")]},
        "DE",
        "dpa",
        "wire",
    ),
    "reporting line": (
        {"cut": [("reporting_line", "(Reporting by A Cox; Editing by B Li)")]},
        "US",
        "reuters",
        "wire",
    ),
    "address": ({"url": "https://post.test/pti-feed/story/a"}, "IN", "pti", "wire"),
    "feed, none named": (
        {"by": "Web Desk", "authors": DESK, "cut": [("disclaimer", STAFF)]},
        "IN",
        None,
        "wire",
    ),
    "agency section": ({"url": "https://post.test/agency-news/a"}, "IN", None, "wire"),
    "by agencies": ({"by": "Agencies"}, "IN", None, "wire"),
    "edited": ({"by": "PTI | Edited by: Asha Verma"}, "IN", "pti", "wire_edited"),
    "shared byline": (
        {"by": "By Asha Verma and IANS", "authors": PERSON},
        "IN",
        "ians",
        "mixed",
    ),
    "shared with outlet": ({"by": "Le Phare et AFP"}, "FR", "afp", "mixed"),
    "staff initials": ({"cut": [("sign_off", "(dpa/gem)")]}, "DE", "dpa", "mixed"),
    "regional desk": ({"cut": [("sign_off", "(dpa/lsw)")]}, "DE", "dpa", "wire"),
    "inputs": (
        {
            "by": "Asha Verma",
            "authors": PERSON,
            "cut": [("disclaimer", "(With inputs from ANI)")],
        },
        "IN",
        "ani",
        "mixed",
    ),
    "inputs and source": (
        {
            "cut": [
                ("disclaimer", "(With inputs from ANI)"),
                ("source_line", "Source: ANI"),
            ]
        },
        "IN",
        "ani",
        "mixed",
    ),
    "contributed, outlet": (
        {
            "by": "By Ann Ray",
            "authors": (("Ann Ray", "person"),),
            "cut": [("disclaimer", "The Associated Press contributed to this report.")],
        },
        "US",
        "ap",
        "mixed",
    ),
    "contributed, agency": (
        {
            "dateline": "BOSTON (AP)",
            "cut": [
                (
                    "disclaimer",
                    "Associated Press writer A Ray contributed to this report.",
                )
            ],
        },
        "US",
        "ap",
        "wire",
    ),
    "release through an agency": (
        {
            "dateline": "Delhi [India], May 2 (ANI)",
            "cut": [("sign_off", "(ANI/NewsVoir)")],
        },
        "IN",
        None,
        "press_release",
    ),
    "release that says feed": (
        {
            "cut": [
                (
                    "disclaimer",
                    "This story is provided by PRNewswire. We are"
                    " not responsible for it. It is auto-generated from a feed.",
                )
            ]
        },
        "IN",
        None,
        "press_release",
    ),
    "two agencies": (
        {
            "dateline": "CHICAGO (AP)",
            "cut": [("copyright", "© 2020 The Canadian Press")],
        },
        "CA",
        "ap",
        "wire",
    ),
    "weak at home": ({"cut": [("sign_off", "(APP)")]}, "PK", "app", "wire"),
    "weak abroad": ({"cut": [("sign_off", "(APP)")]}, "US", None, "unknown"),
    "weak in a dateline": ({"dateline": "QUETTA, Feb 3 (APP)"}, "US", "app", "wire"),
    "the house's own initials": (
        {
            "by": "By Ann Ray, CNN",
            "authors": (("Ann Ray", "person"),),
            "url": "https://www.cnn.com/a",
        },
        "US",
        None,
        "own",
    ),
    "own token": ({"dateline": "Dhaka, June 25 (V7N)"}, "BD", None, "own"),
    "desk byline": ({"by": "Web Desk", "authors": DESK}, "IN", None, "own"),
    "nothing": ({}, "IN", None, "unknown"),
    "cited in the body": (
        {"by": "Asha Verma", "authors": PERSON, "body": "The boat sank, he told PTI."},
        "IN",
        None,
        "own",
    ),
    "party to the news": (
        {"by": "Asha Verma", "authors": PERSON, "body": "ANI sued a firm. PTI is old."},
        "IN",
        None,
        "own",
    ),
    "picture agency in the byline": (
        {
            "by": "AFP/Paul Kern",
            "authors": (("AFP", "agency"), ("Paul Kern", "person")),
        },
        "DE",
        None,
        "own",
    ),
    "photo credit": ({"by": "Photo: PTI"}, "IN", None, "unknown"),
    "caption": (
        {"cut": [("caption", "Photo: PTI"), ("fragment", "AFP")]},
        "IN",
        None,
        "unknown",
    ),
    "related stories": (
        {"cut": [("related", "Oslo, May 2 (IANS) Snow fell")]},
        "IN",
        None,
        "unknown",
    ),
    "line over the text": ({"cut": [("fragment", "AFP, MANILA")]}, "TW", "afp", "wire"),
    "initials and agency": (
        {"cut": [("fragment", "sak/Reuters")]},
        "DE",
        "reuters",
        "mixed",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_agency_and_role(name):
    shown, country, agency, role = CASES[name]
    told = attribute(article(**shown), AGENCIES, country=country)
    assert (told.agency, told.syndication.role) == (agency, role)
    assert 0.0 <= told.syndication.confidence <= 0.99
    assert (told.syndication.confidence > 0) == (role != "unknown")


@pytest.mark.parametrize(("country", "agency"), [("IN", "ians"), ("US", "tns")])
def test_a_name_that_a_paper_abroad_gives_its_own_desk(country, agency):
    page = article(by="Tribune News Service", cut=[("sign_off", "(IANS)")])
    told = attribute(page, AGENCIES, country=country).syndication
    assert told.agency == agency


def test_picture_and_keywords_are_not_read():
    shown = article(
        image=Image("https://post.test/i.jpg", "A boat. (PTI)", "PTI"),
        keywords=["IANS"],
        section="IANS",
    )
    assert attribute(shown, AGENCIES, country="IN").syndication.evidence == []


def test_a_disclaimer_claims_that_the_text_was_left_alone():
    shown = article(by="By IANS", cut=[("disclaimer", AUTO)])
    assert attribute(shown, AGENCIES).syndication.claims_unmodified
    assert not attribute(article(by="By IANS"), AGENCIES).syndication.claims_unmodified


def test_one_more_sign_never_lowers_confidence():
    signs = [
        {"by": "By IANS"},
        {"cut": [("sign_off", "--IANS")]},
        {"body": "He told IANS of it."},
        {"dateline": "Oslo, May 2 (IANS)"},
    ]
    shown: dict = {}
    last = 0.0
    for sign in signs:
        shown |= sign
        told = attribute(article(**shown), AGENCIES, country="IN").syndication
        assert told.confidence >= last
        last = told.confidence
    assert last > 0.97


def test_evidence_keeps_the_other_agency_and_quotes_the_page():
    shown = article(
        dateline="CHICAGO (AP)", cut=[("copyright", "© 2020 The Canadian Press")]
    )
    told = attribute(shown, AGENCIES, country="CA").syndication.evidence
    assert [(e.sign, e.agency, e.where, e.quote) for e in told] == [
        ("dateline", "ap", "dateline", "CHICAGO (AP)"),
        ("copyright", "cp", "tail", "© 2020 The Canadian Press"),
    ]


@settings(max_examples=80, deadline=None, derandomize=True)
@given(
    st.text(max_size=80),
    st.text(max_size=80),
    st.text(alphabet="IANSPT()/-, aé।\n", max_size=80),
    st.sampled_from(["sign_off", "disclaimer", "fragment", "copyright", "caption"]),
    st.sampled_from(["https://[x", "", "https://a.test/wires/pa/x"]),
)
def test_any_page_is_attributed_without_error(by, dateline, tail, reason, url):
    shown = article(by=by, dateline=dateline, cut=[(reason, tail)], url=url, body=tail)
    told = attribute(shown, AGENCIES)
    assert told.agency is None or told.agency in AGENCIES
