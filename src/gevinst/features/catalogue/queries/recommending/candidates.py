"""Which processes are worth recommending: what those like one reuse, or run with a measured effect."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from gevinst.engines.reuse.likeness import Likeness
from gevinst.features.catalogue.queries.recommending.shared import REUSED, Shared, Use

MOST, EACH = 100, 100
Near = Mapping[int, Likeness]


@dataclass(slots=True)
class Candidate:
    """A process and who of those like one uses it."""

    process_id: int
    uses: list[Use] = field(default_factory=list)

    def nearness(self, near: Near) -> float:
        """How like one those are that use it, all together; reuse counts twice."""
        ways = {(use.authority_id, use.how) for use in self.uses}
        return sum(near[who].score * (2 if how == REUSED else 1) for who, how in sorted(ways))


def candidates(authority_id: int, near: Near, shared: Shared) -> list[Candidate]:
    """What the near ones use and the authority does not reuse, nearest first."""
    found: dict[int, Candidate] = {}
    for other in near:
        for use in shared.uses.get(other, ())[:EACH]:
            found.setdefault(use.process_id, Candidate(use.process_id)).uses.append(use)
    for known in _known(shared.taken.get(authority_id, set()), shared):
        found.pop(known, None)
    _merge_families(found, shared)
    ranked = sorted(found.values(), key=lambda each: (-each.nearness(near), each.process_id))
    return ranked[:MOST]


def _known(taken: set[int], shared: Shared) -> set[int]:
    """What the authority reuses, and what that was made of."""
    return taken | {source for each in taken for source in shared.sources.get(each, ())}


def _merge_families(found: dict[int, Candidate], shared: Shared) -> None:
    """Of a source and what was made of it, the source alone, used by all of them."""
    for process in sorted(found, reverse=True):
        for source in shared.sources.get(process, ()):
            if source in found and process in found:
                found[source].uses += found.pop(process).uses
