"""A case with its two corrections from outside."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils import timezone

from gevinst.engines.businesscase.risk import Forecast, forecast
from gevinst.features.benefits.estimating.optimism import Corrected, corrected
from gevinst.features.benefits.estimating.plan import Plan
from gevinst.features.benefits.estimating.public_class import public_class
from gevinst.features.benefits.models import BusinessCase
from gevinst.features.benefits.queries.estimates.own_class import enough, own_register
from gevinst.features.benefits.web.estimates.optimism_areas import Typed


@dataclass(frozen=True, slots=True)
class Seen:
    """The case with its plan, what was typed, and the two corrections; None where there is none."""

    case: BusinessCase
    typed: Typed
    plan: Plan
    found: Corrected | None
    class_: Forecast | None


def corrected_plan(plan: Plan, typed: Typed) -> Corrected | None:
    """The plan with what is left of the uplift; None where something typed cannot be used."""
    if typed.fault:
        return None
    return corrected(plan, *typed.choice, typed.areas, timezone.localdate())


def forecast_of(case: BusinessCase, plan: Plan) -> Forecast | None:
    """The cost of the project by reference class; None of a case without any."""
    if plan.investment <= 0:
        return None
    today = timezone.localdate()
    own = own_register(case.authority_id, case.authority.name, today)
    return forecast(plan.investment, own, public_class(today)[0], enough(today))
