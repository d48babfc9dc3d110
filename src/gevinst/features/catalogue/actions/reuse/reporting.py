"""What reuse cost and saved, as the adopter reports it."""

from __future__ import annotations

from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gevinst.features.catalogue.actions.reuse.holding import held
from gevinst.features.catalogue.models import Adoption
from gevinst.shared.actor import Actor
from gevinst.shared.audit import about, audited
from gevinst.shared.errors import DomainError

STATED = ("hours_spent", "hours_alone", "note")


def report(
    *,
    adoption_id: int,
    by: Actor,
    hours_spent: Decimal | None,
    hours_alone: Decimal | None,
    note: str = "",
) -> Adoption:
    """The adoption with its report in hours; both numbers, or none of them with a note.

    Raises `DomainError`: "not-found", "not-allowed", "invalid" with `fields`.
    """
    if (hours_spent is None) != (hours_alone is None):
        missing = "hours_spent" if hours_spent is None else "hours_alone"
        raise DomainError("invalid", _("State both numbers, or none of them."), fields=[missing])
    with transaction.atomic():
        adoption = held(adoption_id, by)
        place = adoption.process.authority_id
        with audited("catalogue.report_reuse", by=by, authority_id=place) as entry:
            about(entry, adoption.process, source=adoption.source_id)
            adoption.hours_spent, adoption.hours_alone, adoption.note = (
                hours_spent,
                hours_alone,
                note.strip(),
            )
            adoption.reported_by_id, adoption.reported_at = by.user_id, timezone.now()
            _validate(adoption)
            adoption.save()
    return adoption


def _validate(adoption: Adoption) -> None:
    try:
        rest = {field.name for field in Adoption._meta.fields} - set(STATED)
        adoption.clean_fields(exclude=rest)
    except ValidationError as fault:
        message = "; ".join(fault.messages)
        raise DomainError("invalid", message, fields=sorted(fault.message_dict)) from fault
