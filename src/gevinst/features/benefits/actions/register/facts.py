"""What is written of a benefit, and whether it holds together."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypedDict

from django.utils.translation import gettext_lazy as _

from gevinst.engines.identifiers import mask_all
from gevinst.features.benefits.models import Benefit
from gevinst.features.benefits.register_choices import Frequency, Mode, Quality, Type, Unit
from gevinst.features.catalogue import queries as catalogue
from gevinst.shared.actor import Actor
from gevinst.shared.errors import DomainError

if TYPE_CHECKING:
    pass


class Facts(TypedDict, total=False):
    """What is written of a benefit; `expected` is a year's, in `unit`."""

    title: str
    kind: str
    quality: str
    mode: str
    unit: str
    unit_name: str
    expected: Decimal | None
    party: str
    process_id: int | None
    case_key: str
    data_source: str
    frequency: str
    next_measurement_on: date | None
    budget_reference: str


CHOICES: Mapping[str, Any] = {"kind": Type, "mode": Mode, "unit": Unit, "frequency": Frequency}


def write(one: Benefit, facts: Facts, by: Actor) -> None:
    """The facts on the benefit, if they hold together."""
    process_id = facts.get("process_id")
    if process_id is not None and process_id != one.process_id:
        process = catalogue.process(by, process_id)
        if process.authority_id != one.authority_id:
            message = _("The process belongs to another authority.")
            raise DomainError("invalid", message, field="process")
    for name, value in facts.items():
        setattr(one, name, mask_all(value.strip()) if isinstance(value, str) else value)
    if not one.title:
        raise DomainError("invalid", _("Give the benefit a title."), field="title")
    for name, known in CHOICES.items():
        if getattr(one, name) not in known.values:
            raise DomainError("invalid", _("Choose one of those that are there."), field=name)
    _check_kind(one)
    if one.unit == Unit.OTHER and not one.unit_name:
        raise DomainError("invalid", _("Write what it is counted in."), field="unit_name")


def _check_kind(one: Benefit) -> None:
    if one.kind != Type.QUALITY:
        one.quality = ""
    elif one.quality not in Quality.values:
        raise DomainError("invalid", _("Say which kind of quality."), field="quality")
    if one.mode == Mode.BUDGET_CUT and (one.unit, one.kind) != (Unit.DKK, Type.BUDGET_PRODUCTIVITY):
        message = _("A cut in the budget is a budget benefit counted in DKK.")
        raise DomainError("invalid", message, field="mode")
