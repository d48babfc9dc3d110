"""How much two authorities are alike: systems, technologies, tasks (KLE) and size in common, and which.

What few have tells more than what all have, so each thing in common counts by its rarity. What neither of the
two has says nothing, and is left out of the weighing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from math import fsum, log

# Shares of the whole; systems decide most whether a solution can be moved.
SHARES: Mapping[str, float] = {"systems": 0.4, "kle": 0.25, "technologies": 0.2, "size": 0.15}
FACETS = ("systems", "technologies", "kle")


@dataclass(frozen=True, slots=True)
class Profile:
    """What an authority has. `kle` are subjects (`subject`); `size` is any count that all are measured by."""

    systems: frozenset[int] = frozenset()
    technologies: frozenset[int] = frozenset()
    kle: frozenset[str] = frozenset()
    size: int = 0


@dataclass(frozen=True, slots=True)
class Likeness:
    """`score` is 0-1; the things in common stand with the rarest first."""

    score: float
    systems: tuple[int, ...] = ()
    technologies: tuple[int, ...] = ()
    kle: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rarity:
    """The weight of each thing: ln(1 + authorities / those that have it)."""

    weights: Mapping[tuple[str, Hashable], float] = field(default_factory=dict)

    def of(self, facet: str, thing: Hashable) -> float:
        """The weight of a thing; that of one that nobody is known to have is 1."""
        return self.weights.get((facet, thing), 1.0)


def subject(code: str) -> str:
    """The main group and group of a KLE code, by which tasks are compared.

    >>> subject("27.36.04"), subject("27.36"), subject("27"), subject(" 27.36.04-G01 ")
    ('27.36', '27.36', '27', '27.36')
    """
    return ".".join(code.strip().split(".")[:2])


def rarity(profiles: Iterable[Profile]) -> Rarity:
    """How telling each thing is among these authorities.

    >>> known = rarity([Profile(systems=frozenset({1, 2})), Profile(systems=frozenset({1}))])
    >>> round(known.of("systems", 1), 3), round(known.of("systems", 2), 3)
    (0.693, 1.099)
    """
    having: Counter[tuple[str, Hashable]] = Counter()
    number = 0
    for profile in profiles:
        number += 1
        having.update((facet, thing) for facet in FACETS for thing in getattr(profile, facet))
    return Rarity({key: log(1 + number / count) for key, count in having.items()})


def likeness(one: Profile, other: Profile, known: Rarity) -> Likeness:
    """How much two authorities are alike; the same whichever is named first.

    >>> here = Profile(systems=frozenset({1, 2}), kle=frozenset({"27.36"}), size=40)
    >>> there = Profile(systems=frozenset({1, 3}), kle=frozenset({"27.36"}), size=20)
    >>> found = likeness(here, there, rarity([here, there]))
    >>> round(found.score, 2), found.systems, found.kle
    (0.53, (1,), ('27.36',))
    """
    parts: dict[str, float] = {}
    common: dict[str, tuple[Hashable, ...]] = {}
    for facet in FACETS:
        mine, theirs = getattr(one, facet), getattr(other, facet)
        shared = mine & theirs
        common[facet] = tuple(sorted(shared, key=lambda t, f=facet: (-known.of(f, t), t)))  # type: ignore[misc]
        if whole := _weight(facet, mine | theirs, known):
            parts[facet] = _weight(facet, shared, known) / whole
    if largest := max(one.size, other.size):
        parts["size"] = min(one.size, other.size) / largest
    asked = fsum(SHARES[name] for name in parts)
    score = fsum(SHARES[name] * part for name, part in parts.items()) / asked if asked else 0.0
    return Likeness(score=min(1.0, score), **common)  # type: ignore[arg-type]


def _weight(facet: str, things: frozenset[Hashable], known: Rarity) -> float:
    return fsum(known.of(facet, thing) for thing in things)
