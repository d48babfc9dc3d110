"""Moving a benefit from idea to realised, and measuring it: each a step that is never changed."""

from __future__ import annotations

from gevinst.engines.businesscase.model.benefit_state import State
from gevinst.engines.identifiers import mask_all
from gevinst.features.benefits import queries
from gevinst.features.benefits.actions.register.following import carry
from gevinst.features.benefits.actions.register.given import Given
from gevinst.features.benefits.actions.register.read_effects import read_value
from gevinst.features.benefits.actions.register.step_checks import checked
from gevinst.features.benefits.models import Benefit, BenefitStep
from gevinst.features.benefits.permissions import require_may_move
from gevinst.shared.actor import Actor
from gevinst.shared.audit import about, audited


def move(*, benefit_id: int, target: str, given: Given, by: Actor) -> BenefitStep:
    """The step that took the benefit to `target`.

    Raises `DomainError`: "not-found", "not-allowed", "wrong-state" (no such move), "invalid" with the field
    of the first thing that is missing.
    """
    seen = queries.benefit(by, benefit_id)
    require_may_move(by, seen)
    return _step(seen, target, given, by, action="benefits.move")


def measure(*, benefit_id: int, given: Given, by: Actor) -> BenefitStep:
    """A measurement of the benefit. Without a value it is read from what the process's runs freed.

    An estimated benefit becomes measured by it; one that is measured or more keeps its state. The next
    measurement is due one frequency later. Raises `DomainError` as `move`, and "invalid" where nothing can
    be read.
    """
    seen = queries.benefit(by, benefit_id)
    require_may_move(by, seen)
    if given.value is None:
        given = read_value(seen, given, by)
    target = State.MEASURED if seen.state == State.ESTIMATED else seen.state
    return _step(seen, target, given, by, action="benefits.measure")


def _step(seen: Benefit, target: str, given: Given, by: Actor, *, action: str) -> BenefitStep:
    with audited(action, by=by, authority_id=seen.authority_id) as entry:
        held = Benefit.objects.select_for_update().get(pk=seen.pk)
        on = checked(held, target, given)
        step = BenefitStep.objects.create(
            benefit=held,
            source=held.state,
            target=target,
            on=on,
            grade=given.grade,
            evidence=mask_all(given.evidence.strip()),
            value=given.value,
            expected=held.expected,
            since=given.since,
            until=given.until,
            n=given.n,
            rests_on=given.rests_on,
            budget_reference=given.budget_reference.strip() or held.budget_reference,
            owner_id=held.owner_id,
            owner_name=held.owner_name,
            by_id=by.user_id,
            by_name=by.name,
        )
        carry(held, step)
        about(entry, held, came_from=step.source, went_to=step.target, grade=step.grade)
    return step
