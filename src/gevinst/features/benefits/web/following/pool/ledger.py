"""The risks as they stand, and the ledger with the balance after each movement."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.utils.translation import gettext_lazy

from gevinst.engines.businesscase.risk import Risk
from gevinst.features.benefits.models import BusinessCase
from gevinst.features.benefits.queries.following.ledger import entries_of
from gevinst.features.benefits.queries.following.pool import PoolStanding
from gevinst.features.benefits.readiness_models import PoolMove, RiskState
from gevinst.features.benefits.web.following.frame import Facts
from gevinst.features.benefits.web.following.readiness.risk_words import CATEGORIES

STATES = {
    "open": gettext_lazy("Open"),
    "occurred": gettext_lazy("Has occurred"),
    "expired": gettext_lazy("Can no longer occur"),
}


def risk_row(found: PoolStanding, one: Risk) -> Facts:
    """A risk with its chance in per cent, its costs in DKK, and its state."""
    three = one.consequence
    return {
        "title": one.title,
        "category": CATEGORIES.get(one.category, one.category),
        "probability": one.probability * 100,
        "low": three.minimum,
        "likely": three.likely,
        "high": three.maximum,
        "expected": found.pool.by_risk.get(one.id, Decimal(0)),
        "state": STATES[one.status],
    }


def statement(case: BusinessCase) -> list[tuple[Any, Decimal]]:
    """Each movement with the balance after it."""
    rows, balance = [], Decimal(0)
    for one in entries_of(case):
        balance += one.amount if one.kind == PoolMove.SET_ASIDE else -one.amount
        one.told = RiskState(one.risk_state).label if one.risk_state else ""  # type: ignore[attr-defined]
        rows.append((one, balance))
    return rows
