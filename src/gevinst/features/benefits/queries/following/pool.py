"""The risk pool of a case on a day: what it should hold, how sure that is, the map."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

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
from gevinst.features.benefits.models import BusinessCase
from gevinst.features.benefits.queries.following.ledger import ledger_of, risks_now

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
