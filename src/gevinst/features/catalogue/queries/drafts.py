"""What a person has typed and not sent: own drafts alone."""

from __future__ import annotations

from django.db.models import QuerySet

from gevinst.features.catalogue.models import Draft, Process
from gevinst.features.catalogue.permissions import readable
from gevinst.shared.actor import Actor


def drafts(actor: Actor) -> QuerySet[Draft]:
    """The drafts of `actor`, newest first; those of processes that are out of reach are left out."""
    found = Draft.objects.filter(user=actor.user_id or 0).select_related("process")
    reach = Process.objects.filter(readable(actor)).values("pk")
    return (found.filter(process=None) | found.filter(process__in=reach)).defer("process__search")


def draft(actor: Actor, draft_id: int) -> Draft | None:
    """One of them."""
    return drafts(actor).filter(pk=draft_id).first()


def draft_of(actor: Actor, process_id: int) -> Draft | None:
    """What `actor` has typed about a process and not sent."""
    return drafts(actor).filter(process=process_id).first()
