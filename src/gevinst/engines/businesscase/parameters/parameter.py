"""One parameter: what it measures, and the values that held from date to date."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

Kind = Literal["number", "by-year", "steps"]
Value = Decimal | Mapping[int, Decimal] | Mapping[Decimal, str]
When = date | int


@dataclass(frozen=True, slots=True)
class Dated:
    """A value and the dates it held, both included; `end` None: until the next one or further notice."""

    start: date
    end: date | None
    value: Value
    source: str
    unconfirmed: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Parameter:
    """A named quantity with its unit and its values, the earliest first."""

    name: str
    unit: str
    description: str
    kind: Kind
    values: tuple[Dated, ...]

    def at(self, when: When) -> Dated:
        """The value that held on a date; a year means its last day.

        Raises: ValueError that names the parameter, the date and the dates there are.
        """
        day = date(when, 12, 31) if isinstance(when, int) else when
        begun = [dated for dated in self.values if dated.start <= day]
        if begun and (begun[-1].end is None or day <= begun[-1].end):
            return begun[-1]
        raise ValueError(
            f"the parameter {self.name!r} has no value on {day.isoformat()}: it has values {self.dates}"
        )

    @property
    def dates(self) -> str:
        """The dates there are values for, in words."""
        return "; ".join(
            f"from {dated.start.isoformat()}"
            + (f" to {dated.end.isoformat()}" if dated.end else "")
            for dated in self.values
        )
