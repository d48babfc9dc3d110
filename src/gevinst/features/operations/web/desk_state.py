"""What a desk page shows, found from its address: queues, list, item, and what comes before and after."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlencode

from django.core import signing
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from gevinst.engines.blockkit.contract import Text
from gevinst.features.operations import blocks, queries
from gevinst.features.operations.models import WorkItem
from gevinst.features.operations.queries import QueueLine
from gevinst.features.operations.web.desk_forms import Filters
from gevinst.shared.actor import Actor, Right
from gevinst.shared.errors import DomainError

PAGE = 50
COUNTED = 1000
SALT = "operations.desk.opened"


def clerk(request: HttpRequest) -> Actor:
    """Who acts. Raises `DomainError("not-allowed")` for one who works no desk."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    if not actor.authorities(Right.WORK_DESK):
        raise DomainError("not-allowed", _("The desk is for clerks."))
    return actor


@dataclass
class DeskState:
    """A queue as a clerk sees it through the filters of the address."""

    request: HttpRequest
    actor: Actor
    robot_id: int
    queue: str

    @cached_property
    def queues(self) -> list[QueueLine]:
        """Every queue of the clerk."""
        return queries.queues(self.actor)

    @cached_property
    def line(self) -> QueueLine:
        """The queue of the address. Raises `DomainError("not-found")`."""
        mine = [line for line in self.queues if line.robot.pk == self.robot_id]
        for line in mine:
            if line.key == self.queue:
                return line
        if mine and queries.special_name(self.queue):
            return QueueLine(
                mine[0].robot, self.queue, queries.special_name(self.queue), None, 0, None
            )
        raise DomainError("not-found", _("There is no such queue."))

    @cached_property
    def names(self) -> dict[str, Text]:
        """The names of the rules."""
        return queries.rule_names(self.line.robot)

    @cached_property
    def filters(self) -> Filters:
        """The filters of the address."""
        stands = queries.reasons_in(self.actor, queries.in_queue(self.robot_id, self.queue))
        choices = [
            (key, blocks.words(self.names[key]) if key in self.names else key) for key, _n in stands
        ]
        return (
            Filters(self.request.GET or None, reasons=choices)
            if self._filtered
            else Filters({}, reasons=choices)
        )

    @property
    def _filtered(self) -> bool:
        return any(name in self.request.GET for name in Filters.base_fields)

    @cached_property
    def rows(self) -> Any:
        """All items of the queue through the filters; not yet fetched."""
        wanted = self.filters.narrowed(queries.in_queue(self.robot_id, self.queue))
        return queries.items(self.actor, wanted)

    @cached_property
    def side(self) -> int:
        """Which page of the list, from 1."""
        stated = self.request.GET.get("side", "1")
        return max(1, int(stated)) if stated.isdecimal() and len(stated) < len("100000") else 1

    @cached_property
    def _fetched(self) -> list[WorkItem]:
        start = (self.side - 1) * PAGE
        return list(self.rows[start : start + PAGE + 1])

    @property
    def page(self) -> list[WorkItem]:
        """The items of this page of the list."""
        return self._fetched[:PAGE]

    @property
    def more(self) -> bool:
        """Whether there is a page after this one."""
        return len(self._fetched) > PAGE

    @cached_property
    def count(self) -> int:
        """How many items there are, counted no further than `COUNTED` + 1."""
        if self.side == 1 and not self.more:
            return len(self.page)
        return int(self.rows.order_by()[: COUNTED + 1].count())

    @property
    def many(self) -> bool:
        """Whether there are more than were counted."""
        return self.count > COUNTED

    def kept(self, side: int | None = None) -> str:
        """The filters as the end of an address, `?…`, or ""."""
        asked = {
            name: self.request.GET[name]
            for name in Filters.base_fields
            if self.request.GET.get(name)
        }
        number = side or self.side
        pairs = {**asked, "side": str(number)} if number > 1 else asked
        return f"?{urlencode(pairs)}" if pairs else ""

    def address(self, item_id: int | None = None, side: int | None = None, **more: object) -> str:
        """The address of the queue, or of an item in it, the filters kept."""
        parts: list[object] = [self.robot_id, self.queue, *([item_id] if item_id else [])]
        path = reverse("desk-item" if item_id else "desk-queue", args=parts) + self.kept(side)
        return path + (("&" if "?" in path else "?") + urlencode(more) if more else "")

    def after(self, item_id: int) -> str:
        """The address of the next item in the list; "" when there is none."""
        ids = [row.pk for row in self._fetched]
        place = ids.index(item_id) + 1 if item_id in ids else 0
        if place >= len(ids) or ids[place] == item_id:
            return ""
        return self.address(ids[place], self.side + (place >= PAGE))

    def before(self, item_id: int) -> str:
        """The address of the item before, or of the list's page before; "" at the beginning."""
        ids = [row.pk for row in self.page]
        place = ids.index(item_id) if item_id in ids else 0
        if place:
            return self.address(ids[place - 1])
        return self.address(side=self.side - 1) if self.side > 1 else ""

    def follow_up(self, item_id: int) -> int | None:
        """The item to open when this one is done: the next, else the first of the others."""
        ids = [row.pk for row in self.page]
        place = ids.index(item_id) if item_id in ids else -1
        others = [*ids[place + 1 :], *ids[: max(place, 0)]]
        return others[0] if others else None


def opened(item_id: int) -> str:
    """A seal on the moment an item was opened, so that the time spent cannot be made up."""
    return signing.dumps([item_id, datetime.now(UTC).timestamp()], salt=SALT)


def opened_at(item_id: int, seal: str) -> datetime | None:
    """The moment in the seal; None where it is not one of ours for this item."""
    try:
        sealed, moment = signing.loads(seal, salt=SALT)
    except (signing.BadSignature, ValueError):
        return None
    return datetime.fromtimestamp(moment, UTC) if sealed == item_id else None
