"""What the runs of a process came to by year, to estimate from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from gevinst.features.benefits.queries.effects import Sums, by_month, effects, together
from gevinst.shared.actor import Actor

# What a process's runs can be counted in, by year.
COUNTS: Mapping[str, Callable[[Sums], Decimal]] = {
    "items": lambda sums: Decimal(sums.untouched + sums.exceptions),
    "untouched": lambda sums: Decimal(sums.untouched),
    "exceptions": lambda sums: Decimal(sums.exceptions),
    "hours": lambda sums: sums.hours,
    "dkk": lambda sums: sums.amount,
    "runs": lambda sums: Decimal(sums.runs),
}


@dataclass(frozen=True, slots=True)
class OwnYears:
    """A process's whole years by year, and the years that are left out because they are not whole."""

    by_year: Mapping[int, Decimal]
    partial: tuple[int, ...]


def own_years(actor: Actor, process_id: int, what: str, today: date) -> OwnYears:
    """What the runs of a process came to by year, as one of `COUNTS`; the first and this year if not whole.

    Raises `KeyError` for something that is not counted.
    """
    count = COUNTS[what]
    months: dict[int, list[Sums]] = {}
    for line in by_month(effects(actor, process=process_id, until=today)):
        if line.month is not None:
            months.setdefault(line.month.year, []).append(line.sums)
    sums = {year: together(parts) for year, parts in sorted(months.items())}
    partial = tuple(year for year, held in sums.items() if not _whole(year, held, sums, today))
    whole = {year: count(held) for year, held in sums.items() if year not in partial}
    return OwnYears(whole, partial)


def _whole(year: int, held: Sums, every: Mapping[int, Sums], today: date) -> bool:
    """Whether a year was run from its first month to its end."""
    begun = year > min(every) or (held.first is not None and held.first.month == 1)
    return begun and year < today.year
