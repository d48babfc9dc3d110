"""What hangs on a business case, and the portfolio of benefits, for other systems to read."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from ninja import Query, Router

from gevinst.engines.businesscase.readiness.proposed_risks import proposed_risks
from gevinst.engines.businesscase.readiness.tree_checks import checks
from gevinst.engines.businesscase.readiness.tree_file import Links
from gevinst.engines.businesscase.readiness.tree_nodes import Measure
from gevinst.features.benefits.actions.following.gaps import risk_id
from gevinst.features.benefits.api.following.schemas import (
    PartiesOut,
    PortfolioFilter,
    PortfolioOut,
    ReadinessOut,
    RealisedOut,
    TreeOut,
)
from gevinst.features.benefits.queries import Wanted, cases
from gevinst.features.benefits.queries.following.parties import shared_case
from gevinst.features.benefits.queries.following.readiness import answers_of, risk_ids
from gevinst.features.benefits.queries.following.realised import followed_case
from gevinst.features.benefits.queries.following.tree import planted
from gevinst.features.benefits.queries.portfolio.holding import Holding
from gevinst.features.benefits.queries.portfolio.portfolio import portfolio
from gevinst.features.benefits.register_models import Mode, State, Type
from gevinst.shared.actor import Actor
from gevinst.shared.errors import DomainError
from gevinst.shared.paging import Id
from gevinst.shared.problems import REFUSALS, Problem

router = Router(tags=["business cases"])


def _caller(request: HttpRequest) -> Actor:
    found: Actor = request.auth  # type: ignore[attr-defined]
    return found


@router.get("/business-cases/{case_id}/readiness", response={200: ReadinessOut, REFUSALS: Problem})
def get_readiness(request: HttpRequest, case_id: Id) -> dict[str, Any]:
    """The readiness check of a case: answers, colours, and the risks that gaps propose."""
    case = cases.case(_caller(request), case_id)
    kept, held = answers_of(case), risk_ids(case)
    result = kept.result
    gaps = proposed_risks(kept.answers, not_relevant=kept.not_relevant)
    codes = [(one, one.code.removeprefix("readiness.")) for one in gaps]
    return {
        "colour": result.colour,
        "weakest": result.weakest.theme.code if result.weakest else None,
        "answers": kept.answers,
        "not_relevant": sorted(kept.not_relevant),
        "themes": [
            {
                "code": one.theme.code,
                "colour": one.colour,
                "answered": one.answered,
                "questions": len(one.theme.questions),
                "missing": [each.code for each in one.missing],
            }
            for one in result.themes
        ],
        "proposed_risks": [
            {
                "question": code,
                "probability": one.probability,
                "share": one.share,
                "in_pool": risk_id(code) in held,
            }
            for one, code in codes
        ],
    }


@router.get("/business-cases/{case_id}/tree", response={200: TreeOut, REFUSALS: Problem})
def get_tree(request: HttpRequest, case_id: Id) -> dict[str, Any]:
    """The benefit tree of a case, and what is wrong with it."""
    caller = _caller(request)
    held = planted(caller, cases.case(caller, case_id))
    nodes = []
    for node in held.tree.nodes:
        links, measure = held.links.get(node.id, Links()), node.measure or Measure()
        told = {name: getattr(measure, name) for name in Measure.__dataclass_fields__}
        linked = {
            "lines": links.lines,
            "benefits": [one for one in links.register if one in held.register],
        }
        facts = {"id": node.id, "kind": node.kind, "title": node.title, "owner": node.owner}
        nodes.append({**facts, **told, **linked})
    notes = [
        {
            "code": note.code,
            "nodes": [
                str(note.facts[key]) for key in ("node", "source", "target") if key in note.facts
            ],
        }
        for note in checks(held.tree)
    ]
    edges = [{"source": one.source, "target": one.target} for one in held.tree.edges]
    return {"nodes": nodes, "edges": edges, "notes": notes}


@router.get("/business-cases/{case_id}/parties", response={200: PartiesOut, REFUSALS: Problem})
def get_parties(request: HttpRequest, case_id: Id) -> dict[str, Any]:
    """What each party is left with, year by year; together they are the net of the whole."""
    shared = shared_case(cases.case(_caller(request), case_id))
    if shared.parties is None:
        raise _faulty()
    split = shared.parties.split
    return {
        "years": shared.parties.result.years,
        "net": split.total,
        "parties": [{"party": name, "net": net} for name, net in split.net.items()],
        "notes": [note.code for note in shared.parties.notes],
    }


@router.get("/business-cases/{case_id}/realised", response={200: RealisedOut, REFUSALS: Problem})
def get_realised(request: HttpRequest, case_id: Id) -> dict[str, Any]:
    """What came, against what was expected: rate, forecast, and how far break-even has moved."""
    followed = followed_case(cases.case(_caller(request), case_id), timezone.localdate())
    if followed is None:
        raise _faulty()
    found = followed.realised
    return {
        "held_against": followed.held_against.number if followed.held_against else None,
        "original": followed.original.number if followed.original else None,
        "years": found.years,
        "rate": found.rate,
        "expected_net": found.expected,
        "forecast_net": found.forecast,
        "months_later": found.slippage.months,
        "effects": [
            {
                "line": one.effect.line.id,
                "kind": one.effect.kind,
                "expected": one.expected,
                "actual": one.actual,
                "forecast": one.forecast,
                "rate": one.rate,
            }
            for one in found.effects
        ],
    }


@router.get("/portfolio", response={200: PortfolioOut, REFUSALS: Problem}, tags=["benefits"])
def get_portfolio(request: HttpRequest, wanted: Query[PortfolioFilter]) -> dict[str, Any]:
    """The benefits of your authorities: expected against measured a year, and what slips."""
    known = ((wanted.type, Type.values), (wanted.state, State.values), (wanted.mode, Mode.values))
    if any(told and told not in values for told, values in known):
        raise DomainError("invalid", _("Choose one of those that are there."))
    asked = Wanted(kind=wanted.type, state=wanted.state, mode=wanted.mode)
    found = portfolio(_caller(request), asked, timezone.localdate())
    totals = [(unit, found.total(unit)) for unit in found.units]
    return {
        "totals": [
            {
                "unit": unit[1] or unit[0],
                "count": one.count,
                "expected": one.expected,
                "measured": one.measured,
                "due": one.due,
                "rate": one.rate,
            }
            for unit, one in totals
        ],
        "benefits": [holding(one) for one in found.holdings],
        "left_out": found.left_out,
    }


def holding(one: Holding) -> dict[str, Any]:
    held = one.benefit
    return {
        "id": held.pk,
        "title": held.title,
        "authority": held.authority.code,
        "type": held.kind,
        "state": held.state,
        "mode": held.mode,
        "unit": held.unit_name or held.unit,
        "expected": held.expected,
        "measured": one.standing.a_year if one.standing else None,
        "rate": one.rate,
        "next_measurement_on": held.next_measurement_on,
        "slips": one.slips,
    }


def _faulty() -> DomainError:
    return DomainError(
        "invalid", _("The case has faults and cannot be worked out. Set them right first.")
    )
