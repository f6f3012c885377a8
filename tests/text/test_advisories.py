from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.text.advisories import advisory


@pytest.mark.parametrize(
    ("headline", "said"),
    [
        ("UPDATE 2-Lindholm dam gives way", "lead"),
        ("WRAPUP 1-Lindholm dam gives way", "lead"),
        ("(LEAD) Lindholm dam gives way", "lead"),
        ("(3rd LD) Lindholm dam gives way", "lead"),
        ("BC-EU--Lindholm-Dam, 4th Ld-Writethru", "lead"),
        ("CORRECTED-Lindholm dam gives way", "correction"),
        ("CORRECTED-UPDATE 1-Lindholm dam gives way", "correction"),
        ("Correction: Lindholm dam story", "correction"),
        ("(Corrected) Lindholm dam gives way", "correction"),
        ("Berichtigung: Damm bei Lindholm gebrochen", "correction"),
        ("संशोधित: लिंडहोम बांध टूटा", "correction"),
        ("KILL: Lindholm dam gives way", "kill"),
        ("WITHDRAWN - Lindholm dam gives way", "kill"),
        ("Kill Creek dam gives way", None),
        ("Killed in Lindholm flood: three farmers", None),
        ("Corrected figures show the loss of 340 cattle", None),
        ("Update on the Lindholm dam", None),
        ("Lead in water of Lindholm, officials say", None),
        ("Corrections officer drowned in Lindholm", None),
        ("Withdrawal of troops from Lindholm begins", None),
        ("", None),
    ],
)
def test_marks_in_the_headline(headline: str, said: str | None) -> None:
    assert advisory(headline) == said


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("This version corrects the spelling of Lindholm.", "correction"),
        ("(This story corrects the name in paragraph 4.)", "correction"),
        ("This March 3 story has been corrected to say that 11 farms …", "correction"),
        ("The story was refiled to fix a typo in the headline", "correction"),
        ("An earlier version misstated the year the dam was built.", "correction"),
        ("(Corrects figure in second paragraph)", "correction"),
        ("(Refiles to fix typo)", "correction"),
        ("Eds: Correcting the dateline", "correction"),
        ("This story has been withdrawn by the agency.", "kill"),
        ("Please ignore the story 'Dam gives way'.", "kill"),
        ("(Adds details, quotes; changes headline)", "lead"),
        ("(Eds: Updates with more inputs)", "lead"),
        ("(ATTN: ADDS details in paras 4-5, photos)", "lead"),
        ("The minister corrected the figure on Tuesday.", None),
        ("He said the story was corrected by nobody.", None),
        ("The report has been welcomed by farmers.", None),
        ("This story has been shared 300 times.", None),
        ("The version of the police is another.", None),
        ("This story has been withdrawn " + "and so on " * 40, None),
    ],
)
def test_lines_of_their_own(line: str, said: str | None) -> None:
    assert advisory("Dam gives way", ["It rained on Friday.", line]) == said


def test_the_gravest_is_told() -> None:
    lines = ["(Adds details)", "This version corrects the year."]
    assert advisory("UPDATE 1-Dam gives way", lines) == "correction"
    assert advisory("KILL-Dam gives way", lines) == "kill"


@given(st.text(max_size=300), st.text(max_size=300))
def test_any_text_is_survived(headline: str, line: str) -> None:
    assert advisory(headline, [line]) in {None, "kill", "correction", "lead"}
