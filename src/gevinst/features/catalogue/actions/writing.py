"""Writing the fields of a process: checked, saved, and told to whoever listens."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gevinst.features.catalogue.actions.related import save_related
from gevinst.features.catalogue.fields import CHANGEABLE, RELATED
from gevinst.features.catalogue.models import Phase, Process, Visibility
from gevinst.features.catalogue.signals import process_saved
from gevinst.shared.actor import Actor
from gevinst.shared.errors import DomainError

Changed = dict[str, tuple[Any, Any]]
PEOPLE = frozenset({"owner", "contact", "reporter"})


def save_facts(
    process: Process, facts: dict[str, Any], by: Actor, *, follow_up: bool = True
) -> Changed:
    """Saves; what differs: the field's name to (before, after). People are given as users' ids.

    Without `follow_up` no day is made up: an import knows only those that its source states.
    """
    if strange := set(facts) - CHANGEABLE - RELATED:
        raise DomainError("invalid", _("There is no such field."), fields=sorted(strange))
    created = process.pk is None
    changed = _apply(process, {k: v for k, v in facts.items() if k in CHANGEABLE})
    if follow_up:
        _follow_up(process, by, changed)
    _validate(process)
    if changed or created:
        process.save()
    related = save_related(process, {k: v for k, v in facts.items() if k in RELATED}, by)
    if related and not changed and not created:
        touch(process)
    changed |= related
    if changed or created:
        process_saved.send(Process, process=process, actor=by, created=created, changed=changed)
    return changed


def touch(process: Process) -> None:
    """Notes in the history that what hangs on the process was changed; call it after saving that."""
    process.save(update_fields=["changed_at"])


def _apply(process: Process, facts: dict[str, Any]) -> Changed:
    changed: Changed = {}
    for name, value in facts.items():
        stored = f"{name}_id" if name in PEOPLE else name
        given = getattr(value, "pk", value) if name in PEOPLE else value
        before = getattr(process, stored)
        if before != given:
            changed[name] = (before, given)
            setattr(process, stored, given)
    return changed


def _follow_up(process: Process, by: Actor, changed: Changed) -> None:
    """Days and owners that follow from what was stated."""
    today = timezone.localdate()
    if process.phase == Phase.OPERATION and process.in_operation_since is None:
        _set(process, "in_operation_since", today, changed)
    if process.phase == Phase.DECOMMISSIONED and process.decommissioned_on is None:
        _set(process, "decommissioned_on", today, changed)
    if process.visibility == Visibility.PERSONAL and process.owner_id is None:
        if by.user_id is None:
            raise DomainError("invalid", _("A personal process needs a person."))
        process.owner_id = by.user_id


def _set(process: Process, name: str, value: date, changed: Changed) -> None:
    changed[name] = (getattr(process, name), value)
    setattr(process, name, value)


def _validate(process: Process) -> None:
    try:
        process.clean_fields(exclude=["search", "sort_key"])
    except ValidationError as fault:
        message = "; ".join(fault.messages)
        raise DomainError("invalid", message, fields=sorted(fault.message_dict)) from fault
