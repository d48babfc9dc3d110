"""What the runs of a process freed in a calendar year."""

from __future__ import annotations

from datetime import date

from gevinst.features.benefits.queries.effects import ESTIMATED, Sums, sums, together
from gevinst.features.benefits.queries.effects import effects as effects_of_runs
from gevinst.shared.actor import Actor


def freed_in(actor: Actor, process_id: int, year: int) -> tuple[Sums, bool]:
    """What the runs of a process freed in a calendar year, and whether any of it rests on an estimate."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    parts = sums(effects_of_runs(actor, process=process_id, since=first, until=last))
    return together(parts.values()), bool(parts[ESTIMATED].runs)
