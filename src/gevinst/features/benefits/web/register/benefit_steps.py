"""The steps that a benefit can take: a form for each, and where it stands on the road."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils.translation import gettext as _

from gevinst.engines.benefit.states import moves_from
from gevinst.engines.businesscase.model.benefit_state import State
from gevinst.features.benefits.models import Benefit
from gevinst.features.benefits.register_choices import BenefitState
from gevinst.features.benefits.web.register.step_form import StepForm
from gevinst.features.benefits.web.register.step_reading import readable

MEASURE = "maaling"
MEASURABLE = (State.ESTIMATED, State.MEASURED, State.REALISED, State.SUSTAINED)
ROAD: list[BenefitState] = [state for state in BenefitState if state != BenefitState.LAPSED]


def step_forms(
    held: Benefit, asked: str = "", request: HttpRequest | None = None
) -> dict[str, StepForm]:
    """A form for each step that the benefit can take; the one `asked` for holds what was sent."""
    state = State(held.state)
    targets: dict[str, State] = {}
    if state in MEASURABLE:
        targets[MEASURE] = State.MEASURED if state is State.ESTIMATED else state
    skipped = {*targets.values()}
    targets |= {str(one): one for one in moves_from(state) if one not in skipped}
    return {
        name: StepForm(
            held,
            target,
            request.POST if request and name == asked else None,
            reads=name == MEASURE and readable(held),
        )
        for name, target in targets.items()
    }


def asks(name: str) -> str:
    """What a step is called as something to do."""
    if name == MEASURE:
        return _("Write a measurement")
    if name == State.LAPSED:
        return _("Let it lapse")
    return _("Move to: %(state)s") % {"state": BenefitState(name).label}


def road(held: Benefit) -> list[tuple[str, str]]:
    """The states as steps; a lapsed benefit stands nowhere on the road."""
    if held.state == BenefitState.LAPSED:
        return []
    place = ROAD.index(BenefitState(held.state))
    ahead = ["done"] * place + ["current"] + ["ahead"] * (len(ROAD) - place - 1)
    return [(str(state.label), where) for state, where in zip(ROAD, ahead, strict=True)]
