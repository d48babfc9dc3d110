"""Deciding about reports: leave it, withhold it, or delete a comment; the answer reaches who reported."""

from __future__ import annotations

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from gevinst.features.catalogue.actions.talk.erasing import erase
from gevinst.features.catalogue.actions.talk.wording import words
from gevinst.features.catalogue.models import Comment, Process, Report
from gevinst.features.catalogue.queries.talk.reports import report as readable_report
from gevinst.features.catalogue.signals import moderated
from gevinst.features.catalogue.talk_rights import wrote
from gevinst.shared.actor import Actor
from gevinst.shared.audit import about, audited
from gevinst.shared.errors import DomainError

LONGEST = 2000


def decide(*, report_id: int, by: Actor, outcome: str, answer: str) -> list[Report]:
    """Decides the report, and with it every other open one about the same; the last decision holds.

    Withheld: a process out of sight of other authorities, a comment of all but its author and moderators.
    "Kept" lifts that again. Raises `DomainError`: "not-allowed" (not for one's own comment), "not-found",
    "invalid" (no answer; deleting a process, which its own authority does), "wrong-state" (deleted already).
    """
    row = readable_report(by, report_id).report
    place = row.process.authority_id
    if row.comment is not None and wrote(by, row.comment):
        raise DomainError("not-allowed", _("Somebody else has to decide about what you wrote."))
    told = words(answer, longest=LONGEST)
    with audited("catalogue.moderate", by=by, authority_id=place) as entry:
        if row.comment_id is not None:
            _settle_comment(row.comment_id, outcome)
        else:
            _settle_process(row.process_id, outcome)
        about(entry, row.process, report=row.pk, outcome=outcome, comment=row.comment_id)
        rows = _same(row)
        for each in rows:
            _close(each, by, outcome, told)
            moderated.send(Report, report=each, actor=by)
    return rows


def _same(row: Report) -> list[Report]:
    """The report and the open ones about the same, held."""
    alike = Q(process=row.process_id, comment=row.comment_id, outcome="") | Q(pk=row.pk)
    held = Report.objects.select_for_update(of=("self",)).filter(alike).order_by("pk")
    return list(held.select_related("process__authority", "comment", "reporter"))


def _settle_comment(comment_id: int, outcome: str) -> None:
    said = Comment.objects.select_for_update().get(pk=comment_id)
    if said.deleted_at is not None and outcome != Report.Outcome.DELETED:
        raise DomainError("wrong-state", _("The comment is deleted already."))
    match outcome:
        case Report.Outcome.KEPT | Report.Outcome.WITHHELD:
            said.withheld = outcome == Report.Outcome.WITHHELD
            said.save(update_fields=["withheld"])
        case Report.Outcome.DELETED:
            erase(said)
        case _:
            raise DomainError("invalid", _("Choose what is to happen."))


def _settle_process(process_id: int, outcome: str) -> None:
    if outcome not in {Report.Outcome.KEPT, Report.Outcome.WITHHELD}:
        told = _("A process is withheld, or left as it is. Only its own authority deletes it.")
        raise DomainError("invalid", told)
    withheld = outcome == Report.Outcome.WITHHELD
    Process.objects.filter(pk=process_id).update(withheld=withheld)


def _close(row: Report, by: Actor, outcome: str, answer: str) -> None:
    row.outcome, row.answer = outcome, answer
    row.handled_by_id, row.handled_at = by.user_id, timezone.now()
    row.save(update_fields=["outcome", "answer", "handled_by", "handled_at"])
