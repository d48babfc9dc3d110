"""Saving a form that was opened a while ago: what others changed since stays, unless both changed it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from gevinst.features.catalogue.actions.processes import create, locked, update
from gevinst.features.catalogue.actions.systems import system_named, technology_named
from gevinst.features.catalogue.history import latest_event, state_at
from gevinst.features.catalogue.history.timeline import State
from gevinst.features.catalogue.models import ItSystem, Process, Technology
from gevinst.shared.actor import Actor
from gevinst.shared.errors import DomainError

# Lists that the form holds as names.
NAMED: dict[str, Callable[[str], ItSystem | Technology]] = {
    "systems_today": system_named,
    "systems_used": system_named,
    "technologies": technology_named,
}
CLAUSE = ("text", "url", "verified_on")


def save_new(*, by: Actor, authority_id: int, title: str, summary: str, **facts: Any) -> Process:
    """A new process; systems and technologies are given by name. Raises `DomainError` as `create` does."""
    with transaction.atomic():
        ids = with_ids(facts)
        return create(by=by, authority_id=authority_id, title=title, summary=summary, **ids)


def save_edit(*, process_id: int, by: Actor, base: int, **facts: Any) -> Process:
    """The process with those of `facts` that differ from how it stood after the history event `base`.

    Raises `DomainError` as `update` does, and "conflict" with `fields` that somebody else has changed since
    to something else: then nothing is saved.
    """
    with transaction.atomic():
        process = locked(process_id, by)
        given = with_ids(facts)
        if base != latest_event(process) and (then := state_at(process, base)) is not None:
            given = _changed(process, then, given)
        return update(process_id=process_id, by=by, **given)


def with_ids(facts: dict[str, Any]) -> dict[str, Any]:
    """`facts` with ids in place of the names of systems and technologies, each once."""
    made = {}
    for name, value in facts.items():
        if name in NAMED:
            ids = [one if isinstance(one, int) else NAMED[name](one).pk for one in value]
            made[name] = list(dict.fromkeys(ids))
        else:
            made[name] = value
    return made


def _changed(process: Process, then: State, given: dict[str, Any]) -> dict[str, Any]:
    now = state_at(process, latest_event(process)) or {}
    typed = {name: value for name, value in given.items() if _key(name, value) != _of(then, name)}
    both = [
        name
        for name, value in typed.items()
        if _of(now, name) not in (_of(then, name), _key(name, value))
    ]
    if both:
        message = _("Somebody else has changed the same while you were writing.")
        raise DomainError("conflict", message, fields=both)
    return typed


def _of(state: State, name: str) -> Any:
    """The value of a field in a state; of what hangs on the process the rows, in no order."""
    if (name, 0) in state:
        return state[name, 0]
    rows = [row for (field, _id), row in state.items() if field == name and row is not None]
    return {row[0] if name == "co_editors" else row[: len(CLAUSE)] for row in rows}


def _key(name: str, value: Any) -> Any:
    """A value that was typed as `_of` gives it."""
    if name == "legal_clauses":
        return {tuple(row.get(column) for column in CLAUSE) for row in value}
    return set(value) if name == "co_editors" else value
