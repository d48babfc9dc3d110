"""What the front page tells: figures across rooms, the newest effects, and what waits for somebody."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple

from gevinst.features.benefits import queries as benefits
from gevinst.features.benefits.queries import cases
from gevinst.features.catalogue import queries as catalogue
from gevinst.features.operations import queries as operations
from gevinst.shared.actor import Actor, Right

NEWEST = 5


class Shared(NamedTuple):
    """What is shared on this installation, and what it freed since a day, by kind of baseline."""

    processes: int
    in_operation: int
    authorities: int
    sums: dict[str, benefits.Sums]

    @property
    def handled(self) -> int:
        """Items that robots took in and decided: untouched and exceptions."""
        return sum(part.untouched + part.exceptions for part in self.sums.values())


class NewEffect(NamedTuple):
    """One run of a process that the reader may see, and what it freed."""

    process_id: int
    title: str
    authority: str
    on: date
    handled: int
    untouched: int
    hours: object
    amount: object
    kind: str


class DeskWait(NamedTuple):
    """Items of one robot that wait for the reader's hand."""

    robot: str
    items: int
    oldest: datetime | None


def shared(actor: Actor, since: date) -> Shared:
    """The figures that stand on the front page: of all that is shared, effects as far as readable."""
    counts = catalogue.shared_counts()
    sums = benefits.sums(benefits.effects(actor, since=since))
    return Shared(counts["shared"], counts["in_operation"], counts["authorities"], sums)


def newest_effects(actor: Actor) -> list[NewEffect]:
    """The latest runs with an effect, of processes that `actor` may read."""
    return [
        NewEffect(
            process_id=row.process_id,
            title=row.process.title,
            authority=row.process.authority.name,
            on=row.on,
            handled=row.untouched + row.exceptions,
            untouched=row.untouched,
            hours=row.hours,
            amount=row.amount,
            kind=benefits.MEASURED if row.baseline.is_measured else benefits.ESTIMATED,
        )
        for row in benefits.effects(actor)[:NEWEST]
    ]


def desk_waits(actor: Actor) -> list[DeskWait]:
    """What stands in the queues that `actor` works, by robot; robots with nothing left out."""
    if not actor.authorities(Right.WORK_DESK):
        return []
    waits: dict[int, DeskWait] = {}
    for line in operations.queues(actor):
        # What waits for a register or a date comes by itself.
        if not line.count or line.key in {"waiting", "held"}:
            continue
        held = waits.get(line.robot.pk, DeskWait(line.robot.name, 0, None))
        days = [day for day in (held.oldest, line.oldest) if day]
        waits[line.robot.pk] = DeskWait(
            held.robot, held.items + line.count, min(days, default=None)
        )
    return list(waits.values())


def missing_baselines(actor: Actor) -> list[tuple[int, str]]:
    """Processes in operation that `actor` could set a baseline for."""
    mine = actor.authorities(Right.CONTRIBUTE)
    return benefits.without_baseline(actor, mine) if mine else []


def measurements_due(actor: Actor, today: date) -> list[tuple[int, str, date | None]]:
    """Id, title and day of the actor's own benefits that are to be measured by today."""
    rows = benefits.due(actor, today).values_list("pk", "title", "next_measurement_on")
    return list(rows[:NEWEST])


def cases_to_approve(actor: Actor) -> list[tuple[int, str]]:
    """Id and title of the business cases that wait for `actor` to approve or reject them."""
    proposed = cases.cases(actor, cases.CasesWanted(state="proposed", own=True))
    return [(one.pk, one.title) for one in proposed[:NEWEST] if cases.may_approve(actor, one)]


def drafts(actor: Actor) -> list[tuple[int, str]]:
    """Id and title of the processes that only `actor` can see yet."""
    if actor.user_id is None:
        return []
    mine = catalogue.processes(actor).filter(visibility="personal", owner=actor.user_id)
    return list(mine.values_list("pk", "title")[:NEWEST])
