"""What the copies of a story agree on: the agency's text, and what an outlet put in.

Each outlet cuts and litters a text differently, so that a sentence which several of
them have is the agency's, and one that several pass over while they have what stands
around it is its outlet's own. Copies are compared by whole sentences, as paragraphs are
joined and split on the way.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from newscrawl.copies.align import seed_places
from newscrawl.copies.tokens import split_words, unpack, unpack_text
from newscrawl.copies.verdict import compare
from newscrawl.text.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from newscrawl.copies.index import CopyIndex, StoredCopy
    from newscrawl.copies.verdict import Verdict

# So many outlets make an agreement, for a sentence or against it.
AGREE = 2
# More copies of a story would not tell more.
MOST_COPIES = 48
_ASKED = 8
_MOST_SENTENCES = 400
# An update's top: so many words without a run of so many that stand in the other.
_OWN_TOP, _RUN = 14, 6
# So few of those who could have a sentence do not make it the agency's.
_MINORITY = 0.35
# Wordings of one sentence share so many of the shorter one's pairs of words.
_SAME_SENTENCE = 0.5


@dataclass(frozen=True, slots=True)
class AgreedParagraph:
    """A paragraph of the agency's text and how many outlets have it.

    ``outlets`` is the least of its sentences' numbers; where it is 1, only that outlet
    speaks for the paragraph, and nothing against it.
    """

    text: str
    outlets: int


@dataclass(frozen=True, slots=True)
class AgencyText:
    """The text the copies of a story agree on.

    ``outlets`` counts those that were asked; ``base`` is the article id of the copy
    whose order and breaks were taken. ``own`` has, by article id, the places of the
    paragraphs that its outlet alone has and others pass over: additions and litter.
    """

    paragraphs: tuple[AgreedParagraph, ...]
    outlets: int
    base: str
    own: dict[str, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class _Sentence:
    """``key`` is one for all wordings of a sentence, ``form`` this one's words."""

    text: str
    form: str
    key: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class _Told:
    """A copy as its sentences; ``order`` has their keys."""

    stored: StoredCopy
    sentences: tuple[_Sentence, ...]

    @property
    def order(self) -> list[int]:
        return [one.key for one in self.sentences]


class _Wordings:
    """Gives sentences that differ in a few words one key."""

    def __init__(self) -> None:
        self._forms: dict[str, int] = {}
        self._runs: dict[tuple[str, ...], list[int]] = defaultdict(list)
        self._sizes: list[int] = []

    def key(self, form: str) -> int:
        """The key of a sentence given as its words."""
        known = self._forms.get(form)
        if known is not None:
            return known
        words = form.split(" ")
        runs = {tuple(words[at : at + 2]) for at in range(max(1, len(words) - 1))}
        shared = Counter(key for run in runs for key in self._runs.get(run, ()))
        key, count = max(shared.items(), key=lambda one: one[1], default=(0, 0))
        if count < _SAME_SENTENCE * max(
            1, min(len(runs), self._sizes[key] if count else 1)
        ):
            key = len(self._sizes)
            self._sizes.append(len(runs))
            for run in runs:
                self._runs[run].append(key)
        self._forms[form] = key
        return key


def agency_text(lead: StoredCopy, members: Iterable[StoredCopy]) -> AgencyText | None:
    """The agreement of a story's copies with the lead's text; ``None`` without a text.

    Copies of another lead (an update) tell of another text and are not asked.
    """
    wordings = _Wordings()
    copies = [_told(one, wordings) for one in _same_lead(lead, members)]
    copies = [one for one in copies if one.sentences]
    if not copies:
        return None
    having: dict[int, set[str]] = defaultdict(set)
    forms: dict[int, Counter[str]] = defaultdict(Counter)
    for copy in copies:
        for sentence in copy.sentences:
            having[sentence.key].add(copy.stored.outlet)
            forms[sentence.key][sentence.text] += 1
    # Of the copies that hold most of what is agreed, one with least beside it.
    base = max(copies, key=lambda one: _worth(one, having))
    master = list(base.sentences)
    for copy in copies:
        if copy is not base:
            master = _with_missing(master, copy, having)
    against = _alone([one.key for one in master], copies, having)
    kept = [_best(one, forms) for one in master if one.key not in against]
    return AgencyText(
        paragraphs=tuple(_paragraphs(kept, copies, having)),
        outlets=len({one.stored.outlet for one in copies}),
        base=base.stored.id,
        own={one.stored.id: _own(one, copies, having) for one in copies},
    )


def own_places(index: CopyIndex, article: str) -> tuple[int, ...]:
    """The places of a copy's paragraphs that other outlets of its story pass over.

    A few of the story's copies are asked, so that every article can be.
    """
    stored = index.copy(article)
    if stored is None:
        return ()
    members = index.members(stored.story, _ASKED)
    if len({one.outlet for one in members} - {stored.outlet}) < AGREE:
        return ()
    text = agency_text(stored, members)
    return text.own.get(stored.id, ()) if text else ()


def outlets_by_text(members: Iterable[StoredCopy]) -> dict[bytes, set[str]]:
    """Which outlets have each of a story's texts, by the text's digest."""
    outlets: dict[bytes, set[str]] = {}
    for one in members:
        outlets.setdefault(one.digest, set()).add(one.outlet)
    return outlets


def agreeing(stored: StoredCopy, outlets: Mapping[bytes, set[str]]) -> int:
    """How many other outlets have one text in common that is not this copy's.

    ``outlets`` is ``outlets_by_text`` of its story. An outlet that says it changed
    nothing is wrong where two others agree without it.
    """
    mine = {stored.outlet}
    if outlets.get(stored.digest, mine) - mine:
        return 0
    others = (found for digest, found in outlets.items() if digest != stored.digest)
    return max((len(found - mine) for found in others), default=0)


def _same_lead(lead: StoredCopy, members: Iterable[StoredCopy]) -> list[StoredCopy]:
    """One copy of each outlet's texts, the lead first, without those of an update."""
    here = unpack(lead.packed)
    if not here.words:
        return []
    places = seed_places(here.words)
    found = [lead]
    seen = {(lead.outlet, lead.digest)}
    for one in members:
        if (one.outlet, one.digest) in seen or len(found) >= MOST_COPIES:
            continue
        seen.add((one.outlet, one.digest))
        verdict = compare(here, unpack(one.packed), places)
        if verdict.relation is not None and not tops_differ(verdict):
            found.append(one)
    return found


def tops_differ(verdict: Verdict) -> bool:
    """Whether both texts open with words of their own: one is another's update.

    Where one of them does, it has something above the text.
    """
    runs = [block for block in verdict.blocks if block.size >= _RUN]
    a = min((block.a for block in runs), default=_OWN_TOP)
    b = min((block.b for block in runs), default=_OWN_TOP)
    return min(a, b) >= _OWN_TOP


def _best(one: _Sentence, forms: dict[int, Counter[str]]) -> _Sentence:
    """The sentence in the wording of most copies; the base's own where none is."""
    text, count = forms[one.key].most_common(1)[0]
    return replace(one, text=text) if count > forms[one.key][one.text] else one


def _told(stored: StoredCopy, wordings: _Wordings) -> _Told:
    found: list[_Sentence] = []
    for place, paragraph in enumerate(unpack_text(stored.packed)):
        for text in sentences(paragraph):
            form = " ".join(split_words(text))
            if form and len(found) < _MOST_SENTENCES:
                found.append(_Sentence(text, form, wordings.key(form), place))
    return _Told(stored, tuple(found))


def _worth(copy: _Told, having: dict[int, set[str]]) -> tuple[int, int]:
    agreed = sum(len(having[key]) >= AGREE for key in set(copy.order))
    return agreed, -len(copy.sentences)


def _with_missing(
    master: list[_Sentence], copy: _Told, having: dict[int, set[str]]
) -> list[_Sentence]:
    """The master with what it lacks of a copy: agreed sentences, and a longer end."""
    keys = [one.key for one in master]
    known = set(keys)
    merged: list[_Sentence] = []
    matcher = SequenceMatcher(None, keys, copy.order, autojunk=False)
    for _, a, b, c, d in matcher.get_opcodes():
        merged += master[a:b]
        if b == len(master):  # the copy goes on, perhaps, where the master ends
            merged += [one for one in copy.sentences[c:d] if one.key not in known]
            continue
        merged += [
            one
            for one in copy.sentences[c:d]
            if len(having[one.key]) >= AGREE and one.key not in known
        ]
    return merged


def _alone(
    keys: Sequence[int], copies: Sequence[_Told], having: dict[int, set[str]]
) -> set[int]:
    """The sentences of a text that few outlets have and more of the others pass over.

    An outlet passes over a sentence when it has what stands before it, by more outlets'
    word, and the sentence not. One outlet's is out when two do, that of several where
    they are a minority among those who could have it. Tails of several outlets cannot
    all be what the others cut.
    """
    place = {key: number for number, key in enumerate(keys)}
    agreed = [n for n, key in enumerate(keys) if len(having[key]) >= AGREE]
    if not agreed:
        return set()
    last = agreed[-1]
    reach: dict[str, int] = {}
    for copy in copies:
        for key in copy.order:
            if len(having[key]) >= AGREE and key in place:
                outlet = copy.stored.outlet
                reach[outlet] = max(reach.get(outlet, -1), place[key])
    tails = {outlet for key in keys[last + 1 :] for outlet in having[key]}
    against = set(keys[last + 1 :]) if len(tails) >= AGREE else set()
    rising: list[tuple[int, int]] = []  # what more outlets have than the next has
    for number, key in enumerate(keys):
        count = len(having[key])
        while rising and rising[-1][1] <= count:
            rising.pop()
        before = rising[-1][0] if rising else 0
        if count >= AGREE:
            rising.append((number, count))
        others = reach.keys() - having[key]
        passed = sum(reach[outlet] >= before for outlet in others)
        if passed >= AGREE and (count < AGREE or count < _MINORITY * (count + passed)):
            against.add(key)
    return against


def _paragraphs(
    kept: Sequence[_Sentence], copies: Sequence[_Told], having: dict[int, set[str]]
) -> Iterable[AgreedParagraph]:
    """The sentences in the paragraphs that most of the outlets have them in."""
    starts: Counter[int] = Counter()
    for copy in copies:
        last = -1
        for one in copy.sentences:
            starts[one.key] += one.paragraph != last
            last = one.paragraph
    texts: list[str] = []
    outlets = 0
    for one in kept:
        count = len(having[one.key])
        opens = 2 * starts[one.key] >= sum(one.key in set(c.order) for c in copies)
        if texts and (opens or (count < AGREE) != (outlets < AGREE)):
            yield AgreedParagraph(" ".join(texts), outlets)
            texts = []
        outlets = min(outlets, count) if texts else count
        texts.append(one.text)
    if texts:
        yield AgreedParagraph(" ".join(texts), outlets)


def _own(
    copy: _Told, copies: Sequence[_Told], having: dict[int, set[str]]
) -> tuple[int, ...]:
    """The places of the paragraphs of which the others have not one sentence."""
    alone = _alone(copy.order, copies, having)
    own: dict[int, bool] = {}
    for one in copy.sentences:
        own[one.paragraph] = own.get(one.paragraph, True) and one.key in alone
    return tuple(place for place, is_own in sorted(own.items()) if is_own)
