"""The movements of a risk pool, and the risks with what the movements say has become of them."""

from __future__ import annotations

from dataclasses import replace

from gevinst.engines.businesscase.calculus.risk_pool import risks
from gevinst.engines.businesscase.risk import Ledger, Risk
from gevinst.features.benefits.models import BusinessCase, PoolEntry
from gevinst.features.benefits.queries.cases.results import evaluated
from gevinst.features.benefits.readiness_models import RiskState


def entries_of(case: BusinessCase) -> list[PoolEntry]:
    """The movements of the pool, by day, those of one day as they were written."""
    return list(PoolEntry.objects.filter(case=case).order_by("day", "pk"))


def ledger_of(case: BusinessCase) -> Ledger:
    """The movements as the engine's ledger; those that moved nothing are not in it."""
    return Ledger(tuple(one.entry for one in entries_of(case) if one.amount))


def risks_now(case: BusinessCase) -> list[Risk]:
    """The risks of the case file with what the ledger says has become of them.

    Raises `ValueError` for a risk that is none. A case file with faults has no risks.
    """
    read = evaluated(case.text).case
    if read is None:
        return []
    closed = PoolEntry.objects.filter(case=case).exclude(risk_state=RiskState.NONE)
    states = dict(closed.order_by("pk").values_list("risk", "risk_state"))
    told = tuple(replace(one, status=states.get(one.id, one.status)) for one in read.risks)
    return risks(replace(read, risks=told))
