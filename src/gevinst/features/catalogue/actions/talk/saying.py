"""Comments: say, reply, edit one's own, delete."""

from __future__ import annotations

from django.utils import timezone
from django.utils.translation import gettext as _

from gevinst.features.accounts import queries as accounts
from gevinst.features.catalogue.actions.standing import refresh
from gevinst.features.catalogue.actions.talk.erasing import erase
from gevinst.features.catalogue.actions.talk.wording import words
from gevinst.features.catalogue.models import Comment, Process
from gevinst.features.catalogue.queries.reading import process as readable_process
from gevinst.features.catalogue.queries.talk.threads import comment as readable_comment
from gevinst.features.catalogue.signals import commented
from gevinst.features.catalogue.talk_rights import (
    may_moderate,
    require_may_be_internal,
    require_may_talk,
    wrote,
)
from gevinst.shared.actor import Actor
from gevinst.shared.audit import about, audited
from gevinst.shared.errors import DomainError

LONGEST = 5000


def comment(
    *, process_id: int, by: Actor, text: str, internal: bool = False, reply_to: int | None = None
) -> Comment:
    """Something said of the process, or in reply; a reply to what is internal is internal.

    Raises `DomainError`: "not-allowed", "not-found", "wrong-state" (a reply to what was deleted or withheld),
    "invalid", "person-number".
    """
    require_may_talk(by)
    process = readable_process(by, process_id)
    above = None if reply_to is None else _answered(by, process, reply_to)
    inside = internal or (above is not None and above.internal)
    if inside:
        require_may_be_internal(by, process)
    said = words(text, longest=LONGEST)
    with audited("catalogue.comment", by=by, authority_id=process.authority_id) as entry:
        made = Comment.objects.create(
            process=process,
            parent=above,
            author_id=by.user_id,
            author_name=by.name,
            author_authority=accounts.home_name(by),
            text=said,
            internal=inside,
        )
        about(entry, process, comment=made.pk, internal=inside)
        commented.send(Comment, comment=made, actor=by)
    return made


def _answered(by: Actor, process: Process, comment_id: int) -> Comment:
    above = readable_comment(by, comment_id)
    if above.process_id != process.pk:
        raise DomainError("not-found", _("There is no such comment."))
    return _standing(above)


def _standing(row: Comment) -> Comment:
    if row.deleted_at is not None or row.withheld:
        raise DomainError("wrong-state", _("The comment is not there any more."))
    return row


def edit_comment(*, comment_id: int, by: Actor, text: str) -> Comment:
    """One's own comment in other words, marked as edited.

    Raises `DomainError`: "not-found", "not-allowed", "wrong-state", "invalid", "person-number".
    """
    row = _standing(readable_comment(by, comment_id))
    if not wrote(by, row):
        raise DomainError("not-allowed", _("Only the author may edit a comment."))
    said = words(text, longest=LONGEST)
    if said == row.text:
        return row
    place = row.process.authority_id
    with audited("catalogue.edit_comment", by=by, authority_id=place) as entry:
        row.text, row.edited_at = said, timezone.now()
        row.save(update_fields=["text", "edited_at"])
        about(entry, row.process, comment=row.pk)
    return row


def delete_comment(*, comment_id: int, by: Actor) -> Comment:
    """The words are taken away for good, by their author or a moderator; the place stays.

    Raises `DomainError`: "not-found", "not-allowed".
    """
    row = readable_comment(by, comment_id)
    place = row.process.authority_id
    if not (wrote(by, row) or may_moderate(by, place)):
        raise DomainError("not-allowed", _("Only the author or a moderator may delete a comment."))
    if row.deleted_at is None:
        with audited("catalogue.delete_comment", by=by, authority_id=place) as entry:
            erase(row)
            about(entry, row.process, comment=row.pk, own=wrote(by, row))
            refresh([row.process_id])
    return row
