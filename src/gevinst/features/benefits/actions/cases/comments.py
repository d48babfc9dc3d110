"""What people say of a business case: comment, reply, edit, delete, resolve."""

from __future__ import annotations

from django.utils import timezone
from django.utils.translation import gettext as _

from gevinst.features.benefits.casework.permissions import require_may_comment, wrote_comment
from gevinst.features.benefits.models import BusinessCase, CaseComment
from gevinst.features.benefits.queries import cases as kept
from gevinst.shared.actor import Actor
from gevinst.shared.audit import about, audited
from gevinst.shared.errors import DomainError

LONGEST, PATH = 4_000, 200


def comment_case(
    *, case: BusinessCase, text: str, by: Actor, path: str = "", reply_to: int | None = None
) -> CaseComment:
    """Something said of the case, of a place in it, or in reply; a reply stands where its comment does.

    Raises `DomainError`: "not-allowed", "not-found" (the comment replied to), "invalid" (no words).
    """
    require_may_comment(by, case)
    words = _words(text)
    above = None if reply_to is None else kept.case_comment(case, reply_to)
    with audited("benefits.comment_case", by=by, authority_id=case.authority_id) as entry:
        comment = CaseComment.objects.create(
            case=case,
            path=(above.path if above else path)[:PATH],
            parent_id=None if above is None else above.parent_id or above.pk,
            text=words,
            by_id=by.user_id,
            by_name=by.name,
        )
        about(entry, case, comment=comment.pk)
    return comment


def edit_case_comment(*, comment: CaseComment, text: str, by: Actor) -> CaseComment:
    """One's own comment in other words. Raises `DomainError`: "not-allowed", "invalid"."""
    words = _words(text)
    row = _own(comment, by)
    with audited("benefits.edit_case_comment", by=by, authority_id=row.case.authority_id) as entry:
        row.text, row.edited_at = words, timezone.now()
        row.save(update_fields=["text", "edited_at"])
        about(entry, row.case, comment=row.pk)
    return row


def delete_case_comment(*, comment: CaseComment, by: Actor) -> CaseComment:
    """One's own words are taken away for good. Raises `DomainError("not-allowed")`."""
    row = _own(comment, by)
    place = row.case.authority_id
    with audited("benefits.delete_case_comment", by=by, authority_id=place) as entry:
        row.text, row.deleted_at = "", timezone.now()
        row.save(update_fields=["text", "deleted_at"])
        about(entry, row.case, comment=row.pk)
    return row


def resolve_case_comment(*, comment: CaseComment, by: Actor, resolved: bool = True) -> CaseComment:
    """A comment is settled, or taken up again. Raises `DomainError("not-allowed")`."""
    require_may_comment(by, comment.case)
    place = comment.case.authority_id
    with audited("benefits.resolve_case_comment", by=by, authority_id=place) as entry:
        row = CaseComment.objects.select_for_update().get(pk=comment.pk)
        row.resolved_at = timezone.now() if resolved else None
        row.resolved_name = by.name if resolved else ""
        row.save(update_fields=["resolved_at", "resolved_name"])
        about(entry, row.case, comment=row.pk, resolved=resolved)
    return row


def _words(text: str) -> str:
    words = text.replace("\x00", "").strip()
    if not words:
        raise DomainError("invalid", _("Write something first."), field="text")
    return words[:LONGEST]


def _own(comment: CaseComment, by: Actor) -> CaseComment:
    require_may_comment(by, comment.case)
    if not wrote_comment(by, comment):
        raise DomainError("not-allowed", _("Only who wrote a comment may change it."))
    return comment
