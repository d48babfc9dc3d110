"""The suppliers of an authority: how much they send, and how often the control finds a fault in it.

A supplier is known by the id that the block told: a CVR number, or a digest for one without. An *error* is an
item of which the robot's last judgement named a fault; what it referred for its own sake (a sample, a limit)
is none.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.contrib.postgres.search import SearchQuery
from django.db import connection
from django.db.models import Count, F, Max, Min, Q, QuerySet, Sum
from django.db.models.functions import TruncMonth
from django.utils import timezone
from django.utils.translation import gettext as _

from gevinst.engines.identifiers import mask_all
from gevinst.features.operations.models import WorkItem
from gevinst.features.operations.queries.known_of_items import TOLD
from gevinst.features.operations.queries.scope import midnight
from gevinst.features.operations.search_text import prefix_query
from gevinst.features.operations.states import OPEN, State
from gevinst.shared.errors import DomainError

# What the robot refers for its own sake: it says nothing of the supplier.
OWN_CONTROLS = ("sample", "amount-ceiling", "supplier-stopped")
UNDECIDED = (State.RECEIVED, State.IN_PROGRESS)
DECIDED = ~Q(state__in=UNDECIDED)
ERROR = DECIDED & ~Q(reason="") & ~Q(reason__in=OWN_CONTROLS)
IN_DKK = Q(currency="DKK")
NAMES = """
SELECT k.authority, k.sender, (
    SELECT party FROM operations_workitem w
    WHERE w.authority_id = k.authority AND w.sender = k.sender ORDER BY received_at DESC LIMIT 1)
FROM unnest(%s::bigint[], %s::text[]) AS k (authority, sender)
"""
SORTS = {
    "amount": ("-amount", "sender"),
    "errors": ("-rate", "-errors", "sender"),
    "volume": ("-count", "sender"),
    "latest": ("-latest", "sender"),
}


@dataclass(frozen=True, slots=True)
class SupplierLine:
    """One supplier of one authority; `amount` is DKK, `errors` of `decided` items had a fault."""

    authority_id: int
    authority: str
    sender: str
    name: str
    count: int
    amount: Decimal
    decided: int
    errors: int
    first: datetime
    latest: datetime

    @property
    def rate(self) -> float | None:
        """The share (0-1) of the decided items with an error; None where nothing is decided."""
        return self.errors / self.decided if self.decided else None


@dataclass(frozen=True, slots=True)
class SupplierMonth:
    """What a supplier sent in one month."""

    month: date
    count: int
    amount: Decimal
    decided: int
    errors: int

    @property
    def percent(self) -> Decimal | None:
        """Errors in percent of what was decided, to one decimal."""
        return round(Decimal(100 * self.errors) / self.decided, 1) if self.decided else None


def suppliers(
    authorities: Iterable[int], *, q: str = "", since: date | None = None, sort: str = "amount"
) -> Any:
    """A row a supplier, in order: authority_id, code, sender, count, amount, decided, errors. Not fetched."""
    rows = WorkItem.objects.filter(authority__in=authorities, sender__isnull=False).exclude(
        sender=""
    )
    if since:
        rows = rows.filter(received_at__gte=midnight(since))
    if query := prefix_query(q):
        search = SearchQuery(query, search_type="raw", config="simple")
        named = WorkItem.objects.filter(authority__in=authorities, search_vector=search)
        rows = rows.filter(Q(sender=q.strip()) | Q(sender__in=named.values("sender")))
    return _summed(rows.order_by().values("authority_id", "sender")).order_by(
        *(SORTS.get(sort, SORTS["amount"]))
    )


def lines(rows: Iterable[dict[str, Any]], codes: dict[int, str]) -> list[SupplierLine]:
    """Those rows with their names; `codes` are the authorities' codes by id."""
    kept = list(rows)
    names = _names({(row["authority_id"], row["sender"]) for row in kept})
    return [_line(row, names, codes) for row in kept]


def supplier(authority_id: int, code: str, sender: str) -> SupplierLine:
    """One supplier with everything it ever sent. Raises `DomainError("not-found")`."""
    rows = items_of_supplier(authority_id, sender).order_by().values("authority_id", "sender")
    found = lines(_summed(rows), {authority_id: code})
    if not found:
        raise DomainError("not-found", _("There is no such supplier."))
    return found[0]


def items_of_supplier(authority_id: int, sender: str) -> QuerySet[WorkItem]:
    """Every item of the supplier. Not yet fetched."""
    return WorkItem.objects.filter(authority=authority_id, sender=sender)


def months(authority_id: int, sender: str) -> list[SupplierMonth]:
    """The supplier's months with anything in them, oldest first."""
    rows = items_of_supplier(authority_id, sender).order_by()
    by_month: Any = rows.annotate(month=TruncMonth("received_at"))
    found = _summed(by_month.values("month")).order_by("month")
    return [
        SupplierMonth(
            timezone.localdate(row["month"]),
            row["count"],
            row["amount"] or Decimal(0),
            row["decided"],
            row["errors"],
        )
        for row in found
    ]


def reasons_of(authority_id: int, sender: str, most: int = 10) -> list[tuple[str, int]]:
    """Why the supplier's items were not approved, most frequent first; own controls of the robot too."""
    rows = items_of_supplier(authority_id, sender).exclude(reason="").filter(DECIDED)
    counted = rows.order_by().values("reason").annotate(n=Count("pk")).order_by("-n", "reason")
    return list(counted.values_list("reason", "n")[:most])


def open_items(authority_id: int, sender: str) -> QuerySet[WorkItem]:
    """What stands at the desk of the supplier, oldest first. Not yet fetched."""
    rows = items_of_supplier(authority_id, sender).filter(state__in=OPEN).select_related("robot")
    return rows.order_by("received_at", "id").defer("search", "search_vector", "keys", "key_values")


@dataclass(frozen=True, slots=True)
class SeenAccount:
    """An account that the supplier has asked to be paid to; `paid` items were approved with it."""

    account: str
    count: int
    paid: int
    first: datetime
    latest: datetime


def accounts_seen(authority_id: int, sender: str) -> list[SeenAccount]:
    """The accounts on the supplier's items, the latest used first."""
    rows = items_of_supplier(authority_id, sender).order_by().values(f"keys__{TOLD}__account")
    counted = rows.annotate(
        n=Count("pk"),
        paid=Count("pk", filter=Q(state__in=(State.APPROVED, State.DELIVERED))),
        first=Min("received_at"),
        latest=Max("received_at"),
    ).order_by("-latest")
    return [
        SeenAccount(
            row[f"keys__{TOLD}__account"], row["n"], row["paid"], row["first"], row["latest"]
        )
        for row in counted
        if row[f"keys__{TOLD}__account"]
    ]


def _summed(rows: Any) -> Any:
    """The figures of grouped items; a typed query set would lose its groups' names."""
    return rows.annotate(
        count=Count("pk"),
        amount=Sum("amount", filter=IN_DKK, default=Decimal(0)),
        decided=Count("pk", filter=DECIDED),
        errors=Count("pk", filter=ERROR),
        first=Min("received_at"),
        latest=Max("received_at"),
    ).annotate(rate=1.0 * F("errors") / (F("decided") + 0.001))


def _names(keys: Iterable[tuple[int, str]]) -> dict[tuple[int, str], str]:
    """The latest name of each, person numbers hidden; one question however many they are."""
    pairs = list(keys)
    columns: list[Any] = [[key[0] for key in pairs], [key[1] for key in pairs]]
    with connection.cursor() as cursor:
        cursor.execute(NAMES, columns)
        return {(row[0], row[1]): mask_all(row[2] or "") for row in cursor.fetchall()}


def _line(
    row: dict[str, Any], names: dict[tuple[int, str], str], codes: dict[int, str]
) -> SupplierLine:
    authority_id, sender = row["authority_id"], row["sender"]
    facts = {
        name: row[name] for name in ("count", "amount", "decided", "errors", "first", "latest")
    }
    return SupplierLine(
        authority_id=authority_id,
        authority=codes[authority_id],
        sender=str(sender),
        name=names[authority_id, sender] or str(sender),
        **facts,
    )
