"""Tables of a file checked against the keys a dataclass declares."""

from __future__ import annotations

from dataclasses import MISSING, dataclass, field, fields
from functools import cache
from typing import (
    TYPE_CHECKING,
    Any,
    Literal,
    TypeVar,
    cast,
    get_args,
    get_origin,
    get_type_hints,
)

from newscrawl.registry.source import Place, nearest
from newscrawl.text.lines import JOINERS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from newscrawl.errors import ConfigError
    from newscrawl.registry.source import Source

    # What is wrong with a value, or None.
    Check = Callable[[Any], str | None]

T = TypeVar("T")
_OUT = dict.fromkeys(map(ord, JOINERS))

_WANTED = {
    str: "a string in quotes",
    bool: "true or false",
    int: "a whole number",
    float: "a number",
}


def key(check: Check | None = None, *, table: str = "", default: Any = MISSING) -> Any:
    """A dataclass field that is a key of the file, under ``[table]`` if named.

    ``check`` says what is wrong with a value (in a list: with one item). A key without
    a default must be given. The type is the field's annotation: ``str``, ``bool``,
    ``int``, ``float``, a ``Literal`` of strings, each with ``| None``, or a tuple of
    strings or of another such dataclass.
    """
    return field(default=default, metadata={"table": table, "check": check})


@dataclass(frozen=True, slots=True)
class _Key:
    name: str
    table: str
    check: Check | None
    required: bool
    kind: Any
    many: bool
    choices: tuple[str, ...]


def build(
    kind: type[T],
    data: Mapping[str, Any],
    source: Source,
    table: str = "",
    nth: int = 0,
) -> T:
    """An entry from the tables of its file, each key checked.

    ``table`` and ``nth`` tell which of a list of tables is being read. Raises
    ``ConfigError`` for the first key that is wrong.
    """
    known: Mapping[str, _Key] = _keys(cast("Any", kind))
    tables = {one.table for one in known.values() if one.table}
    values: dict[str, Any] = {}
    for name, value in data.items():
        place = Place(name, table, nth)
        if name not in tables:
            one = _declared(known, "", place, source)
            values[name] = _value(one, value, place, source)
        elif not isinstance(value, dict):
            raise source.error(f"must be a table, as in [{name}]", place)
        else:
            for inner, item in value.items():
                place = Place(inner, name)
                one = _declared(known, name, place, source)
                values[inner] = _value(one, item, place, source)
    for one in known.values():
        if one.required and one.name not in values:
            raise source.error("is missing", Place(one.name, table or one.table, nth))
    return kind(**values)


def _declared(
    known: Mapping[str, _Key], table: str, place: Place, source: Source
) -> _Key:
    one = known.get(place.name)
    if one is not None and one.table == table:
        return one
    if one is not None:
        where = f"under [{one.table}]" if one.table else "above the first [table]"
        raise source.error(f"belongs {where}", place)
    tables = {each.table for each in known.values() if each.table}
    raise source.error(f"is unknown{nearest(place.name, [*known, *tables])}", place)


def _value(one: _Key, value: Any, place: Place, source: Source) -> Any:
    def wrong(message: str, item: object = None) -> ConfigError:
        return source.error(message, place, item)

    if not one.many:
        _check(one, value, wrong)
        return float(value) if one.kind is float else value
    if one.kind is str:
        if not isinstance(value, list):
            raise wrong(f"must be a list of strings, not {_shown(value)}")
        for item in value:
            _check(one, item, wrong)
        return tuple(value)
    if not isinstance(value, list) or not all(isinstance(i, dict) for i in value):
        raise wrong(f"must be tables, as in [[{one.name}]]")
    items = enumerate(value)
    return tuple(build(one.kind, item, source, one.name, nth) for nth, item in items)


def _check(one: _Key, value: Any, wrong: Callable[..., ConfigError]) -> None:
    if not _fits(one.kind, value):
        told = "a list of strings" if one.many else _WANTED[one.kind]
        raise wrong(f"must be {told}, not {_shown(value)}", value)
    if one.kind is str and not (value.strip() and value.translate(_OUT).isprintable()):
        told = "must not be empty or hold control characters"
        raise wrong(f"{_shown(value)} {told}", value)
    if one.choices and value not in one.choices:
        told = f"must be {' or '.join(one.choices)}, not {_shown(value)}"
        raise wrong(told + nearest(value, one.choices), value)
    problem = one.check(value) if one.check else None
    if problem:
        raise wrong(f"{_shown(value)} {problem}", value)


def _fits(kind: Any, value: object) -> bool:
    if isinstance(value, bool):
        return kind is bool
    return isinstance(value, (int, float) if kind is float else kind)


def _shown(value: object) -> str:
    try:
        text = repr(value)
    except ValueError:  # an integer of more digits than Python prints
        return "a very long number"
    return text if len(text) <= 80 else f"{text[:79]}…"


@cache
def _keys(kind: Any) -> dict[str, _Key]:
    """What the dataclass declares, read from its annotations once."""
    hints = get_type_hints(kind)
    found = {}
    for one in fields(kind):
        if "check" not in one.metadata:
            continue
        hint: Any = hints[one.name]
        if type(None) in get_args(hint):
            hint = next(arg for arg in get_args(hint) if arg is not type(None))
        many = get_origin(hint) is tuple
        inner = get_args(hint)[0] if many else hint
        choices = get_args(inner) if get_origin(inner) is Literal else ()
        found[one.name] = _Key(
            name=one.name,
            table=one.metadata["table"],
            check=one.metadata["check"],
            required=one.default is MISSING,
            kind=str if choices else inner,
            many=many,
            choices=choices,
        )
    return found
