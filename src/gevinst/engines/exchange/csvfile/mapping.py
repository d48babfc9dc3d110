"""Which column of a file is which field: as somebody says, or as the headings let guess."""

from __future__ import annotations

from collections.abc import Mapping as AnyMapping
from collections.abc import Sequence
from dataclasses import dataclass, field

from gevinst.engines.exchange.csvfile.words import WORDS
from gevinst.engines.exchange.processes import FileFault
from gevinst.engines.exchange.processes.choices import key
from gevinst.engines.exchange.processes.fields import FIELDS

# Read apart: the id at the source, and which authority a row is of.
APART = ("id", "authority")
TARGETS = frozenset({*FIELDS, *APART})


@dataclass(frozen=True, slots=True)
class Mapping:
    """`columns` maps a field to the heading of its column, `fixed` gives every row a value."""

    columns: dict[str, str]
    fixed: dict[str, str] = field(default_factory=dict)


def guessed(headings: Sequence[str]) -> Mapping:
    """The fields that the headings name, in Danish, English or as they are called here.

    >>> guessed(["Titel", "Antal pr. år", "Noget helt andet"]).columns
    {'title': 'Titel', 'occurrences': 'Antal pr. år'}
    """
    columns: dict[str, str] = {}
    for heading in headings:
        target = WORDS.get(key(heading))
        if target is not None:
            columns.setdefault(target, heading)
    return Mapping(columns)


def mapping_from(stated: AnyMapping[str, object], headings: Sequence[str]) -> Mapping:
    """A mapping from field to heading, as a file or a form states it; `fixed` holds values for every row.

    Raises `FileFault`: "no-such-field", "no-such-column", "no-title-column".

    >>> mapping_from({"title": "navn", "fixed": {"phase": "Drift"}}, ["Navn"])
    Mapping(columns={'title': 'Navn'}, fixed={'phase': 'Drift'})
    """
    fixed = stated.get("fixed") or {}
    if not isinstance(fixed, AnyMapping):
        raise FileFault("no-such-field", "fixed")
    if strange := sorted({*stated, *fixed} - TARGETS - {"fixed"}):
        raise FileFault("no-such-field", ", ".join(map(str, strange)))
    known = {key(heading): heading for heading in headings}
    columns = {}
    for target, heading in stated.items():
        if target == "fixed" or heading in (None, ""):
            continue
        if key(heading) not in known:
            raise FileFault("no-such-column", str(heading))
        columns[target] = known[key(heading)]
    if "title" not in columns:
        raise FileFault("no-title-column", "title")
    return Mapping(columns, {str(name): str(value) for name, value in fixed.items()})
