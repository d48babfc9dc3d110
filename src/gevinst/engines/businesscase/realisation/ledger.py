"""Two series of a benefit or a cost, expected and measured, to which one may only add."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from gevinst.engines.businesscase.realisation.periods import Period, Reading

Kind = Literal["expected", "measured"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A reading, when it was recorded and by whom; a correction says why."""

    kind: Kind
    reading: Reading
    on: date
    by: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Ledger:
    """Every entry ever made, oldest first; each act gives a new ledger and leaves this one as it is."""

    unit: str = "DKK"
    entries: tuple[Entry, ...] = ()

    def recorded(self, kind: Kind, reading: Reading, *, on: date, by: str) -> Ledger:
        """The ledger with a first reading of a period.

        Raises: ValueError for another unit, a period that shares a day with one already there, nobody
        as recorder, and a date before the last entry's.

        >>> from decimal import Decimal
        >>> year = Reading(Decimal("938.5"), Period.year(2022))
        >>> held = Ledger().recorded("measured", year, on=date(2023, 1, 9), by="controller")
        >>> [str(each.value) for each in held.readings("measured")]
        ['938.5']
        """
        for held in self.readings(kind):
            if held.period.overlaps(reading.period):
                raise ValueError(
                    f"{kind} is there for {held.period}: correct it with a reason, or give another period"
                )
        return self._with(Entry(kind, reading, on, by))

    def corrected(self, kind: Kind, reading: Reading, *, on: date, by: str, reason: str) -> Ledger:
        """The ledger with a later reading of a period already there; the earlier one stays in `history`.

        Raises: ValueError without a reason, for a period that is not there, and as `recorded`.
        """
        if not reason.strip():
            raise ValueError(f"{kind} {reading.period} is corrected only with a reason: give one")
        if not self.history(kind, reading.period):
            raise ValueError(f"{kind} has nothing for {reading.period} to correct: record it")
        return self._with(Entry(kind, reading, on, by, reason.strip()))

    def readings(self, kind: Kind, as_of: date | None = None) -> tuple[Reading, ...]:
        """The latest reading of each period, in order of time; as it stood at the end of the day `as_of`."""
        latest = {
            entry.reading.period: entry.reading
            for entry in self._of(kind)
            if as_of is None or entry.on <= as_of
        }
        return tuple(latest[period] for period in sorted(latest))

    def history(self, kind: Kind, period: Period) -> tuple[Entry, ...]:
        """Every entry of the period, oldest first."""
        return tuple(entry for entry in self._of(kind) if entry.reading.period == period)

    def _of(self, kind: Kind) -> Iterator[Entry]:
        return (entry for entry in self.entries if entry.kind == kind)

    def _with(self, entry: Entry) -> Ledger:
        if entry.reading.unit != self.unit:
            raise ValueError(f"a reading in {entry.reading.unit} in a series of {self.unit}")
        if not entry.by.strip():
            raise ValueError("say who recorded it")
        if self.entries and entry.on < self.entries[-1].on:
            raise ValueError(
                f"recorded on {entry.on}, before the last entry of {self.entries[-1].on}"
            )
        return replace(self, entries=(*self.entries, entry))
