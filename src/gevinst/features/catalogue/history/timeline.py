"""The events of a process and of what hangs on it in one order, each with the state that it left."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import Model, QuerySet

from gevinst.features.catalogue.models import (
    Attachment,
    BlockUse,
    CoEditor,
    LegalClause,
    Part,
    Process,
)

# Field name; "legal_clauses", "co_editors" … with the id of the row for what hangs on the process.
Key = tuple[str, int]
State = dict[Key, Any]
QUIET = frozenset({"id", "created_at", "changed_at", "search", "sort_key"})
FIELDS = tuple(one for one in Process._meta.concrete_fields if one.name not in QUIET)
EVENT = ("pgh_created_at", "pgh_label", "pgh_obj_id", "pgh_context__metadata")
# What hangs on a process: the table, the column that names the process, the columns that say what it is.
HANGING: dict[str, tuple[type[Model], str, tuple[str, ...]]] = {
    "legal_clauses": (LegalClause, "process_id", ("text", "url", "verified_on", "verify_months")),
    "co_editors": (CoEditor, "process_id", ("user_id",)),
    "parts": (Part, "umbrella_id", ("process_id",)),
    "part_of": (Part, "process_id", ("umbrella_id",)),
    "blocks": (BlockUse, "process_id", ("key", "version", "note")),
    "attachments": (Attachment, "process_id", ("filename", "description", "sha256", "internal")),
}


@dataclass(frozen=True, slots=True)
class Step:
    """One saving: `event` is that of the process (0 when only something that hangs on it was saved)."""

    at: datetime
    actor: str
    event: int
    state: State = field(repr=False)


@dataclass(slots=True)
class _Moment:
    at: datetime
    context: Any
    event: Any = None
    hanging: list[tuple[Key, Any]] = field(default_factory=list)


def steps(process: Process) -> Iterator[Step]:
    """Every saving, oldest first, with all of the state after it."""
    state: State = {}
    for moment in _moments(process.pk):
        state = dict(state)
        if moment.event is not None:
            state |= {(one.name, 0): getattr(moment.event, one.attname) for one in FIELDS}
        for key, value in moment.hanging:
            state[key] = value
        actor = str(moment.context.metadata.get("actor") or "") if moment.context else ""
        yield Step(moment.at, actor, moment.event.pgh_id if moment.event else 0, state)


def _moments(process_id: int) -> list[_Moment]:
    """Events of one transaction stand together, with the last event of the process in it."""
    moments: list[_Moment] = []
    by_saving: dict[tuple[datetime, Any], _Moment] = {}
    for event in _events(Process, pgh_obj_id=process_id):
        moment = _Moment(event.pgh_created_at, event.pgh_context, event)
        moments.append(moment)
        by_saving[event.pgh_created_at, event.pgh_context_id] = moment
    for name, (model, column, columns) in HANGING.items():
        for event in _events(model, **{column: process_id}).only(*EVENT, *columns):
            saving = (event.pgh_created_at, event.pgh_context_id)
            if saving not in by_saving:
                by_saving[saving] = _Moment(event.pgh_created_at, event.pgh_context)
                moments.append(by_saving[saving])
            by_saving[saving].hanging.append(((name, event.pgh_obj_id), _row(event, columns)))
    return sorted(moments, key=lambda moment: moment.at)


def _row(event: Any, columns: tuple[str, ...]) -> tuple[Any, ...] | None:
    if event.pgh_label == "delete":
        return None
    return tuple(getattr(event, column) for column in columns)


def _events(model: Any, **which: Any) -> QuerySet[Any]:
    found = model.pgh_event_model.objects.filter(**which).select_related("pgh_context")
    ordered: QuerySet[Any] = found.order_by("pgh_id")
    return ordered


def state_at(process: Process, event: int) -> State | None:
    """The state that the history event left; None for an event that is none of this process."""
    return next((step.state for step in steps(process) if step.event == event), None)
