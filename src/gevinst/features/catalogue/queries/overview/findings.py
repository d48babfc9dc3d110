"""What administrators are to look after, of the authorities that they administer."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gevinst.features.accounts.queries import at_authorities
from gevinst.features.catalogue.models import Draft, LegalClause, Phase, Process
from gevinst.features.catalogue.queries.duties import ACTIVE, clauses_due, months_after
from gevinst.features.catalogue.queries.people.handover import administered, there
from gevinst.shared.actor import Actor, Right
from gevinst.shared.errors import DomainError

LYING = timedelta(days=14)  # a draft that nobody has touched for so long


def require_administrator(actor: Actor) -> None:
    """Raises `DomainError("not-allowed")` unless `actor` administers an authority, or all."""
    if not (actor.national or actor.system or actor.authorities(Right.ADMINISTER)):
        raise DomainError("not-allowed", _("Only an administrator may see this."))


def stale(actor: Actor, today: date, months: int) -> QuerySet[Process]:
    """Processes in an active phase that nobody has changed for so many months, the oldest first."""
    day = months_after(today, -months)
    since = datetime.combine(day, time.max, timezone.get_current_timezone())
    found = _own(actor).filter(phase__in=ACTIVE, changed_at__lte=since)
    return found.order_by("changed_at", "pk")


def without_contact(actor: Actor) -> QuerySet[Process]:
    """Processes with neither a mailbox nor anybody who is still there; not decommissioned ones."""
    nobody = ~there("contact") & ~there("owner") & Q(contact_email="")
    found = _own(actor).exclude(phase=Phase.DECOMMISSIONED).filter(nobody)
    return found.order_by("authority__sort_key", "sort_key", "pk")


def clauses(actor: Actor, today: date) -> QuerySet[LegalClause]:
    """Legal clauses that were never verified, or not for too long; the longest first."""
    found = clauses_due(today).filter(process__in=administered(actor).values("pk"))
    return found.select_related("process__authority").order_by("verified_on", "process_id", "pk")


def lying_drafts(actor: Actor, now: datetime) -> QuerySet[Draft]:
    """Forms that people of the authorities began and have not touched for two weeks, the oldest first."""
    found = Draft.objects.filter(at__lt=now - LYING, user__is_active=True)
    if not (actor.national or actor.system):
        here = at_authorities(actor.authorities(Right.ADMINISTER))
        found = found.filter(user__in=here.values("pk"))
    return found.select_related("user", "process").order_by("at", "pk")


def _own(actor: Actor) -> QuerySet[Process]:
    return administered(actor).select_related("authority", "owner").defer("search")
