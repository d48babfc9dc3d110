"""Reports of what should not stand in the catalogue, for those who decide about them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from gevinst.engines.identifiers import mask_all
from gevinst.features.catalogue.models import Report
from gevinst.features.catalogue.talk_rights import moderated, moderates_somewhere
from gevinst.shared.actor import Actor
from gevinst.shared.errors import DomainError


class OpenAndHandled(NamedTuple):
    """How many reports wait, and how many were decided."""

    open: int
    handled: int


@dataclass(frozen=True, slots=True)
class Reported:
    """A report with what it is about, person numbers masked; `content` is empty when it was deleted."""

    report: Report
    about: str
    author: str
    content: str
    text: str


def reports(actor: Actor, *, handled: bool) -> QuerySet[Report]:
    """Those that wait, oldest first, or those that were decided, latest first. Raises "not-allowed"."""
    rows = _rows(actor)
    if handled:
        return rows.exclude(outcome="").order_by("-handled_at", "-pk")
    return rows.filter(outcome="").order_by("at", "pk")


def report(actor: Actor, report_id: int) -> Reported:
    """One report. Raises `DomainError`: "not-allowed", "not-found"."""
    row = _rows(actor).filter(pk=report_id).first()
    if row is None:
        raise DomainError("not-found", _("There is no such report."))
    return shown(row)


def counts(actor: Actor) -> OpenAndHandled:
    """How many wait and how many were decided, of those that `actor` decides."""
    found = Report.objects.filter(moderated(actor)).aggregate(
        open=Count("pk", filter=Q(outcome="")), handled=Count("pk", filter=~Q(outcome=""))
    )
    return OpenAndHandled(**found)


def shown(row: Report) -> Reported:
    """A report as a moderator sees it."""
    said = row.comment
    content = said.text if said is not None else row.process.summary
    return Reported(
        report=row,
        about=mask_all(row.process.title),
        author=said.author_name if said is not None else "",
        content=mask_all(content),
        text=mask_all(row.text),
    )


def _rows(actor: Actor) -> QuerySet[Report]:
    if not moderates_somewhere(actor):
        raise DomainError("not-allowed", _("Only administrators decide about reports."))
    rows = Report.objects.filter(moderated(actor))
    related = ("process__authority", "comment", "reporter", "handled_by")
    return rows.select_related(*related).defer("process__search")
