"""An actual amount of a case, as somebody has written it."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from gevinst.features.benefits.actions.following.recording import write_actuals
from gevinst.features.benefits.models import BusinessCase, CaseActual
from gevinst.shared.actor import Actor
from gevinst.shared.errors import DomainError


def record_actual(
    *,
    case: BusinessCase,
    line: str,
    year: int,
    values: Mapping[str, Decimal],
    source: str,
    by: Actor,
    reason: str = "",
) -> list[CaseActual]:
    """What a line came to in a year: `values` by term, "" is DKK. Values that are known already stay.

    A value that is there is changed only with a `reason`; the old one is kept. Raises `DomainError`:
    "not-allowed", "wrong-state" (archived), "invalid" with the field.
    """
    if not source.strip():
        raise DomainError("invalid", _("Write where the number comes from."), field="source")
    return write_actuals(case, line, year, values, by, source=source.strip(), reason=reason.strip())
