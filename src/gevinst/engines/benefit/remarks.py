"""What must be said beside the figures of an account: over which robots, which months, which evidence."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from gevinst.engines.benefit.account import Account
from gevinst.engines.benefit.calendar_months import month_end, month_of
from gevinst.engines.benefit.evidence import sample_note
from gevinst.engines.benefit.remarks_window import windows_note
from gevinst.engines.benefit.rows import CostKind
from gevinst.engines.businesscase.notes import Note
from gevinst.engines.money import half_up

HALF = Decimal("0.5")


def remarks(found: Account) -> list[Note]:
    """The notes on an account, the ones about what is counted first."""
    return [*_robots(found), *_windows(found), *_costs(found), *_evidence(found)]


def _robots(found: Account) -> Iterator[Note]:
    total = found.total
    if total.with_hours < total.robots:
        facts = {
            "robots": total.robots,
            "with_hours": total.with_hours,
            "hours_per_robot": str(total.hours_per_robot),
            "hours_per_existing_robot": str(half_up(total.minutes / 60 / total.robots, 1)),
        }
        yield Note(
            "per-robot-over-uncounted",
            f"{total.with_hours} of {total.robots} robots have hours: “per robot” is over those"
            f" {total.with_hours}.",
            facts,
        )
    if total.uncounted:
        facts = {"runs": total.runs, "uncounted": total.uncounted}
        message = f"{total.uncounted} of {total.runs} runs lie on a day without a baseline."
        yield Note("runs-without-baseline", message, facts)


def _windows(found: Account) -> Iterator[Note]:
    booked = found.cost_window
    if booked is None:
        return
    whole = {"hours": found.window, "cost": (booked[0], booked[1] or found.window[1])}
    note = windows_note({name: (month_of(a), month_end(b)) for name, (a, b) in whole.items()})
    if note is not None:
        yield note


def _costs(found: Account) -> Iterator[Note]:
    kinds = {cost.kind for cost in found.cost_rows}
    if not kinds:
        message = "No cost is given: cost of an hour and ROI cannot be told."
        yield Note("no-costs", message)
    elif CostKind.TEAM not in kinds:
        message = "No cost of a team is given; internal time belongs to the cost."
        yield Note("team-cost-missing", message)
    shared = sum((part for cell, part in found.costs.items() if not cell[1]), Decimal(0))
    if shared:
        message = f"{shared} DKK are carried by no robot."
        yield Note("cost-of-no-robot", message, {"amount": str(shared)})


def _evidence(found: Account) -> Iterator[Note]:
    share = found.total.measured_share
    if share is not None and share < HALF:
        message = "More than half of the minutes rest on estimates."
        yield Note("mostly-estimated", message, {"measured_share": str(share)})
    for baseline in found.used:
        note = sample_note(baseline.grade, baseline.n)
        if note is not None:
            facts = {"robot": baseline.robot, "valid_from": baseline.valid_from.isoformat()}
            yield Note(note.code, f"{baseline.robot}: {note.message}", {**note.facts, **facts})
