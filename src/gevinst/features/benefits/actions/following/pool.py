"""Movements of a case's risk pool: set aside, drawn for a risk that occurred, released when one expired."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gevinst.features.benefits.actions.following.pool_entry import write_entry
from gevinst.features.benefits.models import BusinessCase, PoolEntry
from gevinst.features.benefits.readiness_models import PoolMove, RiskState
from gevinst.shared.actor import Actor
from gevinst.shared.errors import DomainError

MOST = Decimal(10) ** 13  # more is a slip, and does not fit


def move_pool(
    *,
    case: BusinessCase,
    kind: str,
    day: date,
    amount: Decimal,
    reason: str,
    by: Actor,
    risk: str = "",
    occurred: bool = False,
    line: str = "",
) -> PoolEntry:
    """An entry in the pool's ledger; `occurred` says that the `risk` it draws for has happened.

    Raises `DomainError`: "not-allowed", "wrong-state" (archived, or the risk is not open), "invalid" with the
    field (no amount, no reason, a later day than today, a pool that is not there yet, an unknown risk).
    """
    if kind not in PoolMove.values:
        raise DomainError("invalid", _("Choose one of those that are there."), field="kind")
    if not reason.strip():
        raise DomainError("invalid", _("Write the reason."), field="reason")
    if day > timezone.localdate():
        raise DomainError("invalid", _("The day has not come yet."), field="day")
    if not 0 < amount < MOST:
        raise DomainError("invalid", _("Write an amount above 0."), field="amount")
    state = RiskState.OCCURRED if occurred and kind == PoolMove.DRAW else RiskState.NONE
    made = PoolEntry(
        case=case, day=day, kind=kind, amount=amount, reason=reason.strip(), risk=risk,
        risk_state=state, line=line,
    )  # fmt: skip
    return write_entry(made, by)


def expire_risk(*, case: BusinessCase, risk: str, day: date, reason: str, by: Actor) -> PoolEntry:
    """The risk can no longer occur: its expected cost is released, as far as the pool holds it.

    Raises `DomainError` as `move_pool`.
    """
    if not reason.strip():
        raise DomainError("invalid", _("Write the reason."), field="reason")
    if day > timezone.localdate():
        raise DomainError("invalid", _("The day has not come yet."), field="day")
    made = PoolEntry(
        case=case, day=day, kind=PoolMove.RELEASE, amount=Decimal(0), reason=reason.strip(),
        risk=risk, risk_state=RiskState.EXPIRED,
    )  # fmt: skip
    return write_entry(made, by)
