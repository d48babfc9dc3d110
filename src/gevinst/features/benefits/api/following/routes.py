"""What hangs on a business case, and the portfolio of benefits, for other systems to read."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import Query, Router

from gevinst.features.benefits.api.following.money_out import parties_out, realised_out
from gevinst.features.benefits.api.following.money_schemas import PartiesOut, RealisedOut
from gevinst.features.benefits.api.following.portfolio_out import portfolio_out
from gevinst.features.benefits.api.following.portfolio_schemas import PortfolioFilter, PortfolioOut
from gevinst.features.benefits.api.following.readiness_out import readiness_out
from gevinst.features.benefits.api.following.readiness_schemas import ReadinessOut
from gevinst.features.benefits.api.following.tree_out import tree_out
from gevinst.features.benefits.api.following.tree_schemas import TreeOut
from gevinst.features.benefits.queries import Wanted, cases
from gevinst.features.benefits.queries.portfolio.portfolio import portfolio
from gevinst.shared.actor import Actor
from gevinst.shared.paging import Id
from gevinst.shared.problems import REFUSALS, Problem

router = Router(tags=["business cases"])


def _caller(request: HttpRequest) -> Actor:
    found: Actor = request.auth  # type: ignore[attr-defined]
    return found


@router.get("/business-cases/{case_id}/readiness", response={200: ReadinessOut, REFUSALS: Problem})
def get_readiness(request: HttpRequest, case_id: Id) -> dict[str, Any]:
    """The readiness check of a case: answers, colours, and the risks that gaps propose."""
    return readiness_out(cases.case(_caller(request), case_id))


@router.get("/business-cases/{case_id}/tree", response={200: TreeOut, REFUSALS: Problem})
def get_tree(request: HttpRequest, case_id: Id) -> dict[str, Any]:
    """The benefit tree of a case, and what is wrong with it."""
    caller = _caller(request)
    return tree_out(caller, cases.case(caller, case_id))


@router.get("/business-cases/{case_id}/parties", response={200: PartiesOut, REFUSALS: Problem})
def get_parties(request: HttpRequest, case_id: Id) -> dict[str, Any]:
    """What each party is left with, year by year; together they are the net of the whole."""
    return parties_out(cases.case(_caller(request), case_id))


@router.get("/business-cases/{case_id}/realised", response={200: RealisedOut, REFUSALS: Problem})
def get_realised(request: HttpRequest, case_id: Id) -> dict[str, Any]:
    """What came, against what was expected: rate, forecast, and how far break-even has moved."""
    return realised_out(cases.case(_caller(request), case_id), timezone.localdate())


@router.get("/portfolio", response={200: PortfolioOut, REFUSALS: Problem}, tags=["benefits"])
def get_portfolio(request: HttpRequest, wanted: Query[PortfolioFilter]) -> dict[str, Any]:
    """The benefits of your authorities: expected against measured a year, and what slips."""
    asked = Wanted(kind=wanted.type or "", state=wanted.state or "", mode=wanted.mode or "")
    return portfolio_out(portfolio(_caller(request), asked, timezone.localdate()))
