"""Movements of a case's risk pool: set aside, drawn for a risk that occurred, released when one expired."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gevinst.engines.businesscase.risk import pool
from gevinst.features.benefits.actions.cases.writing import OPEN, locked_case
from gevinst.features.benefits.casework.permissions import require_may_start_case
from gevinst.features.benefits.models import BusinessCase, PoolEntry
from gevinst.features.benefits.queries.readiness import ledger_of, risks_now
from gevinst.features.benefits.readiness_models import PoolMove, RiskState
from gevinst.shared.actor import Actor
from gevinst.shared.audit import about, audited
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
    return _kept(made, by)


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
    return _kept(made, by)


def _kept(made: PoolEntry, by: Actor) -> PoolEntry:
    case = made.case
    with audited("benefits.move_pool", by=by, authority_id=case.authority_id) as entry:
        row = locked_case(case, OPEN)
        require_may_start_case(by, row.authority_id)
        if made.risk:
            _check_risk(made)
        if made.risk_state == RiskState.EXPIRED:
            made.amount = _released(made)
        if made.amount:
            _check_ledger(made)
        made.by_id, made.by_name = by.user_id, by.name
        made.save()
        about(entry, row, kind=made.kind, amount=str(made.amount), risk=made.risk)
    return made


def _check_risk(made: PoolEntry) -> None:
    found = next((one for one in risks_now(made.case) if one.id == made.risk), None)
    if found is None:
        raise DomainError("invalid", _("There is no such risk in the case."), field="risk")
    if found.status != "open" and made.risk_state:
        raise DomainError("wrong-state", _("The risk is closed already."), field="risk")


def _released(made: PoolEntry) -> Decimal:
    """The expected cost of the risk, but no more than can leave the pool on that day."""
    found = [one for one in risks_now(made.case) if one.id == made.risk]
    return min(pool(found).total, ledger_of(made.case).free(made.day))


def _check_ledger(made: PoolEntry) -> None:
    """What the engine's ledger takes can stand in ours."""
    try:
        ledger_of(made.case).post(made.entry)
    except ValueError as fault:
        message = _("Nothing was set aside by then. Set an amount aside first.")
        raise DomainError("invalid", message, field="kind") from fault
