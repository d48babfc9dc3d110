"""Holds a case against another of its versions; the original stays."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from gevinst.features.benefits.actions.cases.held import OPEN, locked_case
from gevinst.features.benefits.models import BusinessCase, CaseBaseline
from gevinst.features.benefits.queries.cases import case_version
from gevinst.features.benefits.queries.cases.results import evaluated
from gevinst.features.benefits.queries.following.actuals import held_versions
from gevinst.shared.actor import Actor, Right
from gevinst.shared.audit import about, audited
from gevinst.shared.errors import DomainError


def rebase_case(*, case: BusinessCase, version: int, reason: str, by: Actor) -> CaseBaseline:
    """From now on the case is held against another of its versions; the original stays.

    Raises `DomainError`: "not-allowed" (needs the right to operate), "not-found", "wrong-state", "invalid"
    (no reason, faults in the version, or it is held against that one already).
    """
    if not reason.strip():
        raise DomainError("invalid", _("Write the reason. The original stays."), field="reason")
    with audited("benefits.rebase_case", by=by, authority_id=case.authority_id) as entry:
        row = locked_case(case, OPEN)
        by.require(Right.OPERATE, row.authority_id)
        wanted = case_version(row, version)
        now, original = held_versions(row)
        if now == wanted:
            message = _("The case is held against that version already.")
            raise DomainError("invalid", message, field="version")
        if evaluated(wanted.text).result is None:
            message = _("The version has faults and cannot be worked out.")
            raise DomainError("invalid", message, field="version")
        made = CaseBaseline.objects.create(
            case=row, version=wanted, original=original or wanted, reason=reason.strip(),
            by_id=by.user_id, by_name=by.name,
        )  # fmt: skip
        about(entry, row, version=wanted.number, reason=made.reason)
    return made
