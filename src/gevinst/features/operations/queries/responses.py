"""The answers to suppliers: which wait to be collected, which are gone, which could not be made."""

from __future__ import annotations

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from gevinst.engines.einvoice_response import CODES
from gevinst.features.operations import limits
from gevinst.features.operations.models import Response, ResponseEnd, Robot, WorkItem
from gevinst.features.operations.queries.scope import within
from gevinst.shared.actor import Actor, Right
from gevinst.shared.errors import DomainError

WAITING, COLLECTED, WITHDRAWN, IMPOSSIBLE = "waiting", "collected", "withdrawn", "impossible"
_BY_STATE = {
    WAITING: Q(end=None) & ~Q(kind=Response.Kind.NONE),
    COLLECTED: Q(end__kind=ResponseEnd.Kind.COLLECTED),
    WITHDRAWN: Q(end__kind=ResponseEnd.Kind.WITHDRAWN),
    IMPOSSIBLE: Q(end=None, kind=Response.Kind.NONE),
}
STATES = tuple(_BY_STATE)


def responses(
    actor: Actor, state: str = "", robot_id: int | None = None, right: Right = Right.OPERATE
) -> QuerySet[Response]:
    """The answers of the robots where the actor holds `right`, newest first, without their bytes."""
    rows = within(Response.objects.all(), actor, right, "item__authority").defer("content")
    rows = rows.select_related("end", "item__robot", "decision")
    if state in _BY_STATE:
        rows = rows.filter(_BY_STATE[state])
    if robot_id is not None:
        rows = rows.filter(item__robot_id=robot_id)
    return rows.order_by("-created_at", "-id")


def response(actor: Actor, response_id: int, right: Right = Right.OPERATE) -> Response:
    """The answer. Raises `DomainError("not-found")`, also where the actor may not see it."""
    found = responses(actor, right=right).filter(pk=response_id).first()
    if found is None:
        raise DomainError("not-found", _("There is no such answer."), response=response_id)
    return found


def ready(robot: Robot) -> QuerySet[Response]:
    """The robot's answers that may be collected now, oldest first."""
    settled = timezone.now() - limits.undo_window()
    rows = Response.objects.filter(_BY_STATE[WAITING], item__robot=robot, created_at__lte=settled)
    return rows.order_by("created_at", "id")


def answers_of(item: WorkItem) -> list[Response]:
    """The item's answers, newest first."""
    return list(item.responses.select_related("end").defer("content"))


def state_of(row: Response) -> str:
    """Which of `STATES` the answer is in."""
    end = getattr(row, "end", None)
    if end is not None:
        return str(end.kind)
    return IMPOSSIBLE if row.kind == Response.Kind.NONE else WAITING


def fault_words(code: str) -> str:
    """Why there is no answer, in the user's language."""
    if code not in CODES:
        return _("The document cannot be read.")
    danish, english = CODES[code]
    return english if (get_language() or "da").startswith("en") else danish
