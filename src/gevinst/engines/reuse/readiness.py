"""How ready a process is for another authority to take over: a grade A-E, and what is missing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

# What another authority needs, and what it counts of 100.
WEIGHTS: Mapping[str, int] = {
    "code": 25,
    "licence": 20,
    "documentation": 20,
    "infrastructure": 10,
    "data_protection": 10,
    "policies": 10,
    "translations": 5,
}
LIMITS = (("A", 90), ("B", 70), ("C", 50), ("D", 25), ("E", 0))
# Without the code, or the right to use it, there is little to take over.
NEEDED = frozenset({"code", "licence"})
CAPPED = "C"
# SPDX identifiers of open licences, by how they begin.
OPEN = re.compile(
    r"(EUPL|MPL|MIT|Apache|AGPL|LGPL|GPL|BSD|CC0|CC-BY(-SA)?(?=-\d)|ISC|Unlicense|0BSD|EPL|BSL-1|Zlib|ODbL|PDDL)"
    r"(-|$)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Readiness:
    """`grade` A-E by `points` of 100; `there` and `missing` name what of `WEIGHTS`, the weightiest first."""

    grade: str
    points: int
    there: tuple[str, ...]
    missing: tuple[str, ...]
    licence_closed: bool = False


def readiness(facts: Mapping[str, Any]) -> Readiness:
    """The grade of a process by its fields; a building block is code whose licence is known.

    >>> readiness({}).grade
    'E'
    >>> found = readiness({"repository_url": "https://example.org/", "licence": "EUPL-1.2",
    ...                    "documentation": "How to set it up"})
    >>> found.grade, found.missing
    ('C', ('infrastructure', 'data_protection', 'policies', 'translations'))
    """
    has = {name: _filled(facts, name) for name in WEIGHTS}
    has["code"] = _filled(facts, "repository_url") or _filled(facts, "block_key")
    has["licence"] = open_licence(_text(facts, "licence")) or _filled(facts, "block_key")
    has["documentation"] = _filled(facts, "documentation") or _filled(facts, "documentation_url")
    points = sum(weight for name, weight in WEIGHTS.items() if has[name])
    grade = next(letter for letter, least in LIMITS if points >= least)
    if not all(has[name] for name in NEEDED):
        grade = max(grade, CAPPED)
    return Readiness(
        grade=grade,
        points=points,
        there=tuple(name for name in WEIGHTS if has[name]),
        missing=tuple(name for name in WEIGHTS if not has[name]),
        licence_closed=not has["licence"] and _filled(facts, "licence"),
    )


def open_licence(expression: str) -> bool:
    """Whether an SPDX expression names an open licence; of a choice (OR) one is enough.

    >>> [open_licence(each) for each in ("MIT OR LicenseRef-own", "proprietary", "MPL-2.0", "")]
    [True, False, True, False]
    >>> open_licence("MIT AND LicenseRef-own")
    False
    """
    choices = re.split(r"\s+OR\s+", expression.strip(" ()"), flags=re.IGNORECASE)
    return any(_all_open(choice) for choice in choices)


def _all_open(choice: str) -> bool:
    parts = [re.split(r"\s+WITH\s+", part, flags=re.IGNORECASE)[0] for part in _ands(choice)]
    return all(OPEN.match(part.strip(" ()")) for part in parts)


def _ands(choice: str) -> list[str]:
    return re.split(r"\s+AND\s+", choice, flags=re.IGNORECASE)


def _text(facts: Mapping[str, Any], name: str) -> str:
    return str(facts.get(name) or "").strip()


def _filled(facts: Mapping[str, Any], name: str) -> bool:
    return bool(_text(facts, name))
