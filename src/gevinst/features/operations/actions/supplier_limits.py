"""What the robots may approve of one supplier: a ceiling, or nothing at all."""

from __future__ import annotations

from decimal import Decimal

from django.utils.translation import gettext as _

from gevinst.engines.identifiers import mask_all
from gevinst.features.operations.models import SupplierLimit
from gevinst.features.operations.permissions import check_operate, check_suppliers
from gevinst.shared.actor import Actor
from gevinst.shared.audit import about, audited
from gevinst.shared.errors import DomainError


def limit_supplier(
    *,
    authority_id: int,
    sender: str,
    ceiling: Decimal | None,
    stopped: bool,
    reason: str,
    by: Actor,
) -> SupplierLimit:
    """The limit that holds from now. A clerk may stop a supplier; all else is for the process owner.

    `ceiling` is DKK a document, None for none of its own. Raises `DomainError`: "not-allowed", "invalid".
    """
    check_suppliers(by, authority_id)
    before = SupplierLimit.objects.filter(authority=authority_id, sender=sender).last()
    if not stopped or ceiling != (before.ceiling if before else None):
        check_operate(by, authority_id)
    _check(sender, ceiling, reason)
    with audited("limit_supplier", by=by, authority_id=authority_id) as entry:
        row = SupplierLimit.objects.create(
            authority_id=authority_id,
            sender=sender,
            ceiling=ceiling,
            stopped=stopped,
            reason=mask_all(reason.strip()),
            actor_id=by.user_id,
            actor_name=by.name,
        )
        about(entry, row, ceiling=None if ceiling is None else str(ceiling), stopped=stopped)
    return row


def _check(sender: str, ceiling: Decimal | None, reason: str) -> None:
    if not sender:
        raise DomainError("invalid", _("The supplier is missing."), field="sender")
    if ceiling is not None and not (ceiling.is_finite() and Decimal(0) <= ceiling < 10**14):
        raise DomainError("invalid", _("Write an amount from 0."), field="ceiling")
    if not reason.strip():
        raise DomainError("invalid", _("Write the reason in words."), field="reason")
