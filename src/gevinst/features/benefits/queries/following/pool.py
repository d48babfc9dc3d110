"""The risk pool of a case: the risks as they stand, the pool and its ledger."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from gevinst.engines.businesscase.calculus.risk_pool import risks
from gevinst.engines.businesscase.risk import (
    Distribution,
    HeatMap,
    Ledger,
    Pool,
    Risk,
    Standing,
    distribution,
    heat_map,
    pool,
    standing,
    still_open,
)
from gevinst.features.benefits.models import BusinessCase, PoolEntry
from gevinst.features.benefits.queries.cases.results import evaluated
from gevinst.features.benefits.readiness_models import RiskState

QUANTILES = (Decimal("0.5"), Decimal("0.8"), Decimal("0.9"))
POINTS = 101


@dataclass(frozen=True, slots=True)
class PoolStanding:
    """A case's pool on a day; `spread` and `quantiles` are empty where no risk is open. DKK.

    `fault` says why the risks cannot be used; everything else is then that of no risk.
    """

    risks: Sequence[Risk]
    pool: Pool
    spread: Distribution | None
    quantiles: Sequence[tuple[Decimal, Decimal]]
    curve: Sequence[tuple[Decimal, Decimal]]
    map: HeatMap
    ledger: Ledger
    standing: Standing
    fault: str = ""


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


def pool_standing(case: BusinessCase, on: date) -> PoolStanding:
    """The pool of a case at the end of a day."""
    fault = ""
    try:
        held = risks_now(case)
    except ValueError as wrong:
        held, fault = [], str(wrong)
    spread = distribution(held) if still_open(held) else None
    quantiles = [(p, spread.quantile(p)) for p in QUANTILES] if spread else []
    ledger = ledger_of(case)
    return PoolStanding(
        risks=held,
        pool=pool(held),
        spread=spread,
        quantiles=quantiles,
        curve=_curve(spread, quantiles) if spread else [],
        map=heat_map(held),
        ledger=ledger,
        standing=standing(ledger, held, on),
        fault=fault,
    )


def _curve(
    spread: Distribution, quantiles: Sequence[tuple[Decimal, Decimal]]
) -> list[tuple[Decimal, Decimal]]:
    """Even amounts and the quantiles' own, so that the curve rises where they lie."""
    known = dict(spread.curve(POINTS)) | {value: spread.coverage(value) for _p, value in quantiles}
    return sorted(known.items())
