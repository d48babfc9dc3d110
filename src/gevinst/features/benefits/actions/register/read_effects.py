"""The value of a benefit as the runs of its process give it."""

from __future__ import annotations

from decimal import Decimal

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from gevinst.engines.benefit.evidence import worst
from gevinst.engines.benefit.grounds import Need
from gevinst.engines.businesscase.model.benefit_state import Grade
from gevinst.features.benefits import queries
from gevinst.features.benefits.actions.register.given import Given
from gevinst.features.benefits.actions.register.step_checks import FIELDS
from gevinst.features.benefits.models import Benefit, Effect
from gevinst.features.benefits.register_choices import Unit
from gevinst.shared.actor import Actor
from gevinst.shared.errors import DomainError

COUNTED = {Unit.HOURS: "hours", Unit.DKK: "amount", Unit.ITEMS: "untouched"}


def read_value(seen: Benefit, given: Given, by: Actor) -> Given:
    """The value as the process's runs give it, with the effects it was read from and their evidence."""
    name = COUNTED.get(Unit(seen.unit))
    if seen.process_id is None or name is None:
        message = _("This benefit cannot be read from operation. Write the value.")
        raise DomainError("invalid", message, field="value")
    if given.since is None or given.until is None:
        raise DomainError("invalid", FIELDS[Need.PERIOD][1], field="since")
    found = queries.effects(by, process=seen.process_id, since=given.since, until=given.until)
    rows = list(found)
    if not rows:
        message = _("No run of the process is counted in the period.")
        raise DomainError("invalid", message, field="since")
    value = sum((Decimal(getattr(row, name)) for row in rows), Decimal(0))
    return _with(given, name, value, rows)


def _with(given: Given, name: str, value: Decimal, rows: list[Effect]) -> Given:
    # The number of items stands in a log; hours are no better known than the minutes by hand.
    grade = Grade.A if name == COUNTED[Unit.ITEMS] else worst({row.baseline.known for row in rows})
    baselines = sorted({row.baseline_id for row in rows})
    told = ngettext(
        "Read from %(n)s run of the process.", "Read from %(n)s runs of the process.", len(rows)
    ) % {"n": len(rows)}
    return Given(
        on=given.on or timezone.localdate(),
        evidence=given.evidence.strip() or told,
        grade=str(grade),
        value=value,
        since=given.since,
        until=given.until,
        n=sum(row.untouched + row.exceptions for row in rows),
        budget_reference=given.budget_reference,
        rests_on={"effects": [row.pk for row in rows], "baselines": baselines},
    )
