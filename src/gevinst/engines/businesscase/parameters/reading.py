"""How a parameter file is read: numbers exactly as written, and every mistake named with its place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from itertools import pairwise
from typing import cast, get_args

import yaml

from gevinst.engines.businesscase.parameters.parameter import Dated, Kind, Parameter, Value

# A base loader, in C where there is one: 0.035 never becomes a binary float.
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_OF_PARAMETER = {"unit", "description", "values"}
_OF_VALUE = {"from", "value", "source"}


def read(text: str, where: str) -> tuple[Parameter, ...]:
    """The parameters of a YAML text; `where` is what errors call it.

    Raises: ValueError for YAML that cannot be read, a field that is missing or unknown, a number or date that
    is none, or values that overlap.
    """
    try:
        content = yaml.load(text, Loader=_LOADER)  # noqa: S506 - every scalar stays a text
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
    start = _date(fields["from"], where)
    end = _date(fields["to"], where) if "to" in fields else None
    if end is not None and end < start:
        raise ValueError(f"{where}: the value from {start} ends before it begins, on {end}")
    return Dated(
        start=start,
        end=end,
        value=_KINDS[kind](fields["value"], where),
        source=str(fields["source"]),
        unconfirmed=_yes(fields.get("unconfirmed", "false"), where),
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


def _date(written: object, where: str) -> date:
    try:
        return date.fromisoformat(str(written))
    except ValueError as error:
        raise ValueError(f"{where}: {written!r} is not a date; write 2025-01-31") from error


def _yes(written: object, where: str) -> bool:
    if written not in ("true", "false"):
        raise ValueError(f"{where}: unconfirmed is {written!r}; write true or false")
    return written == "true"


def _number(written: object, where: str) -> Decimal:
    try:
        value = Decimal(str(written))
    except InvalidOperation as error:
        raise ValueError(f"{where}: {written!r} is not a number; write 0.035") from error
    if not value.is_finite():
        raise ValueError(f"{where}: {written!r} is not a number; write 0.035")
    return value


def _pairs(written: object, where: str) -> Mapping[str, object]:
    if not isinstance(written, dict) or not written:
        raise ValueError(f"{where}: expected a table, from each step on a value")
    return written


def _by_year(written: object, where: str) -> dict[int, Decimal]:
    pairs = _pairs(written, where).items()
    if wrong := [year for year, _ in pairs if not str(year).isdecimal()]:
        raise ValueError(f"{where}: {wrong[0]!r} is not a number of years")
    return {int(year): _number(value, where) for year, value in pairs}


def _steps(written: object, where: str) -> dict[Decimal, str]:
    pairs = _pairs(written, where).items()
    return {_number(amount, where): str(code) for amount, code in pairs}


_KINDS: dict[Kind, Callable[[object, str], Value]] = {
    "number": _number,
    "by-year": _by_year,
    "steps": _steps,
}
