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
    Move(State.HELD, "undo", State.REFERRED, "clerk"),
    Move(State.APPROVED, "undo-to-held", State.HELD, "clerk"),
    Move(State.RETURNED, "undo-to-held", State.HELD, "clerk"),
    Move(State.HELD, "undo-to-held", State.HELD, "clerk"),
    Move(State.RETURNED, "undo-to-waiting", State.WAITING, "clerk"),
    Move(State.RETURNED, "undo-to-unreadable", State.REFUSED, "clerk"),
    Move(State.APPROVED, "deliver", State.DELIVERED, "system"),
)
_MOVE = {(move.source, move.event): move for move in MOVES}
FINAL = frozenset(State) - {move.source for move in MOVES}
EVENTS = tuple(dict.fromkeys(move.event for move in MOVES))


def can(state: str, event: str, who: str = "") -> bool:
    """Whether `event` may happen in `state`, by `who` where that is stated."""
    move = _MOVE.get((State(state), event))
    return move is not None and who in ("", move.who)


def after(state: str, event: str, who: str = "") -> State:
    """The state that `event` by `who` leads to. Raises `DomainError("wrong-state")`."""
    if not can(state, event, who):
        message = _("This cannot be done while the item is “%(state)s”.") % {
            "state": State(state).label
        }
        raise DomainError("wrong-state", message, state=str(state), event=event)
    return _MOVE[State(state), event].target
