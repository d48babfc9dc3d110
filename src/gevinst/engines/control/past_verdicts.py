"""Verdicts of many items from the cases of their rules, without a finding made: as `verdict.py` has them.

What stands in the way of an item is a number: how heavily it weighs (a failure first, then what is undecided,
then what waits), then the rule's order, its kind of subject, the subject and the rule's place. The least
number of an item is the reason of its decision.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from gevinst.engines.blockkit.contract import Outcome, Severity, Verdict
from gevinst.engines.control.model import Case, Rule

RULE_BITS, ROW_BITS = 10, 30
KINDS, ORDERS = 1 << 4, 1 << 14
LOW = RULE_BITS + ROW_BITS
NOTHING = np.iinfo(np.int64).max
FAILED, UNDECIDED, WAITS = range(3)
UNKNOWN = -1


@dataclass(frozen=True, slots=True)
class Standing:
    """A decision without its grounds: verdict, and queue and rule where it is not approved."""

    verdict: str
    queue: str = ""
    reason: str = ""


APPROVED = Standing(str(Verdict.APPROVE))


@dataclass(frozen=True, slots=True)
class Place:
    """A rule among those of its book: `order` and `kind` are numbers, `place` is its own among its kind."""

    rule: Rule
    order: int
    kind: int
    place: int

    def cases(self) -> Iterator[tuple[int, int]]:
        """The number of each case that stands in the way, `UNKNOWN` too, with its number as a reason."""
        for number in range(UNKNOWN, len(self.rule.cases)):
            weight = _weight(self.rule, self.rule.case(number))
            if weight is not None:
                high = (weight * ORDERS + self.order) * KINDS + self.kind
                yield number, (high << LOW) + self.place

    def standing(self, number: int) -> Standing:
        """The decision that the case leads to when it is the reason."""
        if self.rule.case(number).wait:
            return Standing(str(Verdict.WAIT), "", self.rule.id)
        return Standing(str(Verdict.REFER), self.rule.queue, self.rule.id)


def places(rules: Mapping[str, Sequence[Rule]], orders: Sequence[int]) -> dict[str, list[Place]]:
    """The rules of a book by kind of subject; `orders` holds every order that is compared, ascending."""
    return {
        kind: [
            Place(rule, orders.index(rule.order), number, place) for place, rule in enumerate(own)
        ]
        for number, (kind, own) in enumerate(rules.items())
    }


def reasons(
    about: Mapping[str, Sequence[Place]],
    cases: Mapping[str, Mapping[str, np.ndarray]],
    items: Mapping[str, np.ndarray],
    count: int,
) -> np.ndarray:
    """For each of `count` items the number of its reason, `NOTHING` where it is approved.

    `cases` are those of each rule for the subjects of its kind, `items` the item of each subject.
    """
    least = np.full(count, NOTHING, np.int64)
    for kind, own in about.items():
        for each in own:
            _lower(least, items[kind], cases[kind][each.rule.id], each)
    return _without_rows(least)


def standings(about: Mapping[str, Sequence[Place]]) -> dict[int, Standing]:
    """The decision that each number means."""
    found = {
        int(_without_rows(np.array([score]))[0]): each.standing(number)
        for own in about.values()
        for each in own
        for number, score in each.cases()
    }
    return {**found, int(NOTHING): APPROVED}


def _lower(least: np.ndarray, items: np.ndarray, cases: np.ndarray, place: Place) -> None:
    """Takes the rule's numbers in where they are less than what the items have."""
    scores = np.full(len(place.rule.cases) + 1, NOTHING, np.int64)
    for number, score in place.cases():
        scores[number - UNKNOWN] = score
    found = scores[cases.astype(np.int64) - UNKNOWN]
    rows = np.flatnonzero(found != NOTHING)
    np.minimum.at(least, items[rows], found[rows] + (rows << RULE_BITS))


def _without_rows(scores: np.ndarray) -> np.ndarray:
    """The numbers without the subject, which tells two reasons apart but not two decisions."""
    rows = ((1 << ROW_BITS) - 1) << RULE_BITS
    return np.where(scores == NOTHING, scores, scores & ~np.int64(rows))


def _weight(rule: Rule, case: Case) -> int | None:
    """None for a case that stands in nobody's way."""
    if rule.severity is not Severity.MANDATORY or rule.shadow or case.outcome is Outcome.OK:
        return None
    if case.wait:
        return WAITS
    return FAILED if case.outcome is Outcome.FAIL else UNDECIDED
