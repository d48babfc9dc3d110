"""The risks of a case as the risk room and the simulation take them."""

from __future__ import annotations

from decimal import Decimal

from gevinst.engines.businesscase.estimators import ThreePoint
from gevinst.engines.businesscase.model.case import Case
from gevinst.engines.businesscase.model.case_parts import RiskEntry
from gevinst.engines.businesscase.risk import Pool, Risk, Status, pool, still_open
from gevinst.engines.businesscase.uncertainty import Event

STATUSES: dict[str, Status] = {"occurred": "occurred", "expired": "expired"}


def risks(case: Case) -> list[Risk]:
    """The case's risks; one without exposure is spread evenly over the years.

    Raises `ValueError` for a certain risk, which belongs among the costs.
    """
    return [_risk(case, each) for each in case.risks]


def pool_of(case: Case) -> Pool:
    """The expected pool, by risk and by year, to the øre. Raises `ValueError` as `risks`."""
    return pool(risks(case))


def events(case: Case) -> list[Event]:
    """The open risks as events of a simulation."""
    return [_event(case, each) for each in still_open(risks(case))]


def _risk(case: Case, entry: RiskEntry) -> Risk:
    return Risk(
        entry.id,
        entry.title,
        entry.probability,
        ThreePoint(entry.low, entry.likely, entry.high),
        entry.category,
        entry.owner,
        entry.exposure or dict.fromkeys(case.years, Decimal(1)),
        entry.mitigation_cost,
        STATUSES.get(entry.status, "open"),
    )


def _event(case: Case, risk: Risk) -> Event:
    weights = [float(risk.exposure.get(year, 0)) for year in case.years]
    whole = sum(weights) or 1.0
    three = risk.consequence
    return Event(
        f"risk:{risk.id}",
        float(risk.probability),
        float(three.minimum),
        float(three.likely),
        float(three.maximum),
        tuple(weight / whole for weight in weights),
    )
