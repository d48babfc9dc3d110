"""What the room `benefits` knows of the hours a process freed, as the month report of `operations` asks."""

from __future__ import annotations

from datetime import date

from gevinst.features.benefits import queries as benefits
from gevinst.features.operations.month_effect import Freed
from gevinst.shared.actor import SYSTEM


def freed_by_process(process_id: int, first: date, last: date) -> list[Freed]:
    """One part a kind of baseline that counted anything."""
    found = benefits.effects(SYSTEM, process=process_id, since=first, until=last)
    return [
        Freed(sums.hours, sums.amount, measured=kind == benefits.MEASURED)
        for kind, sums in benefits.sums(found).items()
        if sums.runs
    ]
