"""The states of a work item and the moves between them: the one table that code and docs are made from."""

from __future__ import annotations

from typing import NamedTuple

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from gevinst.shared.errors import DomainError


class State(TextChoices):
    """Where a work item stands."""

    RECEIVED = "received", _("Received")
    IN_PROGRESS = "in_progress", _("In progress")
    APPROVED = "approved", _("Approved")
    REFERRED = "referred", _("Referred")
    WAITING = "waiting", _("Waiting")
    HELD = "held", _("On hold")
    REFUSED = "refused", _("Unreadable")
    RETURNED = "returned", _("Returned")
    DELIVERED = "delivered", _("In payment proposal")


OPEN = (State.REFERRED, State.HELD, State.WAITING, State.REFUSED)


class Move(NamedTuple):
    """`event` takes an item from `source` to `target`; `who` is `robot`, `clerk` or `system`."""

    source: State
    event: str
    target: State
    who: str


MOVES: tuple[Move, ...] = (
    Move(State.RECEIVED, "claim", State.IN_PROGRESS, "robot"),
    Move(State.WAITING, "claim", State.IN_PROGRESS, "robot"),
    Move(State.REFERRED, "claim", State.IN_PROGRESS, "robot"),
    Move(State.HELD, "claim", State.IN_PROGRESS, "robot"),
    Move(State.IN_PROGRESS, "approve", State.APPROVED, "robot"),
    Move(State.IN_PROGRESS, "refer", State.REFERRED, "robot"),
    Move(State.IN_PROGRESS, "wait", State.WAITING, "robot"),
    Move(State.IN_PROGRESS, "release", State.RECEIVED, "system"),
    Move(State.RECEIVED, "refuse", State.REFUSED, "robot"),
    Move(State.IN_PROGRESS, "refuse", State.REFUSED, "robot"),
    Move(State.REFERRED, "approve", State.APPROVED, "clerk"),
    Move(State.REFERRED, "return", State.RETURNED, "clerk"),
    Move(State.REFERRED, "hold", State.HELD, "clerk"),
    Move(State.HELD, "approve", State.APPROVED, "clerk"),
    Move(State.HELD, "return", State.RETURNED, "clerk"),
    Move(State.HELD, "hold", State.HELD, "clerk"),
    Move(State.HELD, "resume", State.REFERRED, "clerk"),
    Move(State.WAITING, "resume", State.REFERRED, "clerk"),
    Move(State.WAITING, "return", State.RETURNED, "clerk"),
    Move(State.REFUSED, "return", State.RETURNED, "clerk"),
    Move(State.APPROVED, "undo", State.REFERRED, "clerk"),
    Move(State.RETURNED, "undo", State.REFERRED, "clerk"),
    Move(State.RETURNED, "undo-unreadable", State.REFUSED, "clerk"),
    Move(State.HELD, "undo", State.REFERRED, "clerk"),
    Move(State.APPROVED, "deliver", State.DELIVERED, "system"),
)
_TARGET = {(move.source, move.event): move.target for move in MOVES}
FINAL = frozenset(State) - {move.source for move in MOVES}
EVENTS = tuple(dict.fromkeys(move.event for move in MOVES))


def can(state: str, event: str) -> bool:
    """Whether `event` may happen in `state`."""
    return (State(state), event) in _TARGET


def after(state: str, event: str) -> State:
    """The state that `event` leads to. Raises `DomainError("wrong-state")`."""
    target = _TARGET.get((State(state), event))
    if target is None:
        message = _("This cannot be done while the item is “%(state)s”.") % {
            "state": State(state).label
        }
        raise DomainError("wrong-state", message, state=str(state), event=event)
    return target
