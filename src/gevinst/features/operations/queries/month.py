"""One month of a robot as a controller reads it. What came in the month is followed until the month ended."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.db import connection
from django.db.models import Count, OuterRef, Q, Subquery, Sum, Value
from django.db.models.functions import Coalesce, TruncMonth
from django.utils.translation import gettext as _

from gevinst.features.control import queries as control
from gevinst.features.operations.models import Decision, Robot, Run, WorkItem
from gevinst.features.operations.month_effect import Freed, freed
from gevinst.features.operations.queries.daily import Part
from gevinst.features.operations.queries.reconciling import Reconciliation, reconciled
from gevinst.features.operations.queries.scope import midnight
from gevinst.features.operations.queries.suppliers import OWN_CONTROLS
from gevinst.shared.errors import DomainError

TOP = 10
MONTH = re.compile(r"(19|20|21)\d\d-(0[1-9]|1[0-2])", re.ASCII)
TREND = 12
SAMPLE = "sample"
COHORT = """
WITH cohort AS MATERIALIZED (
    SELECT id, sender, party, currency, coalesce(amount, 0) AS amount FROM operations_workitem
    WHERE robot_id = %(robot)s AND received_at >= %(start)s AND received_at < %(end)s
), referred AS MATERIALIZED (
    SELECT DISTINCT ON (d.item_id) d.item_id, d.queue, d.reason
    FROM operations_decision d JOIN cohort ON cohort.id = d.item_id
    WHERE d.at < %(end)s AND d.verdict = 'refer' ORDER BY d.item_id, d.id
)
"""
UNTOUCHED = """
SELECT count(*), coalesce(sum(amount) FILTER (WHERE currency = 'DKK'), 0) FROM cohort c
WHERE EXISTS (SELECT FROM operations_decision d
              WHERE d.item_id = c.id AND d.verdict = 'approve' AND d.actor_id IS NULL AND d.at < %(end)s)
  AND NOT EXISTS (SELECT FROM operations_decision d
                  WHERE d.item_id = c.id AND d.at < %(end)s
                    AND (d.actor_id IS NOT NULL OR d.verdict IN ('refer', 'refuse')))
"""
BY_QUEUE = "SELECT queue, count(*) FROM referred GROUP BY queue ORDER BY count(*) DESC, queue"
BY_REASON = "SELECT reason, count(*) FROM referred GROUP BY reason ORDER BY count(*) DESC, reason"
BY_SUPPLIER = """
SELECT sender, max(party), count(*), coalesce(sum(amount) FILTER (WHERE currency = 'DKK'), 0) AS together,
       count(r.item_id) FILTER (WHERE r.reason <> ALL(%(own)s))
FROM cohort c LEFT JOIN referred r ON r.item_id = c.id WHERE sender <> ''
GROUP BY sender ORDER BY together DESC, sender LIMIT %(top)s
"""


@dataclass(frozen=True, slots=True)
class Supplied:
    """What one supplier sent in the month; `errors` of the documents were referred for a fault. DKK."""

    sender: str
    name: str
    count: int
    amount: Decimal
    errors: int


@dataclass(frozen=True, slots=True)
class Samples:
    """Random controls drawn in the month: what clerks found by now."""

    drawn: int
    right: int
    wrong: int
    open: int


@dataclass(frozen=True, slots=True)
class TrendMonth:
    """A month's runs: how many items were taken in, and how many were approved with no clerk."""

    month: date
    received: int
    untouched: int

    @property
    def percent(self) -> int:
        """Untouched in percent of what was taken in."""
        return round(100 * self.untouched / self.received) if self.received else 0


@dataclass(frozen=True, slots=True)
class MonthReport:
    """All that the report says. Amounts are DKK; `overridden` are approvals by clerks, by their reason."""

    robot: Robot
    first: date
    last: date
    account: Reconciliation
    days: list[Reconciliation]
    untouched: Part
    queues: list[tuple[str, int]]
    reasons: list[tuple[str, int]]
    suppliers: list[Supplied]
    samples: Samples
    overridden: list[tuple[str, int, Decimal]]
    returned: list[tuple[str, int, Decimal]]
    runs: dict[str, int]
    rule_sets: list[tuple[date | None, str, str]]
    versions: list[str]
    extracts: list[dict[str, Any]]
    freed: list[Freed]
    trend: list[TrendMonth]


def month_of(stated: str) -> tuple[date, date]:
    """The first and the last day of `2026-11`. Raises `DomainError("invalid")`."""
    if not MONTH.fullmatch(stated):
        raise DomainError("invalid", _("Write a month as 2026-11."), field="month")
    first = date.fromisoformat(f"{stated}-01")
    return first, first.replace(day=calendar.monthrange(first.year, first.month)[1])


def month_report(robot: Robot, first: date, last: date) -> MonthReport:
    """The report of the month from `first` to `last`."""
    runs = Run.objects.filter(robot=robot, on__gte=first, on__lte=last)
    account = reconciled(robot, first, last)
    count, amount = _asked(UNTOUCHED, robot, first, last)[0]
    return MonthReport(
        robot=robot,
        first=first,
        last=last,
        account=account,
        days=_days(robot, first, last),
        untouched=Part(count, amount),
        queues=_asked(BY_QUEUE, robot, first, last),
        reasons=_asked(BY_REASON, robot, first, last),
        suppliers=[Supplied(*row) for row in _asked(BY_SUPPLIER, robot, first, last)],
        samples=_samples(robot, first, last),
        overridden=_by_clerks(robot, first, last, Decision.Verdict.APPROVE),
        returned=_by_clerks(robot, first, last, Decision.Verdict.RETURN),
        runs=dict(runs.order_by().values_list("status").annotate(Count("pk"))),
        rule_sets=_rule_sets(robot, first, last),
        versions=sorted(
            set(runs.exclude(block_version="").values_list("block_version", flat=True))
        ),
        extracts=_extracts(runs.values_list("extracts", flat=True)),
        freed=freed(robot.process_id, first, last),
        trend=_trend(robot, last),
    )


def months_with_anything(robot: Robot) -> list[date]:
    """The first days of the months in which anything came, the latest first."""
    rows = WorkItem.objects.filter(robot=robot).order_by()
    found = (
        rows.annotate(month=TruncMonth("received_at")).values_list("month", flat=True).distinct()
    )
    return sorted((each.date() for each in found), reverse=True)


def _asked(sql: str, robot: Robot, first: date, last: date) -> list[Any]:
    facts: dict[str, Any] = {
        "robot": robot.pk,
        "start": midnight(first),
        "end": midnight(last + timedelta(days=1)),
        "own": list(OWN_CONTROLS),
        "top": TOP,
    }
    with connection.cursor() as cursor:
        cursor.execute(COHORT + sql, facts)
        found: list[Any] = cursor.fetchall()
    return found


def _days(robot: Robot, first: date, last: date) -> list[Reconciliation]:
    every = (first + timedelta(days=n) for n in range((last - first).days + 1))
    found = (reconciled(robot, day, day) for day in every)
    return [each for each in found if each.received]


def _decided(robot: Robot, first: date, last: date) -> Any:
    start, end = midnight(first), midnight(last + timedelta(days=1))
    return Decision.objects.filter(item__robot=robot, at__gte=start, at__lt=end).order_by()


def _by_clerks(
    robot: Robot, first: date, last: date, verdict: str
) -> list[tuple[str, int, Decimal]]:
    """Clerks' own decisions by reason, most first; one that was undone counts no more."""
    following = Decision.objects.filter(item=OuterRef("item"), pk__gt=OuterRef("pk")).order_by("pk")
    own = {"verdict": verdict, "actor__isnull": False, "block_version": ""}
    rows = _decided(robot, first, last).filter(**own)
    standing = rows.annotate(
        after=Coalesce(Subquery(following.values("verdict")[:1]), Value(""))
    ).exclude(after="undo")
    in_dkk = Sum("item__amount", filter=Q(item__currency="DKK"), default=Decimal(0))
    counted = (
        standing.values("reason").annotate(n=Count("pk"), amount=in_dkk).order_by("-n", "reason")
    )
    return list(counted.values_list("reason", "n", "amount"))


def _samples(robot: Robot, first: date, last: date) -> Samples:
    drawn = _decided(robot, first, last).filter(verdict=Decision.Verdict.REFER, reason=SAMPLE)
    ids = list(drawn.values_list("item_id", flat=True).distinct())
    by_state = WorkItem.objects.filter(pk__in=ids).order_by().values_list("state")
    states = dict(by_state.annotate(Count("pk")))
    right = states.get("approved", 0) + states.get("delivered", 0)
    wrong = states.get("returned", 0)
    return Samples(len(ids), right, wrong, len(ids) - right - wrong)


def _rule_sets(robot: Robot, first: date, last: date) -> list[tuple[date | None, str, str]]:
    """(live from, digest, title) of each rule book that decided in the month; None: the block's own."""
    rows = list(control.rule_sets(robot.authority_id, robot.block_key).filter(live_from__lte=last))
    within = [row for row in rows if row.live_from > first]
    before = [row for row in rows if row.live_from <= first][:1]
    told: list[tuple[date | None, str, str]] = [
        (row.live_from, row.digest, row.change.title) for row in [*within, *before]
    ]
    return told if before else [*told, (None, "", "")]


def _extracts(runs: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Each copy of a register that a run read, once, by name and time."""
    found = {
        (name, extract["id"]): {"register": name, **extract}
        for extracts in runs
        for name, extract in extracts.items()
    }
    return sorted(found.values(), key=lambda each: (each["register"], each["taken_at"]))


def _trend(robot: Robot, last: date) -> list[TrendMonth]:
    number = last.year * 12 + last.month - TREND
    since = date(number // 12, number % 12 + 1, 1)
    runs = Run.objects.filter(robot=robot, on__gte=since, on__lte=last).order_by()
    rows = runs.annotate(month=TruncMonth("on")).values("month")
    summed = rows.annotate(all=Sum("received"), own=Sum("untouched")).order_by("month")
    return [TrendMonth(row["month"], row["all"], row["own"]) for row in summed if row["all"]]
