"""The account of one day: everything received, by currency, and what became of it, to the last øre."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from django.db.models import Count, F, OuterRef, QuerySet, Subquery, Sum
from django.utils import timezone

from gevinst.features.operations.models import Decision, PaymentLine, Robot, WorkItem
from gevinst.features.operations.states import State

NOTHING = Decimal(0)
PENDING = "pending"
# What the last decision made of an item; what a person took up again stands with the clerks.
OUTCOMES: Mapping[str | None, str] = {
    Decision.Verdict.APPROVE: "approved",
    Decision.Verdict.REFER: "referred",
    Decision.Verdict.RESUME: "referred",
    Decision.Verdict.UNDO: "referred",
    Decision.Verdict.WAIT: "waiting",
    Decision.Verdict.HOLD: "waiting",
    Decision.Verdict.REFUSE: "refused",
    Decision.Verdict.RETURN: "returned",
    None: PENDING,
}


@dataclass(frozen=True, slots=True)
class Part:
    """So many documents and what they amount to; a document that cannot be read has no amount."""

    count: int = 0
    amount: Decimal = NOTHING

    def __add__(self, other: Part) -> Part:
        return Part(self.count + other.count, self.amount + other.amount)


@dataclass(frozen=True, slots=True)
class DayAccount:
    """One currency of one day: `parts` by outcome; `paid` is what stands in payment proposals, `to_pay`
    what the delivered items amount to."""

    currency: str
    received: Part
    parts: Mapping[str, Part]
    paid: Part
    to_pay: Part

    @property
    def holds(self) -> bool:
        """Whether nothing is lost or counted twice, and what is paid is what was delivered."""
        return sum(self.parts.values(), Part()) == self.received and self.paid == self.to_pay


def day_account(robot: Robot, day: date) -> list[DayAccount]:
    """Received = approved + referred + waiting + refused + returned + pending, for what came on the local
    `day`; one account a currency ("" for what could not be read), in order.

    What was received is counted from the items, what became of it from the last decision on each.
    """
    start = timezone.make_aware(datetime.combine(day, time()))
    end = timezone.make_aware(datetime.combine(day + timedelta(days=1), time()))
    items = WorkItem.objects.filter(robot=robot, received_at__gte=start, received_at__lt=end)
    received = _parts(items.order_by().values_list("currency"))
    delivered = _parts(items.filter(state=State.DELIVERED).order_by().values_list("currency"))
    lines = PaymentLine.objects.filter(item__in=items).order_by().values_list("currency")
    paid = _parts(lines)
    outcomes = _outcomes(items)
    return [
        DayAccount(
            currency,
            received[currency],
            outcomes[currency],
            paid.get(currency, Part()),
            delivered.get(currency, Part()),
        )
        for currency in sorted(received)
    ]


def _parts(
    rows: QuerySet[WorkItem, tuple[str]] | QuerySet[PaymentLine, tuple[str]],
) -> dict[str, Part]:
    counted = rows.annotate(count=Count("pk"), total=Sum("amount"))
    return {
        currency: Part(count, total or NOTHING)
        for currency, count, total in counted.values_list("currency", "count", "total")
    }


def _outcomes(items: QuerySet[WorkItem]) -> dict[str, dict[str, Part]]:
    last = Decision.objects.filter(item=OuterRef("pk")).order_by("-id").values("verdict")[:1]
    judged = items.annotate(said=Subquery(last)).order_by().values("currency", "said")
    found: defaultdict[str, dict[str, Part]] = defaultdict(
        lambda: dict.fromkeys(dict.fromkeys(OUTCOMES.values()), Part())
    )
    counted = judged.annotate(count=Count("pk"), total=Sum(F("amount")))
    for currency, said, count, total in counted.values_list("currency", "said", "count", "total"):
        parts = found[currency]
        parts[OUTCOMES[said]] += Part(count, total or NOTHING)
    return found
