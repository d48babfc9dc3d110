"""What an assumption can be compared with: the same unit in published cases and in measured benefits."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from gevinst.engines.businesscase.model.assumption import Assumption
from gevinst.engines.businesscase.model.case import Case
from gevinst.features.benefits.queries.estimates.match import BENEFIT, CASE, Match, nearness
from gevinst.features.benefits.queries.estimates.units import scale_of, unit_key
from gevinst.features.benefits.queries.published import SHIPPED, Published, published
from gevinst.features.benefits.queries.register.benefits import benefits
from gevinst.features.benefits.queries.register.filters import Wanted
from gevinst.features.benefits.queries.register.standing import standing
from gevinst.features.benefits.register_choices import BenefitState, Unit
from gevinst.shared.actor import Actor

MOST = 20
GUESSED = ("idea", "assumed")  # nobody has seen these come true
MEASURED = (BenefitState.MEASURED, BenefitState.REALISED, BenefitState.SUSTAINED)


def matches(actor: Actor, of: Assumption, own: str = "") -> list[Match]:
    """What the assumption can be compared with, the nearest in words first; the case `own` is left out.

    Only what has the same unit. Measured benefits are those of the actor's own authorities.
    """
    found = [*_of_cases(of, own), *_of_benefits(actor, of)]
    return sorted(found, key=lambda one: (-one.near, one.origin, one.ref))[:MOST]


def _of_cases(of: Assumption, own: str) -> Iterator[Match]:
    wanted = unit_key(of.unit)
    for one in published():
        case = one.known.case
        if own and case.id == own and one.origin != SHIPPED:
            continue
        for each in case.assumptions.values():
            seen = each.value is not None and each.status not in GUESSED
            if seen and wanted and unit_key(each.unit) == wanted:
                yield _of_assumption(one, case, each, of)


def _of_assumption(one: Published, case: Case, each: Assumption, of: Assumption) -> Match:
    value = (each.value or Decimal(0)) * scale_of(each.unit) / scale_of(of.unit)
    return Match(
        ref=f"case:{one.slug}:{each.name}",
        title=each.title or each.name,
        origin=f"{', '.join(case.authorities)}: {case.title}",
        value=value,
        unit=of.unit,
        price_year=case.price_year,
        known=each.status,
        n=each.n,
        kind=CASE,
        key=one.slug,
        near=nearness(of, each.name, each.title),
    )


def _of_benefits(actor: Actor, of: Assumption) -> Iterator[Match]:
    wanted = unit_key(of.unit)
    for one in benefits(actor, Wanted()).filter(state__in=MEASURED):
        unit = one.unit_name if one.unit == Unit.OTHER else str(one.unit)
        held = standing(one) if wanted and unit_key(unit) == wanted else None
        if held is not None:
            yield Match(
                ref=f"benefit:{one.pk}",
                title=one.title,
                origin=one.authority.name,
                value=held.a_year / scale_of(of.unit),
                unit=of.unit,
                price_year=held.step.until.year if held.step.until else held.step.on.year,
                known=one.state,
                n=held.step.n,
                kind=BENEFIT,
                key=str(one.pk),
                near=nearness(of, "", one.title),
            )
