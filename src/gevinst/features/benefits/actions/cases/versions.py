"""Keeps versions of business cases."""

from __future__ import annotations

import hashlib

from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from gevinst import __version__
from gevinst.features.accounts import queries as accounts
from gevinst.features.benefits.actions.cases.held import OPEN, locked_case
from gevinst.features.benefits.casework.permissions import (
    require_may_start_case,
)
from gevinst.features.benefits.models import BusinessCase, CaseVersion
from gevinst.features.benefits.queries.cases.headline import headline
from gevinst.shared.actor import Actor
from gevinst.shared.audit import about, audited
from gevinst.shared.errors import DomainError

REASON = 500


def keep_case_version(*, case: BusinessCase, reason: str, by: Actor) -> CaseVersion:
    """The case as it stands, kept for good with the reason and its figures.

    Raises `DomainError`: "not-allowed", "wrong-state", "invalid" (no reason), "no-change" (nothing differs
    from the last version).
    """
    if not reason.strip():
        raise DomainError("invalid", _("Say why you keep this version."), field="reason")
    with audited("benefits.keep_case_version", by=by, authority_id=case.authority_id) as entry:
        row = locked_case(case, OPEN)
        require_may_start_case(by, row.authority_id)
        last = CaseVersion.objects.filter(case=row).first()
        if last is not None and last.text == row.text:
            message = _("Nothing has changed since version %(number)s.") % {"number": last.number}
            raise DomainError("no-change", message)
        version = kept_version(row, reason, by)
        about(entry, row, version=version.number)
    return version


def kept_version(
    row: BusinessCase, reason: str, by: Actor, *, approved: bool = False
) -> CaseVersion:
    """`by` kept it; of an approved version the last writer did, and `by` approved."""
    last = CaseVersion.objects.filter(case=row).aggregate(last=Max("number"))["last"] or 0
    hand = accounts.person_behind(by)
    approval = (
        {"approved_by_id": hand, "approved_name": by.name, "approved_at": timezone.now()}
        if approved
        else {}
    )
    return CaseVersion.objects.create(
        case=row,
        number=last + 1,
        text=row.text,
        digest=hashlib.sha256(row.text.encode()).hexdigest(),
        engine=__version__,
        reason=reason.strip()[:REASON],
        results=headline(row.text, timezone.localdate()),
        by_id=row.changed_by_id if approved else hand,
        by_name=row.changed_name if approved else by.name,
        **approval,
    )
