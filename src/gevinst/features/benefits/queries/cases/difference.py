"""What differs between two case files, and what it does to the figures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from gevinst.features.benefits.casework.paths import plain
from gevinst.features.benefits.queries.cases.changes import CaseChange, changes
from gevinst.features.benefits.queries.cases.headline import headline


@dataclass(frozen=True, slots=True)
class CaseDifference:
    """Every change, and the headline figures (as text) before and after; None for one that is not there."""

    changes: tuple[CaseChange, ...]
    figures: Mapping[str, tuple[str | None, str | None]]


def difference(before: str, after: str, on: date) -> CaseDifference:
    """What differs from one case file to another, in the order of the file."""
    then, now = headline(before, on), headline(after, on)
    names = list(dict.fromkeys([*then, *now]))
    return CaseDifference(
        tuple(changes(_data(before), _data(after))),
        {name: (then.get(name), now.get(name)) for name in names},
    )


def _data(text: str) -> dict[str, Any]:
    """The values in their long form, so that a value written otherwise is no change; {} where unreadable."""
    return plain(text) or {}
