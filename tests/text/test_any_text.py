"""Whatever a page prints, a rule about text answers, and answers the same again."""

# ruff: noqa: E501 - tables of shapes

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newscrawl.agencies import load_agencies
from newscrawl.text import (
    appeals,
    boilerplate,
    byline,
    bylinerow,
    clean,
    clocks,
    credit,
    dateline,
    dates,
    days,
    disclaimer,
    filingday,
    headline,
    inputs,
    language,
    lines,
    marks,
    moments,
    paragraphs,
    places,
    relative,
    spans,
    tail,
    urls,
    zones,
)  # fmt: skip

if TYPE_CHECKING:
    from collections.abc import Callable

NAMES = load_agencies().names
NOW = "2025-05-06T09:00:00+00:00"
# What the rules look for, so that chance meets them.
SHAPES = [
    "IANS", "PTI", "(AP)", "By ", "By", "द्वारा", "Updated: ", "2 hours ago", "vor 5 Min",
    "May 6, 2025", "06/05/2025", "২ মে ২০২৫", "5:18 PM IST", "PMTags", "+05:30", "UTC-",
    "New Delhi", "NEW YORK", "/", "—", " -- ", "--IANS", "(Reuters) - ", "|", " | X Times",
    "Copyright ", "Disclaimer: This story has not been edited", "auto-generated from a feed",
    "with inputs from ", "Also read:", "Subscribe", "...", "https://x.in/2025/05/06/a",
    "https://[::1", "xn--", "%2F%zz", "\n", "\u200f", "\u2028", "\ud800", "\0", "²", "①",
    "東京", "（共同）", "【新华社】", "٢٠٢٥", "ﷺ", "İ", "ß", "\xad", "\t", "()", "((", "123456",
]  # fmt: skip
TEXT = st.lists(st.sampled_from(SHAPES) | st.text(max_size=12), max_size=14).map(
    "".join
)
PLAIN = headline.Printing
RULES: dict[str, Callable[[str], Any]] = {
    "about_author": lambda t: appeals.about_author(t, {"Asha Rao", t[:5]}),
    "closing_reason": appeals.closing_reason,
    "line_reason": boilerplate.line_reason,
    "opens_related": boilerplate.opens_related,
    "closes_article": boilerplate.closes_article,
    "shows_paywall": boilerplate.shows_paywall,
    "is_byline": byline.is_byline,
    "is_agency_line": lambda t: byline.is_agency_line(t, NAMES),
    "read_byline": lambda t: byline.read_byline(t, NAMES, "X Times"),
    "kind_of": lambda t: byline.kind_of(t, NAMES, t[:9]),
    "without_furniture": bylinerow.without_furniture,
    "without_trailer": bylinerow.without_trailer,
    "squeeze": clean.squeeze,
    "comparable": clean.comparable,
    "words": clean.words,
    "find_clocks": clocks.find_clocks,
    "find_names": lambda t: credit.find_names(t, NAMES),
    "read_dateline": lambda t: dateline.read_dateline(t, NAMES, near=NOW),
    "read_moment": lambda t: dates.read_moment(t, zone="Asia/Kolkata", now=NOW),
    "read_moment, MDY": lambda t: dates.read_moment(t, order="MDY"),
    "find_days": lambda t: days.find_days(t, "DMY", date(2025, 5, 6)),
    "dated_path": days.dated_path,
    "read_disclaimer": lambda t: disclaimer.read_disclaimer(t, NAMES),
    "embedded_day": lambda t: filingday.embedded_day(t, NOW),
    "choose": lambda t: headline.choose([PLAIN(t, "h1"), PLAIN(t[2:], "og")], t, t[:5]),
    "slug_words": headline.slug_words,
    "is_mixed": lambda t: inputs.is_mixed(t, NAMES),
    "read_language": lambda t: language.read_language(t, t[:5]),
    "dump_line": lambda t: lines.dump_line({t: t}),
    "printable": lines.printable,
    "mark_names": lambda t: marks.mark_names(t, NAMES).text,
    "choose_moment": lambda t: moments.choose_moment([(t, "a"), (t[3:], "b")]),
    "localise": lambda t: moments.localise(
        dates.Moment(NOW, "second", "page", NOW), [t]
    ),
    "own_paragraphs": lambda t: paragraphs.own_paragraphs(
        [paragraphs.Piece("p", part) for part in t.split(" ") if part], t[:20]
    ),
    "leading_place": places.leading_place,
    "split_places": places.split_places,
    "tells_ago": relative.tells_ago,
    "cut_tail": lambda t: tail.cut_tail([t, t[4:]], NAMES),
    "whole_line": lambda t: tail.whole_line(t, NAMES),
    "url_key": urls.url_key,
    "clean_url": urls.clean_url,
    "host_of": urls.host_of,
    "same_site": lambda t: urls.same_site(t, t[3:]),
    "named_zone": zones.named_zone,
    "country_zone": zones.country_zone,
}


@pytest.mark.parametrize("rule", RULES)
@settings(max_examples=100, derandomize=True, deadline=None)
@given(text=TEXT)
def test_a_rule_answers_whatever_the_text(rule: str, text: str) -> None:
    assert RULES[rule](text) == RULES[rule](text)


@settings(max_examples=200, derandomize=True, deadline=None)
@given(text=TEXT)
def test_spans_are_read_or_refused(text: str) -> None:
    for read in (spans.read_ages, spans.read_hours):
        try:
            read(text)
        except ValueError as error:
            assert "is no span" in str(error)
