"""Telling the moderators that something should not stand where it stands."""

from __future__ import annotations

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from gevinst.features.catalogue.actions.talk.wording import words
from gevinst.features.catalogue.models import Comment, Process, Report
from gevinst.features.catalogue.queries.reading import process as readable_process
from gevinst.features.catalogue.queries.talk.threads import comment as readable_comment
from gevinst.features.catalogue.signals import reported
from gevinst.features.catalogue.talk_rights import require_may_talk
from gevinst.shared.actor import Actor
from gevinst.shared.audit import about, audited
from gevinst.shared.errors import DomainError

LONGEST = 2000


def report(
    *,
    by: Actor,
    reason: str,
    text: str = "",
    process_id: int | None = None,
    comment_id: int | None = None,
) -> Report:
    """A report of a comment, or else of a process; the moderators are told.

    Raises `DomainError`: "not-allowed", "not-found", "invalid", "person-number", "already-done" while an own
    report of the same waits.
    """
    require_may_talk(by)
    process, said = _subject(by, process_id, comment_id)
    if reason not in Report.Reason.values:
        raise DomainError("invalid", _("Choose a reason."))
    explained = words(text, longest=LONGEST, needed=reason == Report.Reason.OTHER)
    with audited("catalogue.report", by=by, authority_id=process.authority_id) as entry:
        made = _made(
            Report(
                process=process,
                comment=said,
                reason=reason,
                text=explained,
                reporter_id=by.user_id or 0,
            )
        )
        about(entry, process, report=made.pk, reason=reason, comment=said.pk if said else None)
        reported.send(Report, report=made, actor=by)
    return made


def _subject(
    by: Actor, process_id: int | None, comment_id: int | None
) -> tuple[Process, Comment | None]:
    if comment_id is None:
        return readable_process(by, process_id or 0), None
    said = readable_comment(by, comment_id)
    return said.process, said


def _made(row: Report) -> Report:
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as fault:
        told = _("You have reported it already. A moderator will look at it.")
        raise DomainError("already-done", told) from fault
    return row
