"""What processes and authorities have that can be had in common: systems, technologies, tasks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from gevinst.engines.reuse.likeness import Likeness, Profile, subject
from gevinst.features.catalogue.models import ItSystem, Process, Technology


@dataclass(frozen=True, slots=True)
class Things:
    """Ids of systems and technologies, and KLE subjects; `&` is what two have in common."""

    FIELDS: ClassVar[tuple[str, ...]] = ("systems_used", "systems_today", "technologies", "kle")

    systems: frozenset[int] = frozenset()
    technologies: frozenset[int] = frozenset()
    kle: frozenset[str] = frozenset()

    @classmethod
    def of(cls, known: Profile | Likeness) -> Things:
        """What an authority has, or what two have in common."""
        return cls(frozenset(known.systems), frozenset(known.technologies), frozenset(known.kle))

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


class Names:
    """The names of systems and technologies, read once."""

    def __init__(self) -> None:
        self.systems = dict(ItSystem.objects.values_list("pk", "label"))
        self.technologies = dict(Technology.objects.values_list("pk", "label"))

    def of(self, things: Things) -> list[str]:
        """The things by their names, systems first; tasks as "KLE 27.36"."""
        return [
            *(self.systems[key] for key in sorted(things.systems) if key in self.systems),
            *(
                self.technologies[key]
                for key in sorted(things.technologies)
                if key in self.technologies
            ),
            *(f"KLE {code}" for code in sorted(things.kle)),
        ]
