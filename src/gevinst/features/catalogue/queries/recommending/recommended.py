"""What is recommended to an authority, each with its reason: who uses it, and what both have."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from gevinst.features.catalogue.models import Process
from gevinst.features.catalogue.queries.recommending.candidates import (
    Candidate,
    Near,
    candidates,
    nearest,
)
from gevinst.features.catalogue.queries.recommending.things import Things, had_by, named, things_of
from gevinst.shared.actor import Actor

# What the process and the authority have in common, against how like one its users are.
FIT_SYSTEMS, FIT_KLE, FIT_TECHNOLOGIES = 0.3, 0.2, 0.1


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
    score: float


def recommended(actor: Actor, authority_id: int, limit: int = 20) -> list[Recommendation]:
    """The processes recommended to an authority whose reader `actor` is, best first."""
    near = nearest(authority_id)
    chosen = candidates(actor, authority_id, near)
    processes = _loaded(chosen, authority_id)
    own = had_by(authority_id) if processes else Things()
    scored = [
        (_score(each, processes[each.process_id], own, near), each)
        for each in chosen
        if each.process_id in processes
    ]
    scored.sort(key=lambda pair: (-pair[0], pair[1].process_id))
    return [
        _recommendation(each, processes[each.process_id], own, near, score)
        for score, each in scored[:limit]
    ]


def _loaded(chosen: Iterable[Candidate], authority_id: int) -> dict[int, Process]:
    rows = Process.objects.filter(pk__in=[each.process_id for each in chosen])
    others = rows.exclude(authority=authority_id).select_related("authority", "standing")
    return others.defer("search").in_bulk()


def _score(candidate: Candidate, process: Process, own: Things, near: Near) -> float:
    fit = own & things_of(process)
    return (
        candidate.nearness(near)
        + FIT_SYSTEMS * len(fit.systems)
        + FIT_KLE * len(fit.kle)
        + FIT_TECHNOLOGIES * len(fit.technologies)
    )


def _recommendation(
    candidate: Candidate, process: Process, own: Things, near: Near, score: float
) -> Recommendation:
    def likest(ids: set[int]) -> tuple[int, ...]:
        return tuple(sorted(ids, key=lambda each: (-near[each].score, each)))

    reused_by, run_by = likest(candidate.reused_by), likest(candidate.run_by)
    first = near[(reused_by or run_by)[0]]
    theirs = Things(frozenset(first.systems), frozenset(first.technologies), frozenset(first.kle))
    both = theirs & things_of(process)
    common = both or own & things_of(process)
    return Recommendation(process, reused_by, run_by, named(common), bool(both), score)
