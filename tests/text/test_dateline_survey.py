"""The survey of datelines seen in the wild, where it is at hand."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from newscrawl.text.dateline import read_dateline
from newscrawl.text.names import AgencyNames

_SURVEY = Path(__file__).parents[3] / "shared" / "facts" / "datelines.md"
_ROW = re.compile(r"\|\s?\d+ \|[^|]*\| (.*) \| [^|]*\|$", re.M)
# A comma alone, a byline and a bare dash open no dateline.
_NOT = re.compile(r"मुंबई, शेयर|BY |\s?(?:—|--|_)$")


@pytest.mark.skipif(not _SURVEY.exists(), reason="no survey here")
def test_forms_of_the_survey_are_read():
    printed = [
        example.replace("⏎", "\n").replace("¦", "|")
        for row in _ROW.findall(_SURVEY.read_text("utf-8").replace(")|`", ")¦`"))
        for example in re.findall(r"`([^`]+)`", row)
        if not _NOT.match(example)
    ]
    names = AgencyNames(
        {n: n.lower() for n in re.findall(r"[(/—] ?([\w. ]+)[)/.]", " ".join(printed))}
    )
    read = [p for p in printed if read_dateline(p + " Goats left.", names)]
    assert len(printed) > 50
    assert len(read) >= 0.9 * len(printed), sorted(set(printed) - set(read))
