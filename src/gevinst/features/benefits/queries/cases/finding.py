"""What is asked of business cases: which may be read, one of them, its versions, what is said of it."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from gevinst.features.benefits.casework.permissions import may_approve_case, readable_cases
from gevinst.features.benefits.models import BusinessCase, CaseComment, CaseVersion
from gevinst.shared.actor import Actor, Right
from gevinst.shared.errors import DomainError
from gevinst.shared.models import AuditEntry


@dataclass(frozen=True, slots=True)
class CasesWanted:
    """Which business cases are asked for; what is left empty asks for any."""

    text: str = ""
    state: str = ""
    authority: str = ""
    process: int | None = None
    own: bool = False


def cases(actor: Actor, wanted: CasesWanted | None = None) -> QuerySet[BusinessCase]:
    """The business cases that `actor` may read, last changed first; `own`: of own authorities."""
    wanted = wanted or CasesWanted()
    found = BusinessCase.objects.filter(readable_cases(actor)).select_related(
        "authority", "process", "owner"
    )
    if wanted.own:
        found = found.filter(authority__in=actor.authorities(Right.READ))
    if wanted.text:
        words = wanted.text.split()
        for word in words:
            found = found.filter(Q(title__icontains=word) | Q(authority__name__icontains=word))
    if wanted.state:
        found = found.filter(state=wanted.state)
    if wanted.authority:
        found = found.filter(authority__code=wanted.authority)
    if wanted.process is not None:
        found = found.filter(process_id=wanted.process)
    return found.order_by("-changed_at", "-pk")


def case(actor: Actor, case_id: int) -> BusinessCase:
    """One business case. Raises `DomainError("not-found")` also when `actor` may not read it."""
    rows = BusinessCase.objects.filter(readable_cases(actor), pk=case_id)
    one = rows.select_related("authority", "process", "owner").first()
    if one is None:
        raise DomainError("not-found", _("There is no such business case."))
    return one


def may_approve(actor: Actor, one: BusinessCase) -> bool:
    """Whether `actor` may approve or reject the case: a second person, who wrote none of it."""
    return may_approve_case(actor, one)


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


def case_comments(one: BusinessCase, path: str | None = None) -> list[CaseComment]:
    """What is said of a case (or of one path of it), oldest first; replies stand in `.thread` of theirs."""
    rows = CaseComment.objects.filter(case=one).order_by("at", "pk")
    if path is not None:
        rows = rows.filter(path=path)
    found = list(rows)
    for each in found:
        each.thread = [reply for reply in found if reply.parent_id == each.pk]  # type: ignore[attr-defined]
    return [each for each in found if each.parent_id is None]


def case_comment(one: BusinessCase, comment_id: int) -> CaseComment:
    """One comment on the case. Raises `DomainError("not-found")`."""
    found = CaseComment.objects.filter(case=one, pk=comment_id).first()
    if found is None:
        raise DomainError("not-found", _("There is no such comment."))
    return found


def case_timeline(one: BusinessCase) -> list[AuditEntry]:
    """What has happened with a case, newest first; drafts that were saved are left out."""
    rows = AuditEntry.objects.filter(
        target_type="benefits.businesscase", target_id=str(one.pk)
    ).exclude(action="benefits.save_case")
    return list(rows.order_by("-at", "-pk")[:30])
