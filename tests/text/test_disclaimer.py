"""Disclaimers are told by their concepts, in wordings of several languages."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newscrawl.text import phrases
from newscrawl.text.disclaimer import is_anchored, read_disclaimer, says_edited
from newscrawl.text.names import AgencyNames

NAMES = AgencyNames(
    {
        "IANS": "ians", "आईएएनएस": "ians", "ANI": "ani", "PTI": "pti", "AFP": "afp",
        "Reuters": "reuters", "AP": "ap", "The Associated Press": "ap",
        "Associated Press": "ap", "dpa": "dpa", "EFE": "efe", "ANSA": "ansa",
        "Lusa": "lusa", "The Canadian Press": "cp", "भाषा": "pti_bhasha",
        "পিটিআই": "pti", "NewsVoir": "newsvoir",
    }
)  # fmt: skip

UNEDITED = [
    "Disclaimer: This article came straight from an agency feed and no editor of ours"
    " has changed it.",
    "This post was auto-published from a wire feed without any changes to the text.",
    "(This story has not been edited by the Harbour Post staff and is auto-generated"
    " from a syndicated feed.)",
    "(Except for the headline, this report has not been modified by our newsroom and"
    " comes from a news service.)",
    "(Only the headline and picture of this report may have been reworked by the Post;"
    " the rest of the content is automatically generated from a syndicated feed.)",
    "This is an unedited PTI story, published from the agency's feed.",
    "Barring the headline, the story below was taken verbatim from a news agency: this"
    " report was not touched by our desk.",
    "The above article has been published from a wire agency without modifications.",
    "Note: this copy is from IANS and has not been vetted by our editors.",
    "Dieser Text wurde automatisch von der Nachrichtenagentur dpa übernommen und von"
    " der Redaktion nicht bearbeitet.",
    "Hinweis: Diese Meldung stammt aus einem Agenturfeed und wurde nicht redaktionell"
    " geprüft.",
    "Dieser Beitrag ist unverändert von der dpa übernommen worden.",
    "Esta noticia fue publicada automáticamente desde la agencia EFE y no ha sido"
    " editada por nuestra redacción.",
    "Este artículo proviene de una agencia y se reproduce sin modificaciones, salvo el"
    " titular.",
    "Cet article est issu d'une dépêche de l'AFP et n'a pas été modifié par la"
    " rédaction.",
    "Ce contenu a été publié automatiquement depuis un fil d'agence, sans retouche.",
    "Questo articolo è pubblicato automaticamente dall'agenzia ANSA e non è stato"
    " modificato dalla redazione.",
    "Este conteúdo foi publicado automaticamente pela agência Lusa e não foi editado"
    " pela redação.",
    "यह खबर आईएएनएस की फीड से सीधे प्रकाशित है, हमारी टीम ने इसमें कोई बदलाव नहीं किया है।",
    "डिस्क्लेमर: यह लेख एजेंसी से लिया गया है और बिना किसी संपादन के छापा गया है।",
    "शीर्षक को छोड़कर इस खबर को हमारे डेस्क ने संपादित नहीं किया है, यह सिंडिकेट फीड से आई है।",
    "এই প্রতিবেদনটি সংবাদ সংস্থা থেকে স্বয়ংক্রিয়ভাবে প্রকাশিত, আমাদের টিম সম্পাদনা করেনি।",
]
OTHER = [
    ("(With inputs from PTI)", "mixed", ("pti",)),
    ("(With inputs from agencies)", "mixed", ()),
    ("With agency inputs", "mixed", ()),
    ("With IANS inputs", "mixed", ("ians",)),
    ("Based on inputs from ANI and PTI.", "mixed", ("ani", "pti")),
    ("Inputs: AFP", "mixed", ("afp",)),
    ("The Associated Press contributed to this report.", "mixed", ("ap",)),
    ("With files from The Canadian Press", "mixed", ("cp",)),
    ("(mit dpa)", "mixed", ("dpa",)),
    ("mit Material der dpa", "mixed", ("dpa",)),
    ("(Kreisbote mit dpa)", "mixed", ("dpa",)),
    ("Le Phare avec AFP", "mixed", ("afp",)),
    ("Con información de EFE", "mixed", ("efe",)),
    ("Com informações da Lusa", "mixed", ("lusa",)),
    ("(एजेंसी इनपुट के साथ)", "mixed", ()),
    ("(इनपुट-भाषा)", "mixed", ("pti_bhasha",)),
    (
        "This story is provided by NewsVoir. ANI will not be responsible in any way"
        " for the content of this article.",
        "press_release",
        ("newsvoir", "ani"),
    ),
    (
        "Disclaimer: This is a press release; the Post takes no responsibility.",
        "press_release",
        (),
    ),
    (
        "This story is provided by PRNewswire and is auto-generated from a syndicated"
        " feed; we will not be responsible for it.",
        "press_release",
        (),
    ),
    (
        "Disclaimer: No Harbour Post journalist was involved in creation of this"
        " content",
        "press_release",
        (),
    ),
    ("This article is sponsored content.", "press_release", ()),
    (
        "This report by The Canadian Press was first published May 2, 2024.",
        "source",
        ("cp",),
    ),
    ("This story was produced by AFP.", "source", ("afp",)),
    ("This article is from a news agency, published here.", "generic", ()),
]
NEWS = [
    "The agency has not reviewed the edited report.",
    "The agency told editors that this report had not been edited.",
    "Staff at the agency have not been paid since May.",
    "The ministry published the report without changes.",
    "With inputs from farmers, the plan was redrawn in June.",
    "The company announced the merger in a press release on Monday.",
    "She contributed to the fund every year.",
    "He was not involved in the creation of the fund, the minister said.",
    "The feed has not been changed for the cattle.",
    "This story is older than the river.",
    "Editors of the weekly have not modified the headline of the article.",
    "Die Redaktion hat den Text der Rede nicht geprüft.",
    "Die Agentur hat den Bericht nicht bearbeitet, sagte der Minister.",
    "La agencia no ha revisado el informe sobre el puerto.",
    "L'agence n'a pas modifié le calendrier des travaux.",
    "L'agenzia non ha modificato il piano del porto.",
    "एजेंसी ने कहा कि योजना में कोई बदलाव नहीं किया गया।",
    "The auto dealer published results without review by auditors.",
    "An automatic feed of grain goes to the mill, PTI learned.",
    "The airport agency has modified this plan twice.",
    "All five of the weavers were involved in the creation of the tapestry.",
    "The Post's Ann Ray and Bo Lind contributed to this report.",
    "The trial in the port opened on Monday with information from the agencies of two"
    " states, which the judges had asked for in May and read in June.",
    "PTI contributed to the fund for the port.",
    "Source: IANS",
    "--IANS",
    "The Navy will work with Reuters on the archive of the war.",
    "Der Trainer kam mit dem Bus der Agentur, der Verein blieb zu Hause.",
    "",
]


@pytest.mark.parametrize("text", UNEDITED, ids=lambda t: t[:40])
def test_unedited_agency_copy_is_understood(text):
    told = read_disclaimer(text, NAMES)
    assert told is not None
    assert (told.kind, told.claims_unmodified) == ("full", True)


@pytest.mark.parametrize(("text", "kind", "agencies"), OTHER)
def test_other_kinds(text, kind, agencies):
    told = read_disclaimer(text, NAMES)
    assert told is not None
    assert (told.kind, told.agencies) == (kind, agencies)
    assert not told.claims_unmodified


@pytest.mark.parametrize("text", NEWS)
def test_sentences_of_news_are_no_disclaimers(text):
    assert read_disclaimer(text, NAMES) is None


def test_a_feed_alone_claims_nothing_of_editing():
    told = read_disclaimer("Disclaimer: This is auto-published from a feed.", NAMES)
    assert told is not None
    assert (told.kind, told.claims_unmodified) == ("full", False)


def test_agencies_are_named_in_order_and_once():
    told = read_disclaimer("(With inputs from PTI, ANI and PTI)", NAMES)
    assert told is not None
    assert told.agencies == ("pti", "ani")


@pytest.mark.parametrize(
    ("text", "edited"),
    [
        ("This PTI story was edited by our staff for length.", True),
        ("This report from AFP has been lightly edited.", True),
        ("This agency copy is published with minor edits.", True),
        ("Dieser Text der dpa wurde von der Redaktion bearbeitet.", True),
        ("This story has not been edited by our staff.", False),
        ("Only the headline of this AFP story was modified by the desk.", False),
    ],
)
def test_editing_is_told_from_its_denial(text, edited):
    assert says_edited(text) is edited


WORDS = [
    "this",
    "story",
    "PTI",
    "not",
    "edited",
    "by",
    "staff",
    "feed",
    "agency",
    "auto-generated",
    "(",
    ")",
    ".",
    ":",
    "headline",
    "disclaimer",
    "inputs",
    "from",
    "with",
    "mit",
    "dpa",
    "यह",
    "खबर",
    "नहीं",
    "press",
    "release",
    "contributed",
    "to",
    "report",
    "\n",
    "©",
    "\x00",
]
HOSTILE = ["not " * 50_000, "mit " * 50_000, "(" * 200_000, "with inputs " * 20_000,
           "This story " * 20_000, "ohne," * 40_000, "PTI " * 50_000]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE, ids=lambda t: t[:5])
def test_long_lines_are_read_in_bounded_steps(text):
    told = read_disclaimer(text, NAMES)
    assert told is None or len(told.quote) <= 600


@settings(max_examples=150, deadline=None, derandomize=True)
@given(
    st.lists(
        st.sampled_from(WORDS),
        max_size=40,
    )
)
def test_any_words_are_read_without_error(words):
    told = read_disclaimer(" ".join(words), NAMES)
    assert told is None or told.kind in {
        "full", "source", "mixed", "press_release", "generic",
    }  # fmt: skip


@pytest.mark.parametrize("anchor", phrases.ANCHORS)
def test_every_anchor_is_found_among_letters_of_its_and_of_another_script(anchor):
    for around in ("x", "ঢাকা ", "नदी", "“é”"):
        assert is_anchored(f"{around}{anchor}{around}"), around
        assert is_anchored(f"{around}{anchor.upper()}{around}"), around


@pytest.mark.parametrize("text", ["Rain fell in Pune.", "नदी का पुल", "“Zürich” – 渡轮"])
def test_plain_lines_have_no_anchor(text):
    assert not is_anchored(text)
