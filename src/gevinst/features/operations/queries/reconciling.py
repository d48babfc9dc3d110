"""The reconciliation of a day or a period: everything received, and where it stood when the period ended.

It is reckoned from what is never changed, the decisions and the payment lines, as of the end of the period:
a past day comes out the same however often and however late it is asked for.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from django.db import connection
from django.db.models import OuterRef, Q, QuerySet, Subquery

from gevinst.features.operations.models import Decision, Robot, WorkItem
from gevinst.features.operations.queries.daily import Part
from gevinst.features.operations.queries.scope import midnight

Verdict = Decision.Verdict
PENDING = "pending"
# Where the last decision that stands leaves an item.
LEAVES: Mapping[str, str] = {
    Verdict.APPROVE: "approved",
    Verdict.REFER: "referred",
    Verdict.RESUME: "referred",
    Verdict.HOLD: "held",
    Verdict.WAIT: "waiting",
    Verdict.REFUSE: "refused",
    Verdict.RETURN: "returned",
}
OUTCOMES = (*dict.fromkeys(LEAVES.values()), PENDING)
SQL = """
WITH cohort AS MATERIALIZED (
    SELECT id, currency, coalesce(amount, 0) AS amount FROM operations_workitem
    WHERE robot_id = %(robot)s AND received_at >= %(start)s AND received_at < %(end)s
), latest AS (
    SELECT d.item_id, max(d.id) AS id FROM operations_decision d JOIN cohort ON cohort.id = d.item_id
    WHERE d.at < %(end)s GROUP BY d.item_id
)
SELECT 'received', NULL::bigint, currency, count(*), sum(amount) FROM cohort GROUP BY currency
UNION ALL
SELECT d.verdict, CASE d.verdict WHEN 'undo' THEN d.item_id END AS undone, c.currency, count(*), sum(c.amount)
FROM latest JOIN operations_decision d ON d.id = latest.id JOIN cohort c ON c.id = d.item_id
GROUP BY d.verdict, undone, c.currency
UNION ALL
SELECT 'pending', NULL, currency, count(*), sum(amount) FROM cohort
WHERE NOT EXISTS (SELECT FROM latest WHERE latest.item_id = cohort.id) GROUP BY currency
UNION ALL
SELECT kind, NULL, c.currency, count(*), sum(CASE kind WHEN 'paid' THEN l.amount ELSE c.amount END)
FROM operations_paymentline l JOIN operations_paymentproposal p ON p.id = l.proposal_id
JOIN cohort c ON c.id = l.item_id, (VALUES ('paid'), ('to_pay')) AS k (kind)
WHERE p.created_at < %(end)s GROUP BY kind, c.currency
"""


@dataclass(frozen=True, slots=True)
class Balance:
    """One currency of a period ("" for what could not be read): `parts` has every one of `OUTCOMES`.

    `paid` stands in payment proposals, `to_pay` is what those items amount to.
    """

    currency: str
    received: Part
    parts: Mapping[str, Part]
    paid: Part
    to_pay: Part

    @property
    def difference(self) -> Part:
        """What was received and is not accounted for: nothing, or something is wrong."""
        told = sum(self.parts.values(), Part())
        return Part(self.received.count - told.count, self.received.amount - told.amount)

    @property
    def unpaid(self) -> Decimal:
        """By how much the payment lines differ from the items that they pay."""
        return self.to_pay.amount - self.paid.amount

    @property
    def holds(self) -> bool:
        """Whether all of it adds up."""
        return self.difference == Part() and not self.unpaid


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """A period of local days, both included, one balance a currency."""

    first: date
    last: date
    balances: list[Balance]

    @property
    def holds(self) -> bool:
        """Whether every currency adds up."""
        return all(balance.holds for balance in self.balances)

    @property
    def received(self) -> int:
        """How many documents came."""
        return sum(balance.received.count for balance in self.balances)

    def count(self, outcome: str) -> int:
        """How many of them stood so."""
        return sum(balance.parts[outcome].count for balance in self.balances)


def reconciled(robot: Robot, first: date, last: date) -> Reconciliation:
    """What came from `first` to `last` and where it stood when `last` ended (or stands now, until then)."""
    start, end = midnight(first), midnight(last + timedelta(days=1))
    return Reconciliation(first, last, balances(robot, start, end))


def by_day(robot: Robot, days: Iterable[date]) -> list[Reconciliation]:
    """Each of the days on which anything came, as it stood when that day ended."""
    found = (reconciled(robot, day, day) for day in days)
    return [each for each in found if each.received]


def balances(robot: Robot, start: datetime, end: datetime) -> list[Balance]:
    """What came from `start` until before `end`, as it stood then; one question, so one moment."""
    with connection.cursor() as cursor:
        cursor.execute(SQL, {"robot": robot.pk, "start": start, "end": end})
        rows = cursor.fetchall()
    stood = _before_undone([row[1] for row in rows if row[1] is not None], end)
    told: defaultdict[str, defaultdict[str, Part]] = defaultdict(lambda: defaultdict(Part))
    for kind, undone, currency, count, amount in rows:
        outcome = LEAVES.get(kind, kind) if undone is None else stood[undone]
        told[currency][outcome] += Part(count, amount)
    return [_balance(currency, told[currency]) for currency in sorted(told, key=_last)]


def items_of(
    robot: Robot, first: date, last: date, outcome: str, currency: str
) -> QuerySet[WorkItem]:
    """The items behind one figure of `reconciled`, oldest first. Not yet fetched."""
    start, end = midnight(first), midnight(last + timedelta(days=1))
    came = WorkItem.objects.filter(robot=robot, received_at__gte=start, received_at__lt=end)
    said = Decision.objects.filter(item=OuterRef("pk"), at__lt=end).order_by("-id")
    rows = came.filter(currency=currency).annotate(said=Subquery(said.values("verdict")[:1]))
    order = rows.order_by("received_at", "id").defer(
        "search", "search_vector", "keys", "key_values"
    )
    if outcome == "received":
        return order
    if outcome == PENDING:
        return order.filter(said=None)
    undone = _before_undone(list(rows.filter(said=Verdict.UNDO).values_list("pk", flat=True)), end)
    taken_back = [item_id for item_id, stood in undone.items() if stood == outcome]
    verdicts = [verdict for verdict, leaves in LEAVES.items() if leaves == outcome]
    return order.filter(Q(said__in=verdicts) | Q(pk__in=taken_back))


def _last(currency: str) -> tuple[bool, str]:
    """What has no currency stands last."""
    return currency == "", currency


def _balance(currency: str, told: Mapping[str, Part]) -> Balance:
    def part(name: str) -> Part:
        return told.get(name, Part())

    parts = {name: part(name) for name in OUTCOMES}
    return Balance(currency, part("received"), parts, part("paid"), part("to_pay"))


def _before_undone(ids: list[int], end: datetime) -> dict[int, str]:
    """Where each item stood that a clerk's last decision was taken back of: as the one before left it."""
    trails: dict[int, list[str]] = {item_id: [] for item_id in ids}
    rows = Decision.objects.filter(item__in=ids, at__lt=end).order_by("id")
    for item_id, verdict in rows.values_list("item_id", "verdict"):
        standing(trails[item_id], verdict)
    # What nothing was decided of before came to the clerks.
    return {
        item_id: LEAVES[trail[-1]] if trail else "referred" for item_id, trail in trails.items()
    }


def standing(trail: list[Any], verdict: str) -> None:
    """Adds a verdict to those that stand; an undoing takes the last away."""
    if verdict == Verdict.UNDO:
        trail.pop()
    else:
        trail.append(verdict)
