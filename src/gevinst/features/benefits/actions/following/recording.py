"""Writes actual amounts, checked against the version that the case is held against."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext_lazy as _

from gevinst.features.benefits.actions.cases.held import OPEN, locked_case
from gevinst.features.benefits.actions.following.actual_checks import check_actual
from gevinst.features.benefits.casework.permissions import require_may_start_case
from gevinst.features.benefits.models import BusinessCase, CaseActual
from gevinst.features.benefits.queries.following.actuals import actuals_of
from gevinst.shared.actor import Actor
from gevinst.shared.audit import about, audited
from gevinst.shared.errors import DomainError


def write_actuals(
    case: BusinessCase, line: str, year: int, values: Mapping[str, Decimal], by: Actor, **how: Any
) -> list[CaseActual]:
    """The values that are new, kept with who, when and how. Raises `DomainError` as `record_actual`."""
    with audited("benefits.record_actual", by=by, authority_id=case.authority_id) as entry:
        row = locked_case(case, OPEN)
        require_may_start_case(by, row.authority_id)
        check_actual(row, line, year, values)
        known = actuals_of(row).get((line, year), {})
        new = {
            term: value
            for term, value in values.items()
            if term not in known or known[term].value != value
        }
        if not how["reason"] and set(new) & set(known):
            message = _("The number is there already. Say why it is another; the old one is kept.")
            raise DomainError("invalid", message, field="reason")
        made = [
            CaseActual.objects.create(
                case=row, line=line, year=year, term=term, value=value,
                by_id=by.user_id, by_name=by.name, **how,
            )
            for term, value in new.items()
        ]  # fmt: skip
        about(entry, row, line=line, year=year, terms=sorted(new))
    return made
