"""What is recommended to an authority, as its reader may see it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from gevinst.features.catalogue.models import Adoption, Process, Recommended, Resemblance
from gevinst.features.catalogue.permissions import readable
from gevinst.features.catalogue.queries.recommending.shared import REUSED
from gevinst.features.catalogue.queries.recommending.working import KEPT, worked_out
from gevinst.shared.actor import Actor


@dataclass(frozen=True, slots=True)
class Recommendation:
    """A process; ids of who uses it, those most like one first; names of what speaks for it.

    `common` are things of the process that the first user and the authority both have; where there are none,
    those that the authority alone is known to have, and `both` is False.
    """

    process: Process
    reused_by: tuple[int, ...]
    run_by: tuple[int, ...]
    common: tuple[str, ...]
    both: bool


def recommended(
    actor: Actor, authority_id: int, limit: int = 20, *, kept_only: bool = False
) -> list[Recommendation]:
    """The processes recommended to an authority whose reader `actor` is, best first.

    As kept at night; where nothing is kept, worked out now unless `kept_only`.
    """
    rows = list(Recommended.objects.filter(authority=authority_id).order_by("-score")[:KEPT])
    if not rows and not kept_only:
        rows = [row for _, found in worked_out([authority_id]) for row in found]
    processes = _readable(actor, rows)
    taken = _taken(authority_id, rows)
    found = [
        _recommendation(row, processes)
        for row in rows
        if row.process_id in processes and row.process_id not in taken
    ]
    return [each for each in found if each.reused_by or each.run_by][:limit]


def nearest(authority_id: int, limit: int) -> list[int]:
    """The ids of the authorities most like one, likest first."""
    kept = Resemblance.objects.filter(authority=authority_id).order_by("-score", "other_id")
    found = list(kept.values_list("other_id", flat=True)[:limit])
    if found:
        return found
    return [row.other_id for near, _ in worked_out([authority_id]) for row in near][:limit]


def _readable(actor: Actor, rows: Iterable[Recommended]) -> dict[int, Process]:
    """Of the processes and of those made of them, what may be read now."""
    ids = {row.process_id for row in rows} | {use[1] for row in rows for use in row.uses}
    found = Process.objects.filter(readable(actor), pk__in=ids).select_related("authority")
    return found.select_related("authority", "standing").defer("search").in_bulk()


def _taken(authority_id: int, rows: Iterable[Recommended]) -> set[int]:
    """What the authority has come to reuse since."""
    shown = [row.process_id for row in rows]
    since = Adoption.objects.filter(source__in=shown, process__authority=authority_id)
    return set(since.values_list("source_id", flat=True))


def _recommendation(row: Recommended, processes: dict[int, Process]) -> Recommendation:
    uses = [use for use in row.uses if use[1] in processes]
    return Recommendation(
        process=processes[row.process_id],
        reused_by=tuple(dict.fromkeys(use[0] for use in uses if use[2] == REUSED)),
        run_by=tuple(dict.fromkeys(use[0] for use in uses if use[2] != REUSED)),
        common=tuple(row.common),
        both=row.both and uses == row.uses,
    )
