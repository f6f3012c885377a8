"""Sign-offs are cut from the end, and nothing that could be a sentence."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newscrawl.text.names import AgencyNames
from newscrawl.text.tail import cut_tail

NAMES = AgencyNames(
    {
        "IANS": "ians", "आईएएनएस": "ians", "ANI": "ani", "PTI": "pti",
        "Press Trust of India": "pti", "পিটিআই": "pti", "भाषा": "pti_bhasha",
        "Reuters": "reuters", "AP": "ap", "The Associated Press": "ap", "AFP": "afp",
        "dpa": "dpa", "dpa-infocom": "dpa", "EFE": "efe", "ANSA": "ansa", "APA": "apa",
        "Xinhua": "xinhua", "AAP": "aap", "বাসস": "bss", "LaPresse": "lapresse",
        "Yonhap News Agency": "yonhap", "The Canadian Press": "cp", "ČTK": "ctk",
        "हिन्दुस्थान समाचार": "hs",
    }
)  # fmt: skip
BODY = "The ferry left at noon with forty people on board."

# (paragraphs under BODY, reason and agency of each cut)
OWN = [
    (["--IANS"], [("sign_off", "ians")]),
    (["–IANS int/khz/"], [("sign_off", "ians")]),
    (["—IANS"], [("sign_off", "ians")]),
    (["--IANS", "ms/vd"], [("sign_off", "ians")] * 2),
    (["--IANS kh"], [("sign_off", "ians")]),
    (["--", "IANS", "mkr/"], [("sign_off", "ians")] * 3),
    (["-- IANS mkr/"], [("sign_off", "ians")]),
    (["--आईएएनएस"], [("sign_off", "ians")]),
    (["--आईएएनएस एसके/एबीएम"], [("sign_off", "ians")]),
    (["PTI COR AD SOMSOM"], [("sign_off", "pti")]),
    (["PTI"], [("sign_off", "pti")]),
    (["(PTI)"], [("sign_off", "pti")]),
    (["-- PTI"], [("sign_off", "pti")]),
    (["[AFP]"], [("sign_off", "afp")]),
    (["ap/kam/bfi/eg", "AFP"], [("sign_off", "afp")] * 2),
    (["भाषा सं जफर शोभना खारी", "खारी"], [("sign_off", "pti_bhasha")] * 2),
    (["dpa al rmo hct rmo"], [("sign_off", "dpa")]),
    (["AAP RTV ar"], [("sign_off", "aap")]),
    (["(dpa/lsw)"], [("sign_off", "dpa")]),
    (["हिन्दुस्थान समाचार / राम सिंह"], [("sign_off", "hs")]),
    (["Source: IANS"], [("source_line", "ians")]),
    (["Source : IANS"], [("source_line", "ians")]),
    (["(Source: PTI)"], [("source_line", "pti")]),
    (["News Source: Yonhap News Agency"], [("source_line", "yonhap")]),
    (["Source: XINHUA"], [("source_line", "xinhua")]),
    (["Source: Agencies"], [("source_line", None)]),
    (["(Quelle: APA/sda/dpa)"], [("source_line", "apa")]),
    (["Quelle: dpa"], [("source_line", "dpa")]),
    (["Fuente: EFE"], [("source_line", "efe")]),
    (["Zdroj: ČTK"], [("source_line", "ctk")]),
    (["स्रोत: आईएएनएस"], [("source_line", "ians")]),
    (["(Reporting by Ana Cox; Editing by Bo Li)"], [("reporting_line", None)]),
    (["(Additional reporting by Ana Cox in Oslo)"], [("reporting_line", None)]),
    (["(Reporte de Ana Cox; Editado por Bo Li)"], [("reporting_line", None)]),
    (["(By Ina Hsu)", "Enditem"], [("reporting_line", None), ("end_mark", None)]),
    (["(By Ina Hsu and Kay Lin)"], [("reporting_line", None)]),
    (["© dpa-infocom, dpa:201227-99-820474/3"], [("copyright", "dpa")]),
    (["© dpa-infocom, dpa:240516-99-53606/3 (dpa)"], [("copyright", "dpa")]),
    (["© 2024 AFP"], [("copyright", "afp")]),
    (
        ["Copyright 2020 The Associated Press. All rights reserved. This may not be"],
        [("copyright", "ap")],
    ),
    (["© Copyright LaPresse - Riproduzione Riservata"], [("copyright", "lapresse")]),
    (["© 2020 The Canadian Press"], [("copyright", "cp")]),
    (["All rights reserved."], [("copyright", None)]),
    (["Enditem"], [("end_mark", None)]),
    (["ends"], [("end_mark", None)]),
    (["-30-"], [("end_mark", None)]),
    (["###"], [("end_mark", None)]),
    (["___", "© 2024 AFP"], [("end_mark", None), ("copyright", "afp")]),
]
GLUED = [
    (" --IANS", "--IANS", "ians"),
    (" --IANS rt/na", "--IANS rt/na", "ians"),
    ("—IANS", "—IANS", "ians"),
    (" PTI COR AD SOMSOM", "PTI COR AD SOMSOM", "pti"),
    (" PTI COR OZ OZ", "PTI COR OZ OZ", "pti"),
    (" PTI COR NAV APL APL", "PTI COR NAV APL APL", "pti"),
    ("  PTI", "PTI", "pti"),
    ("PTI", "PTI", "pti"),
    (" -- PTI", "-- PTI", "pti"),
    (" (IANS)", "(IANS)", "ians"),
    (" (ANI)", "(ANI)", "ani"),
    (" (ANSA).", "(ANSA).", "ansa"),
    (" REUTERS", "REUTERS", "reuters"),
    (" Reuters", "Reuters", "reuters"),
    (" (dpa/gem)", "(dpa/gem)", "dpa"),
    (" Source: IANS", "Source: IANS", "ians"),
    (" Enditem", "Enditem", None),
    (" (Reporting by Ana Cox; Editing by Bo Li)", "(Reporting by Ana Cox", None),
    (" © 2024 AFP", "© 2024 AFP", "afp"),
    (" (With inputs from PTI)", "(With inputs from PTI)", None),
]
INDIC = [
    ("नाव चल पड़ी। --आईएएनएस", "नाव चल पड़ी।", "ians"),
    ("নৌকা ছেড়ে গেল।—পিটিআই", "নৌকা ছেড়ে গেল।", "pti"),
    ("নৌকা ছেড়ে গেল। -বাসস", "নৌকা ছেড়ে গেল।", "bss"),
    ("नाव चल पड़ी। भाषा सं जफर खारी खारी", "नाव चल पड़ी।", "pti_bhasha"),
]
KEPT = [
    "The captain was calm, he told IANS.",
    "The boat is safe, he told IANS",
    "The boat is safe, according to PTI",
    "The boat is safe, according to the PTI.",
    "The case concerns the Press Trust of India (PTI)",
    "Das meldete die Deutsche Presse-Agentur (dpa).",
    "The ferry carried MR KUMAR SINGH",
    "She thanked everyone. ANAND KUMAR",
    "He left at once. PTI IMRAN KHAN",
    "Who reported it first? Reuters reporters did.",
    "He works for Reuters.",
    "ms/vd",
    "int/khz/",
    "भाषा एक नदी है।",
    "वह बोले। भाषा एक नदी है",
    "The source: IANS said so in May.",
    "Copyright law protects the ferry's name.",
    "The week ends",
    "He asked: is it and/or",
    "By Friday (the ninth) it was over.",
]


@pytest.mark.parametrize(("tail", "cuts"), OWN, ids=lambda v: str(v)[:40])
def test_paragraphs_of_their_own_go(tail, cuts):
    rest, found = cut_tail([BODY, *tail], NAMES)
    assert rest == [BODY]
    assert [(c.reason, c.agency) for c in found] == cuts
    assert [c.text for c in found] == tail


@pytest.mark.parametrize(("tail", "text", "agency"), GLUED)
def test_what_hangs_on_the_last_words_goes(tail, text, agency):
    rest, found = cut_tail([BODY, BODY + tail], NAMES)
    assert rest == [BODY, BODY]
    assert found[0].text.startswith(text)
    assert found[0].agency == agency


@pytest.mark.parametrize(("text", "kept", "agency"), INDIC)
def test_indic_texts_are_signed_after_a_danda(text, kept, agency):
    rest, found = cut_tail([text], NAMES)
    assert (rest, found[0].agency) == ([kept], agency)


@pytest.mark.parametrize("text", KEPT)
def test_a_sentence_stays(text):
    assert cut_tail([BODY, text], NAMES) == ([BODY, text], [])


def test_the_slash_of_a_double_end_mark_goes_and_the_stop_stays():
    assert cut_tail(["It met the committee./."], NAMES)[0] == ["It met the committee."]


def test_several_sign_offs_go_in_page_order():
    tail = ["--IANS", "ms/vd", "Source: IANS", "© 2024 AFP"]
    rest, cuts = cut_tail([BODY, *tail], NAMES)
    assert rest == [BODY]
    assert [c.text for c in cuts] == tail


def test_only_the_end_is_looked_at():
    text = ["--IANS", BODY, "(PTI)", BODY]
    assert cut_tail(text, NAMES) == (text, [])


def test_a_desk_line_of_the_outlet_goes_with_the_agency_above_it():
    rest, cuts = cut_tail(["নৌকা ছেড়ে গেল। -বাসস", "প্রতিদিন/শফিক"], NAMES)
    assert rest == ["নৌকা ছেড়ে গেল।"]
    assert [c.text for c in cuts] == ["-বাসস", "প্রতিদিন/শফিক"]


def test_a_line_alone_may_be_nothing_but_a_sign_off():
    assert cut_tail(["Source: PTI"], NAMES)[0] == []


def test_without_names_no_agency_is_believed():
    assert cut_tail([BODY, "--IANS"], AgencyNames())[0] == [BODY, "--IANS"]


HOSTILE = [
    "PTI " * 40_000, "(" * 100_000, "-" * 100_000, "a/" * 60_000, ". A" * 50_000,
    "भाषा " * 20_000, "© " * 50_000, "(Reporting by " * 20_000, "Source: " * 30_000,
    ".\t" * 50_000 + "--IANS", "A" * 200_000, "; editing by a" * 20_000,
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE, ids=lambda t: t[:6])
def test_long_lines_are_read_in_bounded_steps(text):
    rest, _ = cut_tail([BODY, text, text[:590]], NAMES)
    assert rest[0] == BODY


@settings(max_examples=150, deadline=None, derandomize=True)
@given(
    st.lists(
        st.one_of(
            st.text(max_size=60),
            st.text(alphabet="PTIANS()-–/.। abxyz©:Source\n", max_size=60),
        ),
        max_size=6,
    )
)
def test_any_text_loses_only_its_end(paragraphs):
    rest, cuts = cut_tail(paragraphs, NAMES)
    assert len(rest) <= len(paragraphs)
    assert rest[:-1] == paragraphs[: len(rest)][:-1]
    assert not rest or paragraphs[len(rest) - 1].startswith(rest[-1])
    assert all(c.text and c.reason for c in cuts)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Rain fell. This report by AFP was first published Feb. 22, 2024.",
         "Rain fell."),
        ("Rain fell. This story was not edited by our staff, it is from a feed.",
         "Rain fell."),
        ("Rain fell. This report lists ten dams.", None),
        ("Rain fell. This report was praised by AFP. It lists ten dams.", None),
        ("Rain fell. This story was told AFP by a sailor, he said.", None),
    ],
)  # fmt: skip
def test_a_houses_last_sentence_is_cut_and_no_other(text, kept):
    names = AgencyNames({"AFP": "afp"})
    assert cut_tail([text], names)[0] == [kept or text]
