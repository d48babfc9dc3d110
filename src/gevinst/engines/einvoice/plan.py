"""How to fill the values of a document of known markup from its texts alone: which text goes where.

A plan works on one growing list: the document's texts, then what is constant in its markup, then one entry
for each dictionary and list that is made of earlier entries, the document's own dictionary last.
"""

from __future__ import annotations

from collections.abc import Callable
from operator import itemgetter
from typing import Any, NamedTuple

from gevinst.engines.einvoice.model import Identifier, adopt
from gevinst.engines.einvoice.tree import Late, Values
from gevinst.engines.einvoice.values import decimal

Convert = Callable[[Any], object]
Pick = Callable[[list[Any]], tuple[Any, ...]]
# A dictionary of these fields, or a list where there are no fields, of the picked entries.
Step = tuple[tuple[str, ...] | None, Pick]


class Plan(NamedTuple):
    """A whole document: which texts to convert, what its markup holds itself, and how its parts are made."""

    kind: str
    texts: int
    numbers: tuple[int, ...]
    numbers_of: Pick
    others: tuple[tuple[int, Convert], ...]
    identifiers: tuple[tuple[int, str], ...]
    constants: tuple[str, ...]
    steps: tuple[Step, ...]


def fill(plan: Plan, entries: list[Any]) -> Values:
    """The values of the document, as the walk over it finds them; `entries` are its converted texts."""
    for at, scheme in plan.identifiers:
        entries[at] = adopt(Identifier, {"value": entries[at], "scheme": scheme})
    entries += plan.constants
    append = entries.append
    for fields, pick in plan.steps:
        picked = pick(entries)
        append(list(picked) if fields is None else dict(zip(fields, picked)))  # noqa: B905
    values: Values = entries[-1]
    return values


def plan_of(kind: str, marked: Values, count: int, mark: str) -> Plan | None:
    """The plan from the values of a document whose texts are marks; None where one cannot be made."""
    constants = sorted(_constants(marked, mark))
    maker = _Maker(mark, {text: count + at for at, text in enumerate(constants)}, count)
    try:
        maker.dictionary(marked)
    except ValueError:
        return None
    return Plan(
        kind,
        count,
        tuple(maker.numbers),
        picker(maker.numbers),
        tuple(maker.others),
        tuple(maker.identifiers),
        tuple(constants),
        tuple(maker.steps),
    )


def picker(places: list[int]) -> Pick:
    """A function that takes these places of a list, as a tuple even of one.

    >>> picker([2, 0])("abc"), picker([1])("abc"), picker([])("abc")
    (('c', 'a'), ('b',), ())
    """
    if len(places) > 1:
        return itemgetter(*places)
    if places:
        only = places[0]
        return lambda entries: (entries[only],)
    return lambda entries: ()


def _constants(marked: Values, mark: str) -> set[str]:
    found: set[str] = set()
    for value in marked.values():
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, dict):
                found |= _constants(one, mark)
            elif isinstance(one, str) and not one.startswith(mark):
                found.add(one)
    return found


class _Maker:
    """Goes through marked values once, children first, noting what is to be converted and made."""

    def __init__(self, mark: str, constants: dict[str, int], count: int) -> None:
        self.mark, self.constants = mark, constants
        self.next = count + len(constants)
        self.numbers: list[int] = []
        self.others: list[tuple[int, Convert]] = []
        self.identifiers: list[tuple[int, str]] = []
        self.steps: list[Step] = []

    def dictionary(self, marked: Values) -> int:
        places = [self.place(value) for value in marked.values()]
        return self.step(tuple(marked), places)

    def place(self, value: object) -> int:
        """Where in the list the value of a field will stand.

        Raises: ValueError where it is neither text nor made of texts, or typed but part of the markup.
        """
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, Late):
            return self.late(value)
        if isinstance(value, Identifier):
            at = self.own(value.value)
            self.identifiers.append((at, value.scheme))
            return at
        if isinstance(value, list):
            return self.step(None, [self.place(one) for one in value])
        if isinstance(value, dict):
            return self.dictionary(value)
        raise ValueError("not made of texts")

    def late(self, value: Late) -> int:
        at = self.own(value.text)
        if value.convert is decimal:
            self.numbers.append(at)
        else:
            self.others.append((at, value.convert))
        return at

    def text(self, text: str) -> int:
        return self.own(text) if text.startswith(self.mark) else self.constants[text]

    def own(self, text: str) -> int:
        if not text.startswith(self.mark):
            raise ValueError("not a text of its own")
        return int(text.removeprefix(self.mark))

    def step(self, fields: tuple[str, ...] | None, places: list[int]) -> int:
        self.steps.append((fields, picker(places)))
        self.next += 1
        return self.next - 1
