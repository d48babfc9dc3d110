"""Changes of the rules that an actor may read about, and their impact reports."""

from __future__ import annotations

from collections.abc import Mapping

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from gevinst.engines.blockkit.registry import block
from gevinst.engines.control import RuleBook
from gevinst.engines.control.files import unpack
from gevinst.features.control.models import ChangeState, Evidence, ImpactReport, RuleChange
from gevinst.features.control.rule_files import kept_book
from gevinst.shared.actor import Actor, Right
from gevinst.shared.errors import DomainError
from gevinst.shared.models import AuditEntry

OPEN = (ChangeState.DRAFT, ChangeState.PROPOSED)


def changes(actor: Actor, authority_id: int, block_key: str) -> QuerySet[RuleChange]:
    """The changes of the rules of the authority's block, newest first; none for one who may not read."""
    if not actor.may(Right.READ, authority_id):
        return RuleChange.objects.none()
    return RuleChange.objects.filter(authority=authority_id, block_key=block_key)


def change(actor: Actor, change_id: int) -> RuleChange:
    """The change. Raises `DomainError("not-found")`, also where the actor may not read about it."""
    found = RuleChange.objects.select_related("authority", "rule_set").filter(pk=change_id).first()
    if found is None or not actor.may(Right.READ, found.authority_id):
        raise DomainError("not-found", _("There is no such change."), change=change_id)
    return found


def impact_of(change: RuleChange) -> ImpactReport | None:
    """The latest impact report that was made for the change as it is now."""
    return change.impacts.filter(digest=change.digest).order_by("-made_at").first()


def open_changes(actor: Actor) -> QuerySet[RuleChange]:
    """The changes that are under way at the authorities whose robots the actor reads about."""
    return all_changes(actor).filter(state__in=OPEN)


def all_changes(actor: Actor) -> QuerySet[RuleChange]:
    """Every change at the authorities whose robots the actor reads about."""
    rows = RuleChange.objects.select_related("authority", "rule_set")
    seen = actor.national or actor.system
    return rows if seen else rows.filter(authority__in=actor.authorities(Right.READ))


def base_files(change: RuleChange) -> Mapping[str, str]:
    """The rule book that the change began with; the building block's own where it was not kept."""
    kept = Evidence.objects.filter(pk=change.base).first()
    return unpack(bytes(kept.content)) if kept else block(change.block_key).rule_files


def base_book(change: RuleChange) -> RuleBook:
    """The rules that the change began with. Raises `RuleFault`."""
    return kept_book(change.block_key, base_files(change))


def timeline(change: RuleChange) -> list[AuditEntry]:
    """What was done with the change, by whom, the earliest first; its writing once a person and day."""
    found = AuditEntry.objects.filter(
        target_type=change._meta.label_lower, target_id=str(change.pk)
    ).order_by("at", "id")
    told: list[AuditEntry] = []
    for entry in found:
        last = told[-1] if told else None
        again = last and (last.action, last.actor_name, last.at.date()) == (
            entry.action,
            entry.actor_name,
            entry.at.date(),
        )
        if not (again and entry.action == "edit_rule_change"):
            told.append(entry)
    return told
