"""How often a rule said what in the last months, over all robots of an authority that run the block."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q
from django.db.models.functions import TruncMonth

from gevinst.features.operations.models import Finding
from gevinst.features.operations.queries.scope import midnight


@dataclass(frozen=True, slots=True)
class MonthOutcomes:
    """A month, and how many lines were in order, failed and were undecided."""

    month: date
    ok: int
    fail: int
    undecided: int


def outcomes_by_month(
    authority_id: int, block_key: str, rule_id: str, since: date
) -> list[MonthOutcomes]:
    """The months from `since` on in which the rule said anything, the earliest first."""
    found = Finding.objects.filter(
        rule=rule_id,
        decision__at__gte=midnight(since),
        decision__item__authority=authority_id,
        decision__item__robot__block_key=block_key,
    )
    counted = (
        found.order_by()
        .annotate(month=TruncMonth("decision__at"))
        .values("month")
        .annotate(
            ok=Count("pk", filter=Q(outcome="ok")),
            fail=Count("pk", filter=Q(outcome="fail")),
            undecided=Count("pk", filter=Q(outcome="undecided")),
        )
        .order_by("month")
    )
    return [
        MonthOutcomes(row["month"].date(), row["ok"], row["fail"], row["undecided"])
        for row in counted
    ]
