"""What was kept of a business case: texts of revisions, versions, what happened."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from gevinst.features.benefits.models import BusinessCase, CaseVersion
from gevinst.shared.errors import DomainError
from gevinst.shared.models import AuditEntry


def case_text_at(one: BusinessCase, revision: int) -> str:
    """The text that a revision had; the present one where the history has none of that revision."""
    if revision == one.revision:
        return one.text
    events = BusinessCase.pgh_event_model.objects  # type: ignore[attr-defined]
    rows = events.filter(pgh_obj_id=one.pk, revision=revision).order_by("-pgh_id")
    text: str | None = rows.values_list("text", flat=True).first()
    return one.text if text is None else text


def case_versions(one: BusinessCase) -> QuerySet[CaseVersion]:
    """The versions of a case, newest first."""
    return CaseVersion.objects.filter(case=one).order_by("-number")


def case_version(one: BusinessCase, number: int) -> CaseVersion:
    """One version by its number. Raises `DomainError("not-found")`."""
    found = case_versions(one).filter(number=number).first()
    if found is None:
        raise DomainError("not-found", _("There is no such version."))
    return found


def approved_version(one: BusinessCase) -> CaseVersion | None:
    """The version that was approved last."""
    return case_versions(one).filter(approved_at__isnull=False).first()


def case_timeline(one: BusinessCase) -> list[AuditEntry]:
    """What has happened with a case, newest first; drafts that were saved are left out."""
    rows = AuditEntry.objects.filter(
        target_type="benefits.businesscase", target_id=str(one.pk)
    ).exclude(action="benefits.save_case")
    return list(rows.order_by("-at", "-pk")[:30])
