"""How a parameter file is read: numbers exactly as written, and every mistake named with its place."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from itertools import pairwise
from typing import Any, cast, get_args

import yaml

from gevinst.engines.businesscase.parameters.parameter import Dated, Kind, Parameter, Value
from gevinst.engines.businesscase.parameters.written import by_year, day, number, steps, yes

_OF_PARAMETER = {"unit", "description", "values"}
_OF_VALUE = {"from", "value", "source"}
_KINDS: dict[Kind, Callable[[object, str], Value]] = {
    "number": number,
    "by-year": by_year,
    "steps": steps,
}


class _Loader(yaml.BaseLoader):
    """Leaves every scalar a text, so that 0.035 never becomes a binary float; refuses a key twice."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        """The mapping, each key once. Raises: yaml.YAMLError where one stands twice."""
        seen = set()
        for key, _ in node.value:
            name = str(key.value)
            if name in seen:
                raise yaml.MarkedYAMLError(None, None, f"{name!r} stands twice", key.start_mark)
            seen.add(name)
        return super().construct_mapping(node, deep)


def read(text: str, where: str) -> tuple[Parameter, ...]:
    """The parameters of a YAML text; `where` is what errors call it.

    Raises: ValueError for YAML that cannot be read, a field that is missing or unknown, a number or date that
    is none, or values that overlap.
    """
    try:
        content = yaml.load(text, Loader=_Loader)  # noqa: S506 - makes texts only
    except yaml.YAMLError as error:
        raise ValueError(f"{where}: not YAML: {error}") from error
    if not isinstance(content, dict):
        raise ValueError(f"{where}: expected parameters by name")
    return tuple(_parameter(name, entry, f"{where}: {name}") for name, entry in content.items())


def _parameter(name: str, entry: object, where: str) -> Parameter:
    fields = _fields(entry, where, _OF_PARAMETER, {"kind", "source"})
    kind = fields.get("kind", "number")
    if kind not in get_args(Kind):
        raise ValueError(f"{where}: the kind {kind!r} is none of {', '.join(get_args(Kind))}")
    if not isinstance(fields["values"], list) or not fields["values"]:
        raise ValueError(f"{where}: values must be a list of at least one")
    source = fields.get("source")
    values = tuple(_dated(value, where, cast(Kind, kind), source) for value in fields["values"])
    for before, after in pairwise(values):
        if after.start <= (before.end or before.start):
            raise ValueError(
                f"{where}: the value from {after.start} begins before the one above ends"
            )
    unit, description = str(fields["unit"]), str(fields["description"])
    return Parameter(name, unit, description, cast(Kind, kind), values)


def _dated(entry: object, where: str, kind: Kind, source: object) -> Dated:
    if isinstance(entry, dict) and source is not None:
        entry = {"source": source, **entry}
    fields = _fields(entry, where, _OF_VALUE, {"to", "unconfirmed", "note"})
    start = day(fields["from"], where)
    end = day(fields["to"], where) if "to" in fields else None
    if end is not None and end < start:
        raise ValueError(f"{where}: the value from {start} ends before it begins, on {end}")
    return Dated(
        start=start,
        end=end,
        value=_KINDS[kind](fields["value"], where),
        source=str(fields["source"]),
        unconfirmed=yes(fields.get("unconfirmed", "false"), where),
        note=str(fields.get("note", "")),
    )


def _fields(entry: object, where: str, needed: set[str], may: set[str]) -> dict[str, object]:
    if not isinstance(entry, dict):
        raise ValueError(f"{where}: expected the fields {', '.join(sorted(needed))}")
    if missing := needed - entry.keys():
        raise ValueError(f"{where}: {', '.join(sorted(missing))} is missing")
    if unknown := entry.keys() - needed - may:
        known = ", ".join(sorted(needed | may))
        raise ValueError(f"{where}: {', '.join(sorted(unknown))} is not known; there is {known}")
    return entry
