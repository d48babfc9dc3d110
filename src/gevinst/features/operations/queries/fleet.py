"""Robots and their runs: what they did last, how the month went, what needs someone now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from django.db.models import Count, Q, QuerySet, Sum
from django.db.models.functions import TruncDate
from django.utils import timezone
from django.utils.translation import gettext as _

from gevinst.features.operations.models import Decision, Finding, Robot, Run, WorkItem
from gevinst.features.operations.queries.scope import midnight, within
from gevinst.features.operations.states import State
from gevinst.shared.actor import Actor, Right
from gevinst.shared.errors import DomainError

TREND_DAYS = 30


class Health(StrEnum):
    """How a robot is, worst first."""

    FAILED = "failed"
    BEHIND = "behind"
    OVERDUE = "overdue"
    NEVER_RUN = "never-run"
    GOOD = "good"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class TrendDay:
    """What the robot decided on one day."""

    day: date
    approved: int
    referred: int


@dataclass(frozen=True, slots=True)
class RobotLine:
    """A robot as the overview shows it. `open` counts items by state; `overdue` are past their due date."""

    robot: Robot
    last_run: Run | None
    open: dict[str, int]
    overdue: int
    done_today: int
    trend: list[TrendDay]
    health: Health

    @property
    def exceptions(self) -> int:
        """Items that wait for a clerk."""
        return sum(self.open.get(s, 0) for s in (State.REFERRED, State.REFUSED, State.HELD))


def robots(actor: Actor, process_id: int | None = None) -> list[RobotLine]:
    """Every robot (of a process) that the actor may read about, what needs someone first."""
    rows = within(Robot.objects.select_related("authority", "process"), actor, Right.READ)
    lines = overview(list(rows if process_id is None else rows.filter(process=process_id)))
    order = list(Health)
    return sorted(lines, key=lambda line: (order.index(line.health), line.robot.name))


def overview(rows: list[Robot]) -> list[RobotLine]:
    """The lines of these robots, with a handful of questions to the database however many they are."""
    today = timezone.localdate()
    counts, overdue, last = _open(rows), _overdue(rows, today), _last_runs(rows)
    trends, done = _trends(rows, today), _done(rows, today)
    return [
        RobotLine(
            robot=robot,
            last_run=last.get(robot.pk),
            open=counts.get(robot.pk, {}),
            overdue=overdue.get(robot.pk, 0),
            done_today=done.get(robot.pk, 0),
            trend=trends[robot.pk],
            health=_health(
                robot, last.get(robot.pk), counts.get(robot.pk, {}), overdue.get(robot.pk, 0)
            ),
        )
        for robot in rows
    ]


def robot(actor: Actor, robot_id: int) -> Robot:
    """The robot. Raises `DomainError("not-found")`, also where the actor may not read about it."""
    rows = within(Robot.objects.select_related("authority", "process"), actor, Right.READ)
    found = rows.filter(pk=robot_id).first()
    if found is None:
        raise DomainError("not-found", _("There is no such robot."), robot=robot_id)
    return found


def robot_by_key(actor: Actor, key: str, authority: str = "") -> Robot:
    """The robot of that key, of the authority with that code where one is stated.

    Raises `DomainError`: "not-found", "ambiguous" (several authorities have one; the codes stand in it).
    """
    named = Robot.objects.filter(key=key).select_related("authority", "process")
    if authority:
        named = named.filter(authority__code=authority)
    found = list(within(named, actor, Right.READ).order_by("authority__code")[:20])
    if not found:
        raise DomainError("not-found", _("There is no robot “%(key)s”.") % {"key": key}, robot=key)
    if len(found) > 1:
        codes = ", ".join(each.authority.code for each in found)
        message = _("Several authorities have a robot “%(key)s”: state one of %(codes)s.")
        raise DomainError("ambiguous", message % {"key": key, "codes": codes}, robot=key)
    return found[0]


def runs(actor: Actor) -> QuerySet[Run]:
    """Every run that the actor may read about, newest first. Not yet fetched."""
    return within(
        Run.objects.select_related("robot__authority"), actor, Right.READ, "robot__authority"
    )


def run(actor: Actor, run_id: int) -> Run:
    """The run. Raises `DomainError("not-found")`."""
    found = runs(actor).filter(pk=run_id).first()
    if found is None:
        raise DomainError("not-found", _("There is no such run."), run=run_id)
    return found


@dataclass(frozen=True, slots=True)
class Reconciled:
    """One row of a run's reconciliation: items and DKK; `amount` is None where none is known."""

    verdict: str
    count: int
    amount: Decimal | None


def reconciliation(run: Run) -> list[Reconciled]:
    """What came of the items taken in, counted from the decisions themselves."""
    judged = Decision.objects.filter(run=run).order_by().values("verdict")
    in_dkk = Sum("item__amount", filter=Q(item__currency="DKK"))
    rows = {
        v: (n, a)
        for v, n, a in judged.annotate(n=Count("pk"), a=in_dkk).values_list("verdict", "n", "a")
    }
    kept = [Reconciled(v, *rows.get(v, (0, Decimal(0)))) for v in ("approve", "refer", "wait")]
    return [*kept, Reconciled("refuse", run.refused, None)]


def findings_by_rule(run: Run) -> list[tuple[str, int, int, int]]:
    """For each rule: how many lines were ok, failed and undecided in the run, most failed first."""
    rows = Finding.objects.filter(decision__run=run).order_by().values("rule")
    counted = rows.annotate(
        ok=Count("pk", filter=Q(outcome="ok")),
        fail=Count("pk", filter=Q(outcome="fail")),
        undecided=Count("pk", filter=Q(outcome="undecided")),
    )
    found = counted.order_by("-fail", "-undecided", "rule")
    return list(found.values_list("rule", "ok", "fail", "undecided"))


def due_now(robot: Robot, on: date) -> int:
    """How many items a run on that day would take in."""
    waiting = Q(state__in=(State.WAITING, State.HELD), wait_until__lte=on)
    mine = WorkItem.objects.filter(robot=robot, taken_by=None)
    return mine.filter(Q(state=State.RECEIVED) | waiting).count()


def _open(rows: list[Robot]) -> dict[int, dict[str, int]]:
    settled = (State.DELIVERED, State.RETURNED)
    items = WorkItem.objects.filter(
        robot__in=rows, state__in=[s for s in State if s not in settled]
    )
    found: dict[int, dict[str, int]] = {}
    for robot_id, state, count in (
        items.order_by().values_list("robot_id", "state").annotate(Count("pk"))
    ):
        found.setdefault(robot_id, {})[state] = count
    return found


def _overdue(rows: list[Robot], today: date) -> dict[int, int]:
    open_states = (State.REFERRED, State.HELD, State.REFUSED)
    late = WorkItem.objects.filter(robot__in=rows, state__in=open_states, due__lt=today)
    return dict(late.order_by().values_list("robot_id").annotate(Count("pk")))


def _last_runs(rows: list[Robot]) -> dict[int, Run]:
    newest = Run.objects.filter(robot__in=rows).order_by("robot_id", "-started_at", "-id")
    return {run.robot_id: run for run in newest.distinct("robot_id")}


def _done(rows: list[Robot], today: date) -> dict[int, int]:
    """What runs approved and clerks ended since midnight; an item undone and ended again counts twice."""
    since = midnight(today)
    runs = Run.objects.filter(robot__in=rows, started_at__gte=since).order_by()
    done = dict(runs.values_list("robot_id").annotate(Sum("approved")))
    ended = Decision.objects.filter(
        item__robot__in=rows, at__gte=since, actor__isnull=False, verdict__in=("approve", "return")
    )
    for robot_id, count in ended.order_by().values_list("item__robot_id").annotate(Count("pk")):
        done[robot_id] = done.get(robot_id, 0) + count
    return done


def _trends(rows: list[Robot], today: date) -> dict[int, list[TrendDay]]:
    days = [today - timedelta(days=n) for n in reversed(range(TREND_DAYS))]
    recent = Run.objects.filter(robot__in=rows, started_at__gte=midnight(days[0])).order_by()
    counted = recent.annotate(day=TruncDate("started_at")).values_list("robot_id", "day")
    sums = {
        (robot_id, day): (approved, referred)
        for robot_id, day, approved, referred in counted.annotate(Sum("approved"), Sum("referred"))
    }
    return {r.pk: [TrendDay(day, *sums.get((r.pk, day), (0, 0))) for day in days] for r in rows}


def _health(robot: Robot, last: Run | None, counts: dict[str, int], overdue: int) -> Health:
    if not robot.active:
        return Health.STOPPED
    if last is not None and last.status == Run.Status.FAILED:
        return Health.FAILED
    if counts.get(State.RECEIVED, 0) and last is not None and _old(last):
        return Health.BEHIND
    if overdue:
        return Health.OVERDUE
    return Health.NEVER_RUN if last is None else Health.GOOD


def _old(last: Run) -> bool:
    return last.started_at < timezone.now() - timedelta(days=2)
