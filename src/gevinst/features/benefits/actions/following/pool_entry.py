"""Writes an entry in the ledger of a risk pool, checked against the risks and what the pool holds."""

from __future__ import annotations

from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from gevinst.engines.businesscase.risk import pool
from gevinst.features.benefits.actions.cases.held import OPEN, locked_case
from gevinst.features.benefits.casework.permissions import require_may_start_case
from gevinst.features.benefits.models import PoolEntry
from gevinst.features.benefits.queries.following.ledger import ledger_of, risks_now
from gevinst.features.benefits.readiness_models import RiskState
from gevinst.shared.actor import Actor
from gevinst.shared.audit import about, audited
from gevinst.shared.errors import DomainError


def write_entry(made: PoolEntry, by: Actor) -> PoolEntry:
    """The entry as it was kept. Raises `DomainError` where the risk or the ledger does not allow it."""
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
