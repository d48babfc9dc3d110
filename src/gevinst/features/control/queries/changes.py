"""Changes of the rules that an actor may read about, and their impact reports."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from gevinst.features.control.models import ImpactReport, RuleChange
from gevinst.shared.actor import Actor, Right
from gevinst.shared.errors import DomainError


def changes(actor: Actor, authority_id: int, block_key: str) -> QuerySet[RuleChange]:
    """The changes of the rules of the authority's block, newest first; none for one who may not read."""
    if not actor.may(Right.READ, authority_id):
        return RuleChange.objects.none()
    return RuleChange.objects.filter(authority=authority_id, block_key=block_key)


def change(actor: Actor, change_id: int) -> RuleChange:
    """The change. Raises `DomainError("not-found")`, also where the actor may not read about it."""
    found = RuleChange.objects.select_related("authority").filter(pk=change_id).first()
    if found is None or not actor.may(Right.READ, found.authority_id):
        raise DomainError("not-found", _("There is no such change."), change=change_id)
    return found


def impact_of(change: RuleChange) -> ImpactReport | None:
    """The latest impact report that was made for the change as it is now."""
    return change.impacts.filter(digest=change.digest).order_by("-made_at").first()
