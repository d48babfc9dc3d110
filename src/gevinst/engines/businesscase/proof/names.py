"""What the formula of a check may read: assumptions, results of the case, lines, parties, own inputs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from gevinst.engines.businesscase.calculus.rates import rates
from gevinst.engines.businesscase.calculus.result import Result
from gevinst.engines.businesscase.model.case import Case
from gevinst.engines.businesscase.model.published_figure import Check


def _break_even(part: str) -> Callable[[Result], Any]:
    def read(result: Result) -> Any:
        found = result.break_even("interpolated" if part == "years" else "first")
        return None if found is None else getattr(found, part)

    return read


# Lists are DKK (hours, FTE) by year of the horizon; rates are 0-1; None where there is no such number.
RESULTS: Mapping[str, Callable[[Result], Any]] = {
    "years": lambda result: list(result.years),
    "net": lambda result: list(result.net),
    "cumulative": lambda result: list(result.cumulative),
    "gain": lambda result: list(result.gain),
    "cost": lambda result: list(result.cost),
    "cost_0": lambda result: list(result.cost_0),
    "cost_1": lambda result: list(result.cost_1),
    "hours": lambda result: list(result.hours),
    "fte": lambda result: list(result.fte),
    "total": lambda result: result.total,
    "total_cost": lambda result: sum(result.cost),
    "total_gain": lambda result: sum(result.gain),
    "investment": lambda result: result.investment,
    "annual_net": lambda result: result.annual_net,
    "roi": lambda result: result.roi(),
    "roi_on_investment": lambda result: result.roi("net_over_investment"),
    "benefit_cost_ratio": lambda result: result.roi("benefit_cost_ratio"),
    "break_even_year": _break_even("year"),
    "break_even_period": _break_even("period"),
    "break_even_years": _break_even("years"),
    "payback": lambda result: result.payback(),
    "payback_from_operation": lambda result: result.payback("operation_start"),
    "npv": lambda result: result.npv(rates(result.case)),
}


def line_name(line: str) -> str:
    """The name a line's amounts go by in a formula: DKK by year."""
    return "line_" + line.replace("-", "_")


def party_name(party: str) -> str:
    """The name a party's own net goes by in a formula: DKK by year."""
    return "party_" + party.replace("-", "_")


def known(case: Case, check: Check) -> frozenset[str]:
    """Every name that the check's formula may read, under the check's reading."""
    lines = case.under(check.reading).lines
    return frozenset(
        {
            *case.assumptions,
            *RESULTS,
            *(line_name(line.id) for line in lines),
            *(party_name(party) for party in case.parties),
            *check.inputs,
        }
    )


def is_result(name: str) -> bool:
    """Whether a name is worked out by evaluating the case."""
    return name in RESULTS or name.startswith(("line_", "party_"))
