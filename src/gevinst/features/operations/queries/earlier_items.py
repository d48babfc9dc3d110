"""The register `history`: which earlier items are about the same thing as those being decided."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import sha256

from django.utils import timezone

from gevinst.engines.blockkit.contract import Extract, Register, Registers
from gevinst.features.operations.models import WorkItem
from gevinst.features.operations.states import State

NAME = "history"
COLUMNS = ("key", "reference", "received_at")
Age = tuple[object, int]


def with_history(registers: Registers, batch: Sequence[WorkItem]) -> Registers:
    """`registers` and the history of the batch: one row a shared key value of an item received before.

    An item received later than the first of the batch with that value is left out: of two alike, the
    earlier one is never held up by the later. What was returned to its sender does not count.
    """
    # Pages, which never control, start half a second sooner without Arrow.
    import pyarrow as pa

    first = _first(batch)
    rows = _earlier(batch, first)
    values = list(zip(*rows, strict=True)) or [(), (), ()]
    table = pa.table([pa.array(column, pa.string()) for column in values], names=COLUMNS)
    digest = sha256("\n".join("\t".join(row) for row in rows).encode()).hexdigest()
    extract = Extract(
        id=f"{NAME}-{digest[:12]}", taken_at=timezone.now(), source="Gevinst", sha256=digest
    )
    return {**registers, NAME: Register(NAME, table, extract)}


def _first(batch: Sequence[WorkItem]) -> Mapping[str, Age]:
    first: dict[str, Age] = {}
    for item in sorted(batch, key=_age):
        for value in item.key_values:
            first.setdefault(value, _age(item))
    return first


def _earlier(batch: Sequence[WorkItem], first: Mapping[str, Age]) -> list[tuple[str, str, str]]:
    if not first:
        return []
    alike = WorkItem.objects.filter(robot_id=batch[0].robot_id, key_values__overlap=sorted(first))
    others = alike.exclude(state=State.RETURNED).only(
        "pk", "key_values", "reference", "received_at"
    )
    batched = {item.pk for item in batch}
    return [
        (value, item.reference, item.received_at.isoformat())
        for item in others.order_by("received_at", "pk")
        if item.pk not in batched
        for value in item.key_values
        if value in first and _age(item) < first[value]
    ]


def _age(item: WorkItem) -> Age:
    return item.received_at, item.pk
