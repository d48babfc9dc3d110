"""Processes that carry replaced codes: moved where one took the place, else listed for a person to choose."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from django.utils import timezone

from gevinst.engines.exchange.codes import CodeRecord, successors
from gevinst.features.catalogue.actions.processes import update
from gevinst.features.catalogue.models import Process
from gevinst.shared.actor import SYSTEM

SCHEMES = ("kle", "form", "kla")


@dataclass(frozen=True, slots=True)
class Moves:
    """`clear`: process id to its new codes; `open`: (process id, code, what it may have become)."""

    clear: dict[int, list[str]] = field(default_factory=dict)
    open: list[tuple[int, str, tuple[str, ...]]] = field(default_factory=list)


def moves(scheme: str, records: Mapping[str, CodeRecord]) -> Moves:
    """What becomes of the codes of every process when `records` are the codes that are known."""
    found, today = Moves(), timezone.localdate()
    ended = [record.code for record in records.values() if not record.holds(today)]
    if scheme not in SCHEMES or not ended:
        return found
    rows = Process.objects.filter(**{f"{scheme}__overlap": ended}).order_by("pk")
    for process_id, codes in rows.values_list("pk", scheme):
        after = _after(process_id, codes, records, today, found)
        if after != codes:
            found.clear[process_id] = after
    return found


def _after(
    process_id: int, codes: list[str], records: Mapping[str, CodeRecord], today: date, found: Moves
) -> list[str]:
    """The codes with each that has one successor replaced; the others are put on the open list."""
    after: list[str] = []
    for code in codes:
        record = records.get(code)
        if record is None or record.holds(today):
            after.append(code)
            continue
        to = successors(code, records, today)
        if len(to) == 1:
            after.append(to[0])
        else:
            found.open.append((process_id, code, to))
            after.append(code)
    return list(dict.fromkeys(after))


def move_processes(scheme: str, found: Moves) -> None:
    """Writes the clear moves; each shows in the history of its process."""
    for process_id, codes in found.clear.items():
        update(process_id=process_id, by=SYSTEM, **{scheme: codes})
