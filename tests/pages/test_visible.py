"""Byline and date rows as they are printed near the headline."""

from __future__ import annotations

import pytest
from lxml import html

from newscrawl.pages.dom import read_blocks
from newscrawl.pages.visible import marked_bylines, read_rows


@pytest.mark.parametrize(
    ("rows", "bylines", "published", "modified"),
    [
        (["By IANS | Updated: May 6, 2025 09:14 IST"], ["By IANS"], [],
         ["Updated: May 6, 2025 09:14 IST"]),
        (["By Asha Rao May 6, 2025"], ["By Asha Rao"], ["May 6, 2025"], []),
        (["By Asha Rao Updated May 6, 2025"], ["By Asha Rao"], [],
         ["Updated May 6, 2025"]),
        (["Von Anna Weber", "06.05.2025"], ["Von Anna Weber"], ["06.05.2025"], []),
        (["Updated:", "6 May 2025, 09:14"], [], [], ["6 May 2025, 09:14"]),
        (["Published May 5, 2025 Updated May 6, 2025"], [], ["Published May 5, 2025"],
         ["Updated May 6, 2025"]),
        (["प्रकाशित: 2 अप्रैल 2025"], [], ["प्रकाशित: 2 अप्रैल 2025"], []),
        (["Updated:", "x" * 300, "6 May 2025"], [], ["6 May 2025"], []),
        (["Asha RaoDec. 21, 2023 11:00 pm"], [],
         ["Asha Rao Dec. 21, 2023 11:00 pm"], []),
        (["ByAsha Rao"], ["ByAsha Rao"], [], []),
        (["Byron Bay"], [], [], []),
        (["Study7 April 2020"], [], ["Study 7 April 2020"], []),
        (["Asha RaoDec 05, 20232 Shares"], [], ["Asha Rao Dec 05, 2023 2 Shares"], []),
        (["May 11, 2025", "Posted On May 10, 2025"], [],
         ["Posted On May 10, 2025", "May 11, 2025"], []),
        (["Veröffentlichung: 4. Mai 2025"], [], ["Veröffentlichung: 4. Mai 2025"], []),
        (["Quay dredged", "By the river"], ["By the river"], [], []),
        (["Edited by Bo Li", "6 May 2025"], ["Edited by Bo Li"], ["6 May 2025"], []),
        (["Bo Li and Asha Rao and Vik Sen, Sea Post and Harbour - 6 May 2025"], [],
         ["6 May 2025"], []),
        (["By Asha Rao / 6. May 2025 / No comments"], ["By Asha Rao"],
         ["6. May 2025 / No comments"], []),
        (["Von Bo Li am 6. Mai 2025, 09:14 Uhr"], ["Von Bo Li"],
         ["6. Mai 2025, 09:14 Uhr"], []),
        (["Eingetragen am 5. Mai 2025, aktualisiert am 6. Mai 2025"], [],
         ["Eingetragen am 5. Mai 2025,"], ["aktualisiert am 6. Mai 2025"]),
        (["6 May 2025 lastupdate"], [], [], ["6 May 2025 lastupdate"]),
        (["5 May 2025, updated 6 May 2025"], [], ["5 May 2025"],
         ["updated 6 May 2025"]),
        (["5. Mai 20256. Mai 2025 Asha Rao"], [], ["5. Mai 2025 6. Mai 2025 Asha Rao"],
         []),
        (["May 5, 2025May 6, 2025"], [], ["May 5, 2025 May 6, 2025"], []),
        (["Heard here on the radio on 5 May 2025."], [], [], []),
        (["Film, 3 min, to be seen until 6 June 2025"], [], [], []),
        (["2025/26 Week of 14.-20. Januar"], [], [], []),
        (["Boats, May 5-7, 2025"], [], [], []),
        (["Week 14. - 20. Januar 2025"], [], [], []),
        (["Boats +++ 28.01.2025 – 29.01.2025"], [], [], []),
        (["6 May 2025, 3-5 min read"], [], ["6 May 2025, 3-5 min read"], []),
        (["2025-05-06 Asha Rao"], [], ["2025-05-06 Asha Rao"], []),
        (["A row without any of it"], [], [], []),
    ],
)  # fmt: skip
def test_rows(
    rows: list[str], bylines: list[str], published: list[str], modified: list[str]
) -> None:
    page = "".join(f"<div>{row}</div>" for row in rows)
    blocks = read_blocks(html.document_fromstring(page)).blocks
    found = read_rows(blocks, 0, len(blocks))
    assert (found.bylines, found.published, found.modified) == (
        bylines,
        published,
        modified,
    )


def test_rows_above_the_headline_are_kept_apart() -> None:
    rows = (
        "Monday, May 12, 2025", "Posted on 9 May 2025", "Updated", "5 May 2025",
        "Quay reopens", "6 May 2025",
    )  # fmt: skip
    page = "".join(f"<div>{row}</div>" for row in rows)
    blocks = read_blocks(html.document_fromstring(page)).blocks
    found = read_rows(blocks, 0, len(blocks), 5)
    assert found.above == ["Monday, May 12, 2025", "6 May 2025"]
    found = read_rows(blocks, 0, len(blocks), 4)
    assert found.above == ["Monday, May 12, 2025"]
    assert found.published == ["Posted on 9 May 2025", "6 May 2025"]
    assert found.modified == ["5 May 2025"]
    found = read_rows(blocks, 2, len(blocks), 3)
    assert (found.published, found.modified) == (["6 May 2025"], [])
    assert found.above == ["5 May 2025"]


@pytest.mark.parametrize(
    ("markup", "found"),
    [
        ("<div class=author-name>Asha Rao</div>", ["Asha Rao"]),
        ("<div itemprop=author><p>Asha Rao</p></div>", ["Asha Rao"]),
        ("<div id=byline><p>Asha Rao</p></div>", ["Asha Rao"]),
        (
            "<div class=byline><a rel=author>Asha Rao</a> <span>Sea Post</span></div>",
            ["Asha Rao, Sea Post"],
        ),
        (
            "<div class=byline>By <a rel=author>Asha Rao</a> and others</div>",
            ["By Asha Rao and others"],
        ),
        ("<div class=authority>Port authority</div>", []),
        (f"<div class=author>{'Asha Rao writes. ' * 9}</div>", []),
    ],
)
def test_marked_bylines(markup: str, found: list[str]) -> None:
    blocks = read_blocks(html.document_fromstring(markup)).blocks
    assert marked_bylines(blocks, 0, len(blocks)) == found


@pytest.mark.parametrize(
    ("label", "modified"),
    [
        *((word, True) for word in (
            "Last updated", "UPDATED ON", "Modified", "Edited", "Revised at",
            "Aktualisiert am", "AKTUALISIERUNG", "Letzte Änderung", "LETZTE ÄNDERUNG",
            "Actualizado", "Mis à jour", "MIS À JOUR", "Atualizado", "Aggiornato",
            "अपडेटेड", "अपडेट", "अद्यतन", "আপডেট",
        )),
        *((word, False) for word in (
            "First published", "POSTED ON", "Created", "Publish date",
            "Date", "Veröffentlicht", "VERÖFFENTLICHUNG", "Erschienen", "Erstellt",
            "Eingetragen", "Publicado", "Publié", "PUBLIÉ", "Pubblicato", "प्रकाशित",
            "प्रकाशन", "প্রকাশিত", "প্রকাশ",
        )),
    ],
)  # fmt: skip
@pytest.mark.parametrize("joint", [": ", ":", " "])
def test_each_label_is_known_alone_or_glued_to_its_date(
    label: str, modified: bool, joint: str
) -> None:
    day = "4 May 2026"
    markup = f"<p>{label}{joint}{day}</p>"
    blocks = read_blocks(html.document_fromstring(markup)).blocks
    rows = read_rows(blocks, 0, 1)
    assert (rows.modified if modified else rows.published) == [f"{label}{joint}{day}"]
    assert rows.told == (not modified)


@pytest.mark.parametrize("sign", ["|", "•", "·", "∙", "‖", " | ", " · ", " - ", " / "])
def test_each_sign_parts_a_name_from_its_date(sign: str) -> None:
    blocks = read_blocks(html.document_fromstring(f"<p>Asha Rao{sign}4 May 2026</p>"))
    assert read_rows(blocks.blocks, 0, 1).published == ["4 May 2026"]
