"""The desk: which queues a clerk has, which items stand in them, and one item."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal

from django.contrib.postgres.search import SearchQuery
from django.db.models import Count, Min, Q, QuerySet
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from gevinst.features.operations.models import Queue, Robot, WorkItem
from gevinst.features.operations.queries.scope import midnight, within
from gevinst.features.operations.search_text import prefix_query
from gevinst.features.operations.states import State
from gevinst.shared.actor import Actor, Right
from gevinst.shared.errors import DomainError

# Queues that every robot has beside its block's own: items that no rule referred.
SPECIAL = {"unreadable": State.REFUSED, "waiting": State.WAITING, "held": State.HELD}
ALL = "all"
SORTS = {
    "oldest": ("received_at", "id"),
    "newest": ("-received_at", "-id"),
    "due": ("due", "id"),
    "amount": ("-amount", "id"),
    "supplier": ("party", "received_at", "id"),
}


@dataclass(frozen=True, slots=True)
class QueueLine:
    """A queue of one robot as the desk lists it; `oldest` is when its oldest item was received."""

    robot: Robot
    key: str
    name: str
    unit_id: int | None
    count: int
    oldest: datetime | None


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which items are asked for; an empty value asks for any. `q` is typed text, amounts are DKK.

    `who` is `mine`, `free`, `taken` or ""; `states` is empty for all states.
    """

    robot_id: int | None = None
    queue: str = ""
    states: tuple[str, ...] = ()
    reason: str = ""
    unit_id: int | None = None
    who: str = ""
    q: str = ""
    party: str = ""
    amount_from: Decimal | None = None
    amount_to: Decimal | None = None
    received_from: date | None = None
    received_to: date | None = None
    sort: str = "oldest"
    reference: str = field(default="")


def queues(actor: Actor, robot_id: int | None = None) -> list[QueueLine]:
    """Every queue the actor works, the special ones with items in them last; one count for all of them."""
    robots = within(Robot.objects.all(), actor, Right.WORK_DESK).select_related("authority")
    chosen = list(robots if robot_id is None else robots.filter(pk=robot_id))
    counts = _counts(chosen)
    lines = []
    for robot in chosen:
        lines += [
            _line(robot, queue.key, _name(queue), queue.unit_id, counts)
            for queue in robot.queues.all()
        ]
        special = [_line(robot, key, special_name(key), None, counts) for key in SPECIAL]
        lines += [line for line in special if line.count]
    return lines


def _counts(robots: list[Robot]) -> dict[tuple[int, str], tuple[int, datetime]]:
    stated = [State.REFERRED, *SPECIAL.values()]
    rows = WorkItem.objects.filter(robot__in=robots, state__in=stated).order_by()
    grouped = rows.values("robot_id", "queue", "state").annotate(
        n=Count("pk"), since=Min("received_at")
    )
    special = {state: key for key, state in SPECIAL.items()}
    found: dict[tuple[int, str], tuple[int, datetime]] = {}
    for row in grouped.values_list("robot_id", "queue", "state", "n", "since"):
        robot_id, queue, state, count, since = row
        key = (robot_id, special.get(State(state), queue))
        before = found.get(key, (0, since))
        found[key] = before[0] + count, min(before[1], since)
    return found


def _line(
    robot: Robot,
    key: str,
    name: str,
    unit_id: int | None,
    counts: dict[tuple[int, str], tuple[int, datetime]],
) -> QueueLine:
    count, oldest = counts.get((robot.pk, key), (0, None))
    return QueueLine(robot, key, name, unit_id, count, oldest)


def _name(queue: Queue) -> str:
    return queue.name_en if (get_language() or "da").startswith("en") else queue.name_da


def special_name(key: str) -> str:
    """The name on screen of a queue that every robot has; "" for any other."""
    names = {
        "unreadable": _("Cannot be read"),
        "waiting": _("Waiting for a register"),
        "held": _("On hold"),
        ALL: _("All queues"),
    }
    return names.get(key, "")


def in_queue(robot_id: int, key: str, **more: object) -> Wanted:
    """What stands in a queue, the special ones too."""
    if key == ALL:
        return Wanted(robot_id=robot_id, states=(State.REFERRED,), **more)  # type: ignore[arg-type]
    if key in SPECIAL:
        return Wanted(robot_id=robot_id, states=(SPECIAL[key],), **more)  # type: ignore[arg-type]
    return Wanted(robot_id=robot_id, queue=key, states=(State.REFERRED,), **more)  # type: ignore[arg-type]


def items(
    actor: Actor, wanted: Wanted | None = None, right: Right = Right.WORK_DESK
) -> QuerySet[WorkItem]:
    """The items wanted, in order, of the authorities where the actor holds `right`. Not yet fetched."""
    wanted = wanted or Wanted()
    rows = within(WorkItem.objects.all(), actor, right).filter(_plain(wanted))
    query = prefix_query(wanted.q)
    if query:
        rows = rows.filter(search_vector=SearchQuery(query, search_type="raw", config="simple"))
    rows = _held_by(rows, wanted.who, actor)
    order = SORTS.get(wanted.sort, SORTS["oldest"])
    return (
        rows.order_by(*order)
        .select_related("taken_by")
        .defer("search", "search_vector", "keys", "key_values")
    )


def _plain(wanted: Wanted) -> Q:
    asked = {
        "robot_id": wanted.robot_id,
        "queue": wanted.queue,
        "state__in": wanted.states,
        "reason": wanted.reason,
        "party": wanted.party,
        "reference": wanted.reference,
        "amount__gte": wanted.amount_from,
        "amount__lte": wanted.amount_to,
        "received_at__gte": midnight(wanted.received_from) if wanted.received_from else None,
        "received_at__lt": _day_after(wanted.received_to),
    }
    chosen = Q(**{name: value for name, value in asked.items() if value not in (None, "", ())})
    return chosen & _of_unit(wanted.unit_id)


def _day_after(day: date | None) -> datetime | None:
    return midnight(day + timedelta(days=1)) if day else None


def _of_unit(unit_id: int | None) -> Q:
    if unit_id is None:
        return Q()
    pairs = Queue.objects.filter(unit_id=unit_id).values_list("robot_id", "key")
    any_of = Q(pk__in=[])
    for robot_id, key in pairs:
        any_of |= Q(robot_id=robot_id, queue=key)
    return any_of


def _held_by(rows: QuerySet[WorkItem], who: str, actor: Actor) -> QuerySet[WorkItem]:
    if who == "mine":
        return rows.filter(taken_by_id=actor.user_id, taken_by__isnull=False)
    return rows.filter(taken_by__isnull=who == "free") if who in {"free", "taken"} else rows


def item(actor: Actor, item_id: int, right: Right = Right.WORK_DESK) -> WorkItem:
    """The item with its document. Raises `DomainError("not-found")`, also where the actor may not see it."""
    rows = within(WorkItem.objects.all(), actor, right)
    found = rows.select_related("document", "robot", "taken_by", "run").filter(pk=item_id).first()
    if found is None:
        raise DomainError("not-found", _("There is no such item."), item=item_id)
    return found


def reasons_in(actor: Actor, wanted: Wanted) -> list[tuple[str, int]]:
    """The reasons that stand in a queue, with how many items each has, most first."""
    rows = items(actor, Wanted(robot_id=wanted.robot_id, queue=wanted.queue, states=wanted.states))
    counted = rows.exclude(reason="").order_by().values("reason").annotate(n=Count("pk"))
    return list(counted.order_by("-n", "reason").values_list("reason", "n")[:20])
