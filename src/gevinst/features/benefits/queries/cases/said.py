"""What is said of business cases."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from gevinst.features.benefits.models import BusinessCase, CaseComment
from gevinst.shared.errors import DomainError


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
