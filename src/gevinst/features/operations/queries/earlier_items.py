"""The registers that the host keeps: earlier items about the same thing as a batch, accounts, limits."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import timedelta
from hashlib import sha256
from typing import Any

from django.db.models import Count, Max, Q, QuerySet
from django.utils import timezone

from gevinst.engines.blockkit.contract import Extract, Manifest, Register, Registers, RegisterSpec
from gevinst.features.operations.models import WorkItem
from gevinst.features.operations.queries.known_of_items import LINES, NEAR, TOLD
from gevinst.features.operations.queries.suppliers_said import confirmed_accounts, supplier_limits
from gevinst.features.operations.states import State

HISTORY, HISTORY_LINES, ACCOUNTS = "history", "history_lines", "paid_accounts"
CONFIRMED, LIMITS = "account_confirmations", "supplier_limits"
RECEIVED = (HISTORY, HISTORY_LINES, ACCOUNTS)  # made of the items alone
NAMES = (*RECEIVED, CONFIRMED, LIMITS)
COLUMNS = ("key", "reference", "received_at")
PAID = (State.APPROVED, State.DELIVERED)
LATEST = timedelta(days=120)
SOURCE = "Gevinst"
Age = tuple[Any, int]
Row = dict[str, str | None]


def with_history(
    registers: Registers, batch: Sequence[WorkItem], manifest: Manifest | None = None
) -> Registers:
    """`registers` and what is known of items received before, beside what a given register says of them.

    `position` is the place in the batch after which an item counts as earlier. A block that wants no more
    than its keys back gets a row for each that an item shares with the batch, if it came before. What was
    returned to its sender does not count.
    """
    earlier = list(_alike(batch))
    rows: dict[str, Callable[[], Iterator[Row]]] = {
        HISTORY: lambda: _history(batch, earlier),
        HISTORY_LINES: lambda: _lines(batch, earlier),
        ACCOUNTS: lambda: _accounts(batch),
        CONFIRMED: lambda: confirmed_accounts(*_senders(batch)),
        LIMITS: lambda: supplier_limits(*_senders(batch)),
    }
    specs = {spec.name: spec for spec in manifest.registers} if manifest else {}
    wanted = [name for name in NAMES if name in specs or name == HISTORY]
    made = {
        name: _register(name, list(rows[name]()), specs.get(name), registers) for name in wanted
    }
    return {**registers, **made}


def _alike(batch: Sequence[WorkItem]) -> QuerySet[WorkItem]:
    """The items that share a key with the batch, the latest of those that are near it, oldest first."""
    if not batch:
        return WorkItem.objects.none()
    values = {value for item in batch for value in item.key_values}
    near = {value for value in values if value.startswith(NEAR)}
    since = min(item.received_at for item in batch) - LATEST
    shared = Q(key_values__overlap=sorted(values - near))
    latest = Q(key_values__overlap=sorted(near), received_at__gte=since)
    others = WorkItem.objects.filter(shared | latest, robot_id=batch[0].robot_id)
    fields = ("pk", "keys", "key_values", "reference", "received_at", "state")
    kept = others.exclude(state=State.RETURNED).exclude(pk__in=[item.pk for item in batch])
    return kept.only(*fields).order_by("received_at", "pk")


def _history(batch: Sequence[WorkItem], earlier: Sequence[WorkItem]) -> Iterator[Row]:
    ages, first = [_age(item) for item in batch], _first(batch)
    for item in earlier:
        own: Row = {"reference": item.reference, "received_at": item.received_at.isoformat()}
        if told := item.keys.get(TOLD):
            yield {**told, **own, **_place(item, ages)}
        else:
            for value in item.key_values:
                if value in first and _age(item) < first[value]:
                    yield {"key": value, **own, **_place(item, ages)}


def _lines(batch: Sequence[WorkItem], earlier: Sequence[WorkItem]) -> Iterator[Row]:
    ages = [_age(item) for item in batch]
    for item in earlier:
        for line in item.keys.get(LINES, ()):
            yield {**line, "reference": item.reference, **_place(item, ages)}


def _accounts(batch: Sequence[WorkItem]) -> Iterator[Row]:
    """Which accounts were paid to: one row a supplier and account of all approved items."""
    robots = {item.robot_id for item in batch}
    paid = WorkItem.objects.filter(robot_id__in=robots, state__in=PAID)
    told = paid.values_list(f"keys__{TOLD}__sender", f"keys__{TOLD}__account")
    for sender, account, last, times in told.annotate(Max("received_at"), Count("pk")).order_by():
        if sender and account:
            used = timezone.localtime(last).date().isoformat()
            yield {"sender": sender, "account": account, "last_used": used, "times": str(times)}


def _senders(batch: Sequence[WorkItem]) -> tuple[int, set[str]]:
    """The authority that the batch is for, and its suppliers."""
    authority_id = batch[0].authority_id if batch else 0
    return authority_id, {
        sender for item in batch if (sender := item.keys.get(TOLD, {}).get("sender"))
    }


def _place(item: WorkItem, ages: Sequence[Age]) -> Row:
    """As many of the batch as came before the item are not held up by it."""
    return {"outcome": str(item.state), "position": str(bisect_left(ages, _age(item)) - 1)}


def _register(
    name: str, rows: list[Row], spec: RegisterSpec | None, registers: Registers
) -> Register:
    # Pages, which never control, start half a second sooner without Arrow.
    import pyarrow as pa

    from gevinst.engines.blockkit.registers import conforming

    columns = list(spec.columns) if spec else list(COLUMNS)
    text = [pa.array([row.get(column) or None for row in rows], pa.string()) for column in columns]
    table, source = pa.table(text, names=columns), SOURCE
    stale_after = None
    digest = sha256("\n".join("\t".join(map(str, row.values())) for row in rows).encode())
    if spec and name in registers:
        given = registers[name]
        ours = Register(name, table, given.extract)
        parts = [conforming(spec, {name: each}) for each in (given, ours)]
        table, source = pa.concat_tables(parts), f"{SOURCE}, {given.extract.source}"
        digest.update(given.extract.sha256.encode())
        stale_after = given.extract.stale_after
    found = digest.hexdigest()
    extract = Extract(f"{name}-{found[:12]}", timezone.now(), source, found, stale_after)
    return Register(name, table, extract)


def _first(batch: Sequence[WorkItem]) -> Mapping[str, Age]:
    first: dict[str, Age] = {}
    for item in sorted(batch, key=_age):
        for value in item.key_values:
            first.setdefault(value, _age(item))
    return first


def _age(item: WorkItem) -> Age:
    return item.received_at, item.pk
