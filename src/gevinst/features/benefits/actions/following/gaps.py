"""A gap of the readiness check becomes a risk in the pool of the case."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.utils.translation import gettext_lazy as _

from gevinst.engines.businesscase.casefile.write import dumps
from gevinst.engines.businesscase.readiness.answers_file import read_answers
from gevinst.engines.businesscase.readiness.proposed_risks import ProposedRisk, proposed_risks
from gevinst.engines.money import half_up
from gevinst.features.benefits.actions.following.part_writing import write_part
from gevinst.features.benefits.casework.paths import Data
from gevinst.features.benefits.models import BusinessCase
from gevinst.features.benefits.queries.cases.results import evaluated
from gevinst.shared.actor import Actor
from gevinst.shared.errors import DomainError


def add_gap_to_pool(*, case: BusinessCase, question: str, title: str, by: Actor) -> BusinessCase:
    """The case with the risk of a missing answer among its risks, once; `title` is in the user's words.

    Its consequence (DKK) is its share of the investment. Raises `DomainError`: "invalid" (nothing is missing,
    no investment, faults), "already-done", and as `write_part`.
    """

    def change(data: Data) -> None:
        gap = _gap(data, question)
        risks = data.get("risks")
        rows: list[Any] = risks if isinstance(risks, list) else []
        name = risk_id(question)
        if any(isinstance(row, dict) and row.get("id") == name for row in rows):
            raise DomainError("already-done", _("The risk is in the pool already."), risk=name)
        data["risks"] = [*rows, _risk(gap, name, title, _investment(data))]

    return write_part(case=case, change=change, by=by)


def risk_id(question: str) -> str:
    """The id of the risk that a question proposes."""
    return f"readiness-{question.replace('.', '-')}"


def _gap(data: Data, question: str) -> ProposedRisk:
    kept = read_answers(data.get("readiness"))
    proposed = proposed_risks(kept.answers, not_relevant=kept.not_relevant)
    found = next((one for one in proposed if one.code == f"readiness.{question}"), None)
    if found is None:
        message = _("Only what is answered “missing” proposes a risk.")
        raise DomainError("invalid", message, field=question)
    return found


def _investment(data: Data) -> Decimal:
    result = evaluated(dumps(data)).result
    if result is None:
        message = _(
            "The case has faults, so the investment cannot be worked out. Set them right first."
        )
        raise DomainError("invalid", message)
    if not result.investment:
        message = _(
            "The case has no investment yet, so the consequence would be 0. Write it first."
        )
        raise DomainError("invalid", message)
    return result.investment


def _risk(gap: ProposedRisk, name: str, title: str, investment: Decimal) -> dict[str, Any]:
    return {
        "id": name,
        "title": title.strip() or gap.title,
        "probability": gap.probability,
        "consequence": {"likely": half_up(gap.consequence(investment))},
        "category": gap.category,
    }
