"""Whether a business case may go on: nothing wrong in its file nor by its checks."""

from __future__ import annotations

from django.utils.translation import gettext as _

from gevinst.features.benefits.models import BusinessCase
from gevinst.features.benefits.queries.cases.results import evaluated
from gevinst.shared.errors import DomainError


def check_sound(row: BusinessCase) -> None:
    """Raises `DomainError`: "case-fault", "case-error"."""
    known = evaluated(row.text)
    if known.faults:
        message = _("The case has faults that must be mended first: line %(line)s.")
        count = len(known.faults)
        raise DomainError("case-fault", message % {"line": known.faults[0].line}, count=count)
    if known.errors:
        message = _("The checks find an error that must be mended first.")
        raise DomainError("case-error", message, codes=[note.code for note in known.errors])
