"""The changes of a process, and the differences between two times, as a reader may see them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Max
from django.utils.translation import gettext as _

from gevinst.features.catalogue.fields import INTERNAL
from gevinst.features.catalogue.history.timeline import Key, State, Step, steps
from gevinst.features.catalogue.history.words import Words
from gevinst.features.catalogue.models import Process, Visibility
from gevinst.features.catalogue.permissions import may_read_internal
from gevinst.shared.actor import Actor


@dataclass(frozen=True, slots=True)
class Difference:
    """A field before and after in words; `field` is its name for people, `name` the one in `fields`."""

    field: str
    before: str
    after: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """One saving: when, by whom (name as it was), what differed. The first one has no `before`."""

    at: datetime
    actor: str
    created: bool
    differences: list[Difference]
    event: int = 0


def history(process: Process, actor: Actor) -> list[Change]:
    """Every change that `actor` may know of, newest first.

    Who is not of the own authority sees nothing from before the process was opened, and nothing internal.
    """
    internal, before = may_read_internal(actor, process), State()
    found: list[tuple[Step, bool, State, State]] = []
    for step in _seen(process, actor, internal):
        if before != step.state:
            found.append((step, not before, before, step.state))
        before = step.state
    words = Words(actor, internal, [state for _step, _first, *both in found for state in both])
    changes = []
    for step, created, old, new in found:
        if differing := _differing(words, old, new):
            who = step.actor or _("the system")
            changes.append(Change(step.at, who, created, differing, step.event))
    return changes[::-1]


def differences(process: Process, since_event: int | None, actor: Actor) -> list[Difference]:
    """What differs between the process as it stood after `since_event` (None: at first) and now."""
    internal = may_read_internal(actor, process)
    seen = list(_seen(process, actor, internal))
    if not seen:
        return []
    then = seen[0]
    for step in seen:
        if since_event is None or step.event > since_event:
            break
        then = step
    words = Words(actor, internal, [then.state, seen[-1].state])
    return _differing(words, then.state, seen[-1].state)


def latest_event(process: Process) -> int:
    """The id of the latest event in the history of the process; 0 when it has none."""
    events = Process.pgh_event_model.objects.filter(pgh_obj_id=process.pk)  # type: ignore[attr-defined]
    return events.aggregate(last=Max("pgh_id"))["last"] or 0


def _seen(process: Process, actor: Actor, internal: bool) -> Iterable[Step]:
    """The savings after which the reader could read the process."""
    open_to = {Visibility.PUBLIC}
    if actor.roles or actor.national:
        open_to.add(Visibility.ALL_AUTHORITIES)
    for step in steps(process):
        state = step.state
        if internal or (
            state.get(("visibility", 0)) in open_to and not state.get(("withheld", 0), False)
        ):
            yield step


def _differing(words: Words, before: State, after: State) -> list[Difference]:
    found = []
    for key in _keys(before, after):
        if key[0] in INTERNAL and not words.internal:
            continue
        old, new = words.say(key, before.get(key)), words.say(key, after.get(key))
        if old != new:
            found.append(Difference(words.label(key), old, new, key[0]))
    return found


def _keys(before: State, after: State) -> list[Key]:
    return [key for key in {**before, **after} if before.get(key) != after.get(key)]
