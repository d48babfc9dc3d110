"""What processes and authorities have that can be had in common: systems, technologies, tasks."""

from __future__ import annotations

from dataclasses import dataclass

from gevinst.engines.reuse.likeness import subject
from gevinst.features.catalogue.models import ItSystem, Landscape, Process, Technology


@dataclass(frozen=True, slots=True)
class Things:
    """Ids of systems and technologies, and KLE subjects; `&` is what two have in common."""

    systems: frozenset[int] = frozenset()
    technologies: frozenset[int] = frozenset()
    kle: frozenset[str] = frozenset()

    def __and__(self, other: Things) -> Things:
        return Things(
            self.systems & other.systems,
            self.technologies & other.technologies,
            self.kle & other.kle,
        )

    def __bool__(self) -> bool:
        return bool(self.systems or self.technologies or self.kle)


def things_of(process: Process) -> Things:
    """What a process uses and what it is about."""
    return Things(
        frozenset([*process.systems_used, *process.systems_today]),
        frozenset(process.technologies),
        frozenset(map(subject, process.kle)),
    )


def had_by(authority_id: int) -> Things:
    """What an authority has, also by what it shares with nobody: to be told to itself alone."""
    rows = Process.objects.filter(authority=authority_id).only(
        "systems_used", "systems_today", "technologies", "kle"
    )
    things = [things_of(process) for process in rows]
    had = Landscape.objects.filter(authority=authority_id).values_list("system", "technology")
    pairs = list(had)
    return Things(
        frozenset({each for one in things for each in one.systems} | {s for s, _ in pairs if s}),
        frozenset(
            {each for one in things for each in one.technologies} | {t for _, t in pairs if t}
        ),
        frozenset(each for one in things for each in one.kle),
    )


def named(things: Things) -> tuple[str, ...]:
    """The things by their names, systems first; tasks as "KLE 27.36"."""
    systems = ItSystem.objects.filter(pk__in=things.systems).values_list("label", flat=True)
    technologies = Technology.objects.filter(pk__in=things.technologies)
    return (
        *systems,
        *technologies.values_list("label", flat=True),
        *(f"KLE {code}" for code in sorted(things.kle)),
    )
