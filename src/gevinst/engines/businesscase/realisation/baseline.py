"""The figures that the effect is held against: the original, and each revision with its reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Revision:
    """Expected values from a date on, why, and who decided it."""

    values: Mapping[str, Decimal]
    on: date
    reason: str
    by: str


@dataclass(frozen=True, slots=True)
class Baseline:
    """Expected values by name; `original` never changes, revisions only come after one another."""

    original: Mapping[str, Decimal]
    on: date
    revisions: tuple[Revision, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "original", MappingProxyType(dict(self.original)))

    @property
    def current(self) -> Mapping[str, Decimal]:
        """What holds now."""
        return self.revisions[-1].values if self.revisions else self.original

    def at(self, day: date) -> Mapping[str, Decimal]:
        """What held on that day: a later revision never rewrites the past.

        Raises: ValueError for a day before the baseline.
        """
        if day < self.on:
            raise ValueError(f"the baseline holds from {self.on}: nothing was expected on {day}")
        held = [each.values for each in self.revisions if each.on <= day]
        return held[-1] if held else self.original

    def revised(self, values: Mapping[str, Decimal], *, on: date, reason: str, by: str) -> Baseline:
        """A baseline with one revision more; this one stays as it is. Names not given keep their values.

        Raises: ValueError without a reason or a decider, for a date not after the last, for a name that
        is not in the original, and where nothing changes.

        >>> first = Baseline({"hours": Decimal(100)}, date(2024, 1, 1))
        >>> then = first.revised(
        ...     {"hours": Decimal(80)}, on=date(2025, 1, 1), reason="fewer users", by="owner"
        ... )
        >>> then.current["hours"], then.original["hours"]
        (Decimal('80'), Decimal('100'))
        """
        if not reason.strip() or not by.strip():
            raise ValueError("a baseline is revised only with a reason and by someone: give both")
        last = self.revisions[-1].on if self.revisions else self.on
        if on <= last:
            raise ValueError(f"a revision on {on} does not come after {last}")
        if unknown := sorted(set(values) - set(self.original)):
            raise ValueError(f"{unknown[0]} is not in the baseline: begin a new one for it")
        merged = dict(self.current) | dict(values)
        if merged == dict(self.current):
            raise ValueError("the revision changes nothing")
        added = Revision(MappingProxyType(merged), on, reason.strip(), by.strip())
        return replace(self, revisions=(*self.revisions, added))
