"""What has happened to a process: who changed which field from what to what, read from the history table."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Field, Model
from django.utils.translation import gettext as _

from gevinst.features.catalogue.models import Domain, Process

QUIET = frozenset({"id", "created_at", "changed_at"})


@dataclass(frozen=True, slots=True)
class Difference:
    """A field before and after, as a reader sees it."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Change:
    """One saving: when, by whom (name as it was), what differed. The first one has no `before`."""

    at: datetime
    actor: str
    created: bool
    differences: list[Difference]


def history(process: Process) -> list[Change]:
    """Every change of the process, newest first."""
    events = Process.pgh_event_model.objects.filter(pgh_obj_id=process.pk)  # type: ignore[attr-defined]
    changes: list[Change] = []
    before: Model | None = None
    for event in events.select_related("pgh_context").order_by("pgh_id"):
        differences = _differences(before, event)
        if differences:
            context = event.pgh_context.metadata if event.pgh_context else {}
            actor = str(context.get("actor") or _("the system"))
            changes.append(Change(event.pgh_created_at, actor, before is None, differences))
        before = event
    return changes[::-1]


def _differences(before: Model | None, after: Model) -> list[Difference]:
    found = []
    for field in Process._meta.concrete_fields:
        if field.name in QUIET or not hasattr(after, field.attname):
            continue
        new, old = _text(after, field), _text(before, field) if before else ""
        if new != old:
            found.append(Difference(str(field.verbose_name), old, new))
    return found


def _text(row: Model, field: Field[Any, Any]) -> str:
    value = getattr(row, field.attname)
    if value in (None, "", []):
        return ""
    if field.name == "domains":
        return ", ".join(str(Domain(one).label) for one in value)
    if isinstance(value, list):
        return ", ".join(value)
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    if field.is_relation:
        return str(getattr(row, field.name))
    return value.isoformat() if isinstance(value, date) else str(value)
