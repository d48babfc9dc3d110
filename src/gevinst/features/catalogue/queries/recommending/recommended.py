"""What is recommended to an authority, each with its reason: who uses it, and what both have."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from gevinst.engines.reuse.likeness import subject
from gevinst.features.catalogue.models import ItSystem, Landscape, Process, Technology
from gevinst.features.catalogue.queries.recommending.candidates import (
    Candidate,
    candidates,
    nearest,
)
from gevinst.shared.actor import Actor

# What the process and the authority have in common, against how like one its users are.
FIT = {"systems": 0.3, "kle": 0.2, "technologies": 0.1}


@dataclass(frozen=True, slots=True)
class Recommendation:
    """A process; ids of who uses it, those most like one first; names of what both have in common."""

    process: Process
    reused_by: tuple[int, ...]
    run_by: tuple[int, ...]
    systems: tuple[str, ...]
    technologies: tuple[str, ...]
    kle: tuple[str, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Own:
    """What the authority has."""

    systems: frozenset[int]
    technologies: frozenset[int]
    kle: frozenset[str]


def recommended(actor: Actor, authority_id: int, limit: int = 20) -> list[Recommendation]:
    """The processes recommended to an authority whose reader `actor` is, best first."""
    near = nearest(authority_id)
    chosen = candidates(actor, authority_id, near)
    if not chosen:
        return []
    processes = _loaded(chosen, authority_id)
    own = _own(authority_id)
    found = [
        _recommendation(each, processes[each.process_id], own, near)
        for each in chosen
        if each.process_id in processes
    ]
    best = sorted(found, key=lambda each: (-each.score, each.process.pk))[:limit]
    return _with_names(best)


def _loaded(chosen: Iterable[Candidate], authority_id: int) -> dict[int, Process]:
    rows = Process.objects.filter(pk__in=[each.process_id for each in chosen])
    others = rows.exclude(authority=authority_id).select_related("authority", "standing")
    return others.defer("search").in_bulk()


def _own(authority_id: int) -> Own:
    """Told to the own authority only, so its own processes count whoever may read them."""
    fields = ("systems_used", "systems_today", "technologies", "kle")
    rows = list(Process.objects.filter(authority=authority_id).values_list(*fields))
    had = list(Landscape.objects.filter(authority=authority_id))
    systems = {each for row in rows for each in (*row[0], *row[1])}
    return Own(
        frozenset(systems | {each.system_id for each in had if each.system_id}),
        frozenset(
            {each for row in rows for each in row[2]}
            | {each.technology_id for each in had if each.technology_id}
        ),
        frozenset(subject(code) for row in rows for code in row[3]),
    )


def _recommendation(
    candidate: Candidate, process: Process, own: Own, near: dict[int, float]
) -> Recommendation:
    systems = own.systems & {*process.systems_used, *process.systems_today}
    technologies = own.technologies & set(process.technologies)
    kle = own.kle & {subject(code) for code in process.kle}
    fit = (
        FIT["systems"] * len(systems)
        + FIT["kle"] * len(kle)
        + FIT["technologies"] * len(technologies)
    )

    def nearest_first(ids: set[int]) -> tuple[int, ...]:
        return tuple(sorted(ids, key=lambda each: (-near[each], each)))

    return Recommendation(
        process=process,
        reused_by=nearest_first(candidate.reused_by),
        run_by=nearest_first(candidate.run_by),
        systems=tuple(map(str, sorted(systems))),
        technologies=tuple(map(str, sorted(technologies))),
        kle=tuple(sorted(kle)),
        score=candidate.nearness(near) + fit,
    )


def _with_names(found: list[Recommendation]) -> list[Recommendation]:
    """The same with the names of systems and technologies in place of their ids."""
    systems = ItSystem.objects.in_bulk([int(key) for each in found for key in each.systems])
    technologies = Technology.objects.in_bulk(
        [int(key) for each in found for key in each.technologies]
    )
    return [
        Recommendation(
            each.process,
            each.reused_by,
            each.run_by,
            tuple(systems[int(key)].label for key in each.systems if int(key) in systems),
            tuple(
                technologies[int(key)].label
                for key in each.technologies
                if int(key) in technologies
            ),
            each.kle,
            each.score,
        )
        for each in found
    ]
