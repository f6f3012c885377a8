"""The newsroom's grammar: vocabulary files compiled to trees, told by a seeded teller.

A vocabulary file holds banks, ``[name]`` and one entry per line. In an entry ``{name}``
stands for a fact of the story or an entry of that bank, ``{a|b|}`` for one of the
alternatives, ``{#20-900}`` for a number (``{#1,000-9,000}`` is printed with commas).
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

_SLOT = re.compile(r"[{}|]")
_NUMBER = re.compile(r"#([\d,]+)-([\d,]+)")
_ARTICLE = re.compile(r"\b([Aa])n? (?=([A-Za-z0-9]+))")
_VOWEL = re.compile(
    r"(?:[aeio]|u(?!n[ia]|s|til)|8|11|18|hour)(?!ne\b|urop|nce\b)", re.I
)
_SPACES = re.compile(r" {2,}| (?=[,.;])")


@dataclass(frozen=True, slots=True)
class _Name:
    name: str


@dataclass(frozen=True, slots=True)
class _Number:
    low: int
    high: int
    commas: bool


@dataclass(frozen=True, slots=True)
class _Choice:
    options: tuple[tuple[object, ...], ...]


Template = tuple[object, ...]
Banks = dict[str, tuple[Template, ...]]


def compile_template(text: str) -> Template:
    """The tree of one entry.

    >>> Teller(random.Random(1), {}).tell(compile_template("{#5-5} {x|x} ran"))
    '5 x ran'
    """
    template, end = _sequence(text, 0, inside=False)
    if end != len(text):
        raise ValueError(f"unbalanced braces in vocabulary entry: {text!r}")
    return template


def _sequence(text: str, at: int, *, inside: bool) -> tuple[Template, int]:
    parts: list[object] = []
    while found := _SLOT.search(text, at):
        if found[0] != "{" and inside:
            break
        if found[0] != "{":
            raise ValueError(f"stray {found[0]!r} in vocabulary entry: {text!r}")
        if found.start() > at:
            parts.append(text[at : found.start()])
        node, at = _slot(text, found.end())
        parts.append(node)
    end = found.start() if found else len(text)
    if end > at:
        parts.append(text[at:end])
    return tuple(parts), end


def _slot(text: str, at: int) -> tuple[object, int]:
    options = []
    while True:
        option, at = _sequence(text, at, inside=True)
        options.append(option)
        if at >= len(text):
            raise ValueError(f"unclosed brace in vocabulary entry: {text!r}")
        at += 1
        if text[at - 1] == "}":
            break
    if len(options) > 1:
        return _Choice(tuple(options)), at
    only = options[0]
    if len(only) == 1 and isinstance(only[0], str):
        number = _NUMBER.fullmatch(only[0])
        if number:
            low, high = (int(n.replace(",", "")) for n in number.groups())
            return _Number(low, high, "," in only[0]), at
        return _Name(only[0]), at
    return _Choice((only,)), at


@cache
def banks(*names: str) -> Banks:
    """The compiled banks of vocabulary files; later files win. Shared, not copied."""
    merged: dict[str, list[Template]] = {}
    for name in names:
        path = files("newscrawl.newsroom") / "vocabulary" / f"{name}.txt"
        current: list[Template] = []
        for line in path.read_text("utf-8").splitlines():
            if line.startswith("[") and line.endswith("]"):
                current = merged[line[1:-1]] = []
            elif line and not line.startswith("# "):
                current.append(compile_template(line))
    return {name: tuple(entries) for name, entries in merged.items()}


def pairs(bank: str, *names: str) -> tuple[tuple[str, str], ...]:
    """Entries of a bank of the shape ``name;key``."""
    path = files("newscrawl.newsroom") / "vocabulary" / f"{names[0]}.txt"
    lines = path.read_text("utf-8").split(f"[{bank}]\n", 1)[1].split("\n[", 1)[0]
    found = [line.partition(";") for line in lines.splitlines() if line]
    return tuple((left, right) for left, _, right in found)


@dataclass(slots=True)
class Teller:
    """Tells entries of banks with one generator, rarely the same entry twice."""

    rng: random.Random
    banks: Banks
    facts: dict[str, str] = field(default_factory=dict)
    told: dict[str, set[int]] = field(default_factory=dict)

    def say(self, bank: str) -> str:
        """An entry of ``bank``, spaced, with its articles put right."""
        return tidy(self._name(bank))

    def sentence(self, bank: str) -> str:
        """An entry of ``bank`` with a capital letter in front."""
        return capital(self.say(bank))

    def again(self, bank: str) -> str:
        """The entry of ``bank`` told before, told anew: other numbers, same event."""
        told = self.told.get(bank)
        entry = (
            self.banks[bank][min(told)] if told else self.rng.choice(self.banks[bank])
        )
        return capital(tidy(self.tell(entry)))

    def together(self, *names: str) -> list[str]:
        """Entries of several banks that stand at the same place in each."""
        at = self.rng.randrange(len(self.banks[names[0]]))
        return [capital(tidy(self.tell(self.banks[name][at]))) for name in names]

    def every(self, bank: str) -> list[str]:
        """All entries of ``bank`` in their order, as sentences."""
        return [tidy(self.tell(entry)) for entry in self.banks[bank]]

    def bind(self, *names: str) -> None:
        """Fix one entry of each bank as a fact of this story."""
        for name in names:
            if name in self.banks and name not in self.facts:
                self.facts[name] = self._name(name)

    def tell(self, template: Template) -> str:
        """The text of a compiled template."""
        node = self._node
        return "".join([n if isinstance(n, str) else node(n) for n in template])

    def _node(self, node: object) -> str:
        if isinstance(node, _Name):
            return self._name(node.name)
        if isinstance(node, _Number):
            number = node.low + self._below(node.high - node.low + 1)
            return f"{number:,}" if node.commas else str(number)
        assert isinstance(node, _Choice)
        return self.tell(node.options[self._below(len(node.options))])

    def _below(self, count: int) -> int:
        # A third of the time of randrange, which large worlds feel.
        return int(self.rng.random() * count)

    def _name(self, name: str) -> str:
        fact = self.facts.get(name)
        if fact is not None:
            return fact
        entries = self.banks[name]
        told = self.told.setdefault(name, set())
        for _ in range(4):
            at = self._below(len(entries))
            if at not in told:
                break
        told.add(at)
        return self.tell(entries[at])


def capital(text: str) -> str:
    """The text with its first letter raised, past an opening quote.

    >>> capital('"we won," he said')
    '"We won," he said'
    """
    at = 1 if text[:1] in '"“' else 0
    return text[:at] + text[at : at + 1].upper() + text[at + 1 :]


def tidy(text: str) -> str:
    """Single spaces, "a" and "an" by the next sound, plain quotes as agencies file.

    >>> tidy("a orange  alert , an van")
    'an orange alert, a van'
    """
    text = _SPACES.sub(lambda m: " " if len(m[0]) > 1 else "", text.strip())
    text = text.replace("“", '"').replace("”", '"').replace("’", "'")
    return _ARTICLE.sub(_article, text) if text.isascii() else text


def _article(found: re.Match[str]) -> str:
    vowel = _VOWEL.match(found[2])
    return f"{found[1]}n " if vowel else f"{found[1]} "


def generator(*parts: object) -> random.Random:
    """A generator of its own for each thing made, so that none disturbs another."""
    return random.Random("/".join(str(part) for part in parts))
