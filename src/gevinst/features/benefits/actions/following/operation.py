"""What operation has measured, as the actual of a gain."""

from __future__ import annotations

from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from gevinst.engines.money import half_up
from gevinst.features.benefits.actions.following.actual_checks import held_result
from gevinst.features.benefits.actions.following.recording import write_actuals
from gevinst.features.benefits.models import BusinessCase, CaseActual
from gevinst.features.benefits.queries.following.operation import freed_in
from gevinst.features.benefits.realised_models import How
from gevinst.shared.actor import Actor
from gevinst.shared.errors import DomainError

PLACES = 8
MINUTES = 60


def take_from_operation(
    *, case: BusinessCase, line: str, year: int, by: Actor, reason: str = ""
) -> list[CaseActual]:
    """What the robots of the case's process freed in a year, as the actual of one of its gains.

    A line counted by time also gets items, minutes an item and DKK an hour. Raises as `record_actual`.
    """
    if case.process_id is None:
        raise DomainError("invalid", _("The case is tied to no process."), field="line")
    freed, guessed = freed_in(by, case.process_id, year)
    if not freed.runs:
        message = _("No run of the process is counted in that year.")
        raise DomainError("invalid", message, field="year")
    held = held_result(case).case
    counted = next((one for one in held.lines if one.id == line), None)
    if counted is None or not counted.is_benefit:
        message = _("What a robot frees is a benefit: choose one.")
        raise DomainError("invalid", message, field="line")
    values = {"": freed.amount}
    if (
        counted.amount.driver == "time"
        and "periods" not in counted.amount.terms
        and freed.untouched
    ):
        values |= {
            "units": Decimal(freed.untouched),
            "minutes": half_up(freed.hours * MINUTES / freed.untouched, PLACES),
            "rate": half_up(freed.amount / freed.hours, PLACES) if freed.hours else Decimal(0),
        }
    facts = {"runs": freed.runs, "first": str(freed.first), "last": str(freed.last)}
    return write_actuals(
        case, line, year, values, by,
        source=str(_("The runs of the process")),
        reason=reason.strip(),
        how=How.ESTIMATED if guessed else How.MEASURED,
        rests_on={"process": case.process_id, **facts},
    )  # fmt: skip
