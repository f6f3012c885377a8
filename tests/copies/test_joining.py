"""Copies join their story whatever the desk did; look-alikes do not."""

from __future__ import annotations

import itertools
import random
from collections import defaultdict
from typing import TYPE_CHECKING

import pytest

from newscrawl.copies.index import COMMON
from newscrawl.copies.joining import join
from newscrawl.copies.memory import MemoryIndex
from newscrawl.copies.query import CopyText
from newscrawl.copies.shingles import sample
from newscrawl.copies.tokens import word_form
from newscrawl.store.sqlite import SqliteStore, open_store

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from newscrawl.copies.index import CopyIndex

FERRY = [
    "The harbour council of Port Lind approved a new ferry timetable on Monday after"
    " fishermen complained that the early boats crossed their nets near the east pier.",
    "Council leader Marta Oyelaran said the first crossing would leave at 6.40 instead"
    " of 5.55 and that two evening boats would be added during the herring season.",
    '"We listened to the crews and we listened to the commuters," she told reporters'
    " outside the old customs house, where the vote was held behind closed doors.",
    "The operator, Lind Coastal, carries about 3,200 passengers a day between the town"
    " and the islands of Sorra and Vekk, most of them students and hospital staff.",
    "Its manager, Teodor Brink, said the company would need four weeks to retrain"
    " crews and to repaint the timetables on 17 landing stages along the sound.",
    "A petition against the change gathered 812 signatures, chiefly from bakers on"
    " Sorra who send bread to the town market before the shops open at seven.",
]
UPDATED_LEAD = [
    "Ferry crews in Port Lind walked out on Tuesday in protest at a timetable that the"
    " harbour council had approved only a day earlier, stranding hundreds of students.",
    "The seamen's union said 46 of its members had left their posts at dawn and would"
    " not return before talks with the mediator appointed by the county.",
]
LOCAL = [
    "In Vekk village hall, residents met on Sunday evening to plan shared car rides to"
    " the northern landing, school teacher Ilse Navarro said.",
    "The village shop will open half an hour later from next week, its owner said.",
]
BRIDGE = [
    "Engineers closed the Askel road bridge for the second time this winter after a"
    " survey found cracks in three of its nine steel bearings, the county said.",
    "Lorries above 12 tonnes must take the valley road through Tornby until April,"
    " adding about 50 minutes to the journey from the quarry to the coast.",
    "The quarry's owner, Granmark Stone, warned that 140 jobs depend on the crossing"
    " and asked the ministry for a temporary pontoon.",
    "Repairs are expected to cost 4.1 million crowns and to last until midsummer.",
]
ORCHARD = [
    "Frost destroyed a third of the apple blossom in the Hallen valley last week, the"
    " growers' federation said after visiting 61 orchards with insurers.",
    "Night temperatures fell to minus six degrees on three nights in a row, the lowest"
    " in any May since records began at the Hallen agricultural college.",
    "Pavel Lindqvist, who grows cider apples near the river, said wind machines had"
    " saved his lower terraces but that the slopes were brown by morning.",
    "The ministry of agriculture said it would decide on aid before the end of June.",
]


def market(day: str, index: str, points: str, up: str, down: str) -> list[str]:
    return [
        f"The benchmark Lind-40 index ended {points} points higher at {index} on {day}"
        f" as gains in shipping shares offset losses among banks, dealers said.",
        f"Shares of {up} led the gainers while {down} was the biggest loser in a"
        f" session that saw trading volumes close to their monthly average.",
        f"The crown settled little changed against the dollar on {day} after importers"
        f" bought foreign currency to pay for fuel, according to dealers.",
    ]


def copy(
    name: str,
    paragraphs: Sequence[str],
    *,
    headline: str = "Port Lind changes its ferry timetable",
    hour: int | None = 9,
    agency: str | None = None,
    version: int = 1,
) -> CopyText:
    at = None if hour is None else f"2026-03-02T{hour:02d}:00:00+00:00"
    return CopyText(
        name, f"outlet-{name}", at, headline, paragraphs, agency, "en", version
    )


@pytest.fixture(params=["memory", "sqlite"])
def index(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[CopyIndex]:
    if request.param == "memory":
        yield MemoryIndex()
        return
    store: SqliteStore = open_store(tmp_path / "state.sqlite")
    yield store.copies()
    store.close()


def edited(paragraphs: Sequence[str]) -> list[str]:
    changes = {
        "approved": "passed",
        "complained": "said",
        "near the east pier": "off the east pier",
        "reporters": "journalists",
        "most of them": "many",
        "chiefly": "mainly",
    }
    text = "\n".join(paragraphs)
    for old, new in changes.items():
        text = text.replace(old, new)
    return text.split("\n")


@pytest.mark.parametrize(
    ("paragraphs", "relation"),
    [
        (FERRY, "verbatim"),
        ([p.replace('"', "”").upper() for p in FERRY], "verbatim"),
        ([" ".join(FERRY[:3]), *FERRY[3:]], "verbatim"),
        (edited(FERRY), "edited"),
        ([FERRY[0], *FERRY[3:], *FERRY[1:3]], "edited"),
        (FERRY[:2], "excerpt"),
        (FERRY[:1], "excerpt"),
        ([*FERRY, *LOCAL], "expanded"),
        ([LOCAL[0], *FERRY, LOCAL[1]], "expanded"),
        ([*UPDATED_LEAD, *FERRY[1:]], "update"),
    ],
)
def test_a_copy_joins_its_story(
    index: CopyIndex, paragraphs: list[str], relation: str
) -> None:
    first = join(index, copy("a", FERRY))
    join(index, copy("x", BRIDGE))
    joined = join(index, copy("b", paragraphs, hour=11))
    assert first.relation == "first"
    assert joined.story == first.story
    assert (
        joined.relation in {relation, "edited"} if relation == "verbatim" else relation
    )
    assert joined.matched == "a"
    assert joined.first_outlet == "outlet-a"
    assert joined.lag_seconds == 7200


@pytest.mark.parametrize("whole_first", [True, False])
def test_the_order_of_excerpt_and_whole_does_not_matter(
    index: CopyIndex, whole_first: bool
) -> None:
    texts = [FERRY, FERRY[:2]] if whole_first else [FERRY[:2], FERRY]
    first, second = (join(index, copy(f"c{n}", text)) for n, text in enumerate(texts))
    assert second.story == first.story
    assert second.relation == ("excerpt" if whole_first else "expanded")


@pytest.mark.parametrize(
    ("one", "two"),
    [
        pytest.param(
            market("Monday", "8,412.50", "96.20", "Brandt Lines", "Kredo Bank"),
            market("Thursday", "8,377.15", "41.85", "Oster Cargo", "Helm Credit"),
            id="template",
        ),
        pytest.param(
            FERRY,
            [
                "Commuters on Sorra welcomed a later start for the ferry to Port Lind,"
                " decided on Monday by the harbour council in a closed session.",
                "Council leader Marta Oyelaran said two evening boats would be added.",
                "Fishing crews had said that boats before six o'clock tore their nets"
                " and had threatened to block the harbour mouth at Easter.",
                "The company that runs the line expects to need a month of training.",
            ],
            id="same event",
        ),
        pytest.param([*BRIDGE, *FERRY[3:5]], [*ORCHARD, *FERRY[3:5]], id="background"),
        pytest.param(
            [BRIDGE[0], FERRY[2]], [ORCHARD[0], LOCAL[0], FERRY[2]], id="quotation"
        ),
    ],
)
def test_look_alikes_stay_apart(
    index: CopyIndex, one: list[str], two: list[str]
) -> None:
    assert join(index, copy("a", one)).story != join(index, copy("b", two)).story


def test_a_round_up_joins_none_of_its_stories(index: CopyIndex) -> None:
    alone = {
        join(index, copy(f"s{n}", text)).story
        for n, text in enumerate((FERRY, BRIDGE, ORCHARD))
    }
    page = [*FERRY[:2], *BRIDGE[:2], *ORCHARD[:2]]
    assert join(index, copy("page", page)).story not in alone


def test_boilerplate_of_many_stories_joins_nothing(index: CopyIndex) -> None:
    notice = [
        "Readers can follow this and other reports in the morning edition, which is"
        " delivered before six in all parts of the county except on public holidays.",
        "Letters to the editor should not exceed two hundred words and must carry the"
        " full name and address of the writer, who may ask for it to be withheld.",
    ]
    lines = [*FERRY, *BRIDGE, *ORCHARD]
    own = [lines[n : n + 2] for n in range(0, len(lines), 2)]
    stories = [
        join(index, copy(f"n{n}", [*text, *notice])).story for n, text in enumerate(own)
    ]
    assert len(set(stories)) == len(own)


def test_a_key_of_very_many_stories_is_not_added_for_ever(index: CopyIndex) -> None:
    notice = (
        "Readers can follow this and other reports in the morning edition, which is"
        " delivered before six in all parts of the county except on holidays."
    )
    chance = random.Random(11)
    for number in range(COMMON + 12):
        own = " ".join(
            f"{chance.choice('abcdef')}{chance.random():.9f}" for _ in range(60)
        )
        join(index, copy(f"n{number}", [own, notice]))
    keys = list(sample(word_form([notice])))
    assert max(map(len, index.owners(keys).values())) == COMMON


def test_equal_short_notices_need_their_headline(index: CopyIndex) -> None:
    notice = ["Watch the whole report in the video above, then tell us your view."]
    one = join(index, copy("a", notice, headline="Ferry crews walk out"))
    two = join(index, copy("b", notice, headline="Orchards suffer late frost"))
    three = join(index, copy("c", notice, headline="Ferry crews walk out"))
    assert one.story != two.story
    assert three.story == one.story


def test_another_agency_s_text_is_another_story(index: CopyIndex) -> None:
    rewritten = [*UPDATED_LEAD, *FERRY[2:]]
    first = join(index, copy("a", FERRY, agency="ians"))
    assert join(index, copy("b", rewritten, agency="ani")).story != first.story
    assert join(index, copy("c", FERRY, agency="ani")).story == first.story
    assert join(index, copy("d", FERRY)).agency == "ians"


def test_the_agency_is_that_of_the_earliest_credited_copy(index: CopyIndex) -> None:
    assert join(index, copy("a", FERRY, hour=5)).agency is None
    assert join(index, copy("b", FERRY, hour=9, agency="ani")).agency == "ani"
    joined = join(index, copy("c", FERRY, hour=7, agency="ians"))
    assert joined.agency == "ians"
    state = index.story(joined.story)
    assert state is not None
    assert state.agency == "ians"
    told = join(index, copy("d", FERRY[:3], hour=10))
    assert told.matched == "c"


def test_a_told_agency_is_not_changed_by_later_credits(index: CopyIndex) -> None:
    story = join(index, copy("a", FERRY, hour=5)).story
    index.set_agency(story, "ians")
    joined = join(index, copy("b", FERRY, hour=9, agency="ani"))
    assert (joined.story, joined.agency) == (story, "ians")


def test_a_new_version_of_the_reference_is_told_against_the_first(
    index: CopyIndex,
) -> None:
    join(index, copy("a", FERRY, hour=5))
    join(index, copy("b", FERRY, hour=6, agency="ians"))
    joined = join(index, copy("b", FERRY[:3], hour=6, agency="ians", version=2))
    assert (joined.relation, joined.matched) == ("excerpt", "a")
    changed = join(index, copy("b", BRIDGE, hour=6, agency="ians", version=3))
    assert (changed.relation, changed.story) == ("update", joined.story)


def test_a_late_arrival_moves_the_first(index: CopyIndex) -> None:
    join(index, copy("a", FERRY, hour=9))
    late = join(index, copy("b", FERRY, hour=6))
    assert (late.first_outlet, late.lag_seconds) == ("outlet-b", 0)
    again = join(index, copy("c", FERRY, hour=8))
    assert (again.first_outlet, again.lag_seconds) == ("outlet-b", 7200)


@pytest.mark.parametrize("at", [None, "yesterday"])
def test_unknown_times_give_no_lag(index: CopyIndex, at: str | None) -> None:
    join(index, copy("a", FERRY))
    joined = join(index, CopyText("b", "o", at, "h", FERRY))
    assert joined.lag_seconds is None
    assert joined.first_outlet == "outlet-a"


def test_edits_tell_what_the_desk_did(index: CopyIndex) -> None:
    join(index, copy("a", FERRY))
    joined = join(
        index,
        copy("b", [*FERRY[:4], LOCAL[0]], headline="Bakers lose out in boat shake-up"),
    )
    edits = joined.edits
    assert edits is not None
    assert (edits.headline, edits.kept, edits.cut, edits.added) == (
        "rewritten",
        4,
        2,
        1,
    )
    assert 0.1 < edits.words_changed < 0.5
    same = join(index, copy("c", FERRY)).edits
    assert same is not None
    assert (same.headline, same.kept, same.words_changed) == ("same", 6, 0)


def test_a_new_version_keeps_its_story_and_replaces_its_text(index: CopyIndex) -> None:
    first = join(index, copy("a", FERRY))
    again = join(index, copy("a", BRIDGE, version=2))
    assert again.story == first.story
    assert again.relation == "first"
    kept = index.copy("a")
    assert kept is not None
    assert kept.version == 2
    assert join(index, copy("b", BRIDGE)).story == first.story
    assert join(index, copy("c", FERRY)).story != first.story


def test_a_new_version_does_not_lose_the_story_s_other_texts(index: CopyIndex) -> None:
    first = join(index, copy("a", FERRY))
    join(index, copy("b", FERRY[:4]))
    join(index, copy("a", BRIDGE, version=2))
    assert join(index, copy("c", FERRY[:3])).story == first.story


def test_ids_are_never_reused_and_repeatable(index: CopyIndex) -> None:
    texts = [FERRY, BRIDGE, ORCHARD, LOCAL]
    got = [join(index, copy(f"a{n}", text)).story for n, text in enumerate(texts)]
    other = MemoryIndex()
    assert got == [join(other, copy(f"a{n}", t)).story for n, t in enumerate(texts)]
    assert len(set(got)) == len(texts)


def test_a_story_of_many_copies_still_takes_more(index: CopyIndex) -> None:
    stories = set()
    for number in range(70):
        changed = [p.replace("Monday", f"Monday, day {number}") for p in FERRY]
        stories.add(join(index, copy(f"m{number}", changed)).story)
    assert len(stories) == 1


HINDI = [
    "बंदरगाह परिषद ने सोमवार को नाव की नई समय सारिणी को मंजूरी दी क्योंकि मछुआरों ने शिकायत"
    " की थी कि सुबह की नावें उनके जाल के ऊपर से गुजरती हैं।",
    "परिषद की नेता ने कहा कि पहली नाव अब 6.40 बजे चलेगी और मौसम में दो अतिरिक्त नावें"
    " चलाई जाएंगी, जिससे छात्रों और अस्पताल के कर्मचारियों को सुविधा होगी।",
    "कंपनी Lind Coastal प्रतिदिन लगभग 3200 यात्रियों को द्वीपों तक ले जाती है और उसे चालक दल के"
    " प्रशिक्षण के लिए चार सप्ताह चाहिए।",
]
CHINESE = [
    "港口委员会星期一批准了新的渡轮时刻表，此前渔民投诉早班船只穿过他们在东码头附近布下的渔网。",
    "委员会负责人说，第一班船将在六点四十分出发，捕鱼季节期间晚上还会增加两个班次，方便学生和医院职工。",
    "运营公司每天运送约三千二百名乘客往返于城镇和岛屿之间，公司经理表示需要四周时间培训船员。",
]
CHINESE_OTHER = [
    "工程师今年冬天第二次关闭了公路大桥，因为检查发现九个钢支座中有三个出现裂缝，县政府这样表示。",
    "载重超过十二吨的卡车在四月之前必须绕行山谷公路，从采石场到海岸的行程将增加大约五十分钟。",
]


@pytest.mark.parametrize("text", [HINDI, CHINESE], ids=["hindi and latin", "chinese"])
def test_other_scripts(index: CopyIndex, text: list[str]) -> None:
    first = join(index, copy("a", text))
    join(index, copy("x", CHINESE_OTHER))
    assert join(index, copy("b", text[:2])).story == first.story
    assert join(index, copy("c", [*text, LOCAL[1]])).story == first.story
    assert join(index, copy("y", CHINESE_OTHER[:1])).story != first.story


@pytest.mark.parametrize(
    "paragraphs", [[], [""], ["Short."], ["…"], ["word " * 30_000], ["x" * 200_000]]
)
def test_odd_texts_are_survived(index: CopyIndex, paragraphs: list[str]) -> None:
    one = join(index, copy("a", paragraphs, headline=""))
    two = join(index, copy("b", paragraphs, headline="Else"))
    assert one.relation == "first"
    assert two.story


def partition(order: Sequence[CopyText]) -> set[frozenset[str]]:
    index = MemoryIndex()
    stories: dict[str, set[str]] = defaultdict(set)
    for one in order:
        stories[join(index, one).story].add(one.id)
    return {frozenset(ids) for ids in stories.values()}


def test_the_order_of_arrival_does_not_change_the_stories() -> None:
    world = [
        copy("f1", FERRY), copy("f2", FERRY[:3]), copy("f3", edited(FERRY)),
        copy("f4", [*FERRY, *LOCAL]), copy("f5", [*UPDATED_LEAD, *FERRY[1:]]),
        copy("b1", BRIDGE), copy("b2", [LOCAL[0], *BRIDGE]), copy("o1", ORCHARD),
        copy("o2", ORCHARD[:2]),
        copy("m1", market("Monday", "8,412.50", "96.20", "Brandt Lines", "Kredo Bank")),
        copy("m2", market("Friday", "8,377.15", "41.85", "Oster Cargo", "Helm Credit")),
    ]  # fmt: skip
    expected = {
        frozenset({"f1", "f2", "f3", "f4", "f5"}), frozenset({"b1", "b2"}),
        frozenset({"o1", "o2"}), frozenset({"m1"}), frozenset({"m2"}),
    }  # fmt: skip
    shuffle = random.Random(7)
    for _ in range(40):
        order = list(world)
        shuffle.shuffle(order)
        assert partition(order) == expected, [one.id for one in order]


def test_unrelated_articles_change_no_story() -> None:
    story = [copy("a", FERRY), copy("b", FERRY[:2]), copy("c", [*FERRY, *LOCAL])]
    others = [copy("x", BRIDGE), copy("y", ORCHARD)]
    for mixed in itertools.permutations([*story, *others]):
        assert frozenset({"a", "b", "c"}) in partition(mixed)


def misread(text: str, share: float, seed: int = 3) -> str:
    """What a scanner makes of a print: a letter of some words taken for another."""
    chance = random.Random(seed)
    like = {"e": "c", "l": "1", "o": "0", "h": "b", "n": "u", "t": "f", "a": "o"}
    words = []
    for word in text.split():
        at = chance.randrange(len(word))
        wrong = word[:at] + like.get(word[at], word[at]) + word[at + 1 :]
        words.append(wrong if chance.random() < share else word)
    return " ".join(words)


@pytest.mark.parametrize("seed", range(8))
def test_a_scanned_reprint_is_a_copy(index: CopyIndex, seed: int) -> None:
    story = join(index, copy("a", FERRY)).story
    join(index, copy("x", BRIDGE))
    scanned = [misread(text, 0.15, seed) for text in FERRY]
    assert join(index, copy("b", scanned, headline="Fcrry")).story == story


def test_names_in_another_spelling_are_the_same(index: CopyIndex) -> None:
    story = join(index, copy("a", FERRY)).story
    text = "\n".join(FERRY)
    for one, two in (
        ("Oyelaran", "Oyelarran"), ("Brink", "Brinck"), ("Teodor", "Theodor"),
        ("Sorra", "Sora"), ("Coastal", "Costal"),
    ):  # fmt: skip
        text = text.replace(one, two)
    assert join(index, copy("b", text.split("\n"))).story == story
