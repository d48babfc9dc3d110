"""Which processes are worth recommending: what those like one reuse, or run with a measured effect."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.db.models import Q, QuerySet

from gevinst.features.catalogue.models import Adoption, Phase, Process, Resemblance
from gevinst.features.catalogue.queries.reading import readable_ids
from gevinst.features.catalogue.queries.recommending.profiles import likenesses
from gevinst.shared.actor import Actor

NEAREST, MOST = 15, 200


@dataclass(slots=True)
class Candidate:
    """A process, and the ids of the authorities like one that reuse it, or run it as theirs."""

    process_id: int
    reused_by: set[int] = field(default_factory=set)
    run_by: set[int] = field(default_factory=set)

    def nearness(self, near: Mapping[int, float]) -> float:
        """How like one those are that use it, all together; reuse counts twice."""
        return sum(near[each] for each in sorted(self.run_by)) + 2 * sum(
            near[each] for each in sorted(self.reused_by)
        )


def nearest(authority_id: int) -> dict[int, float]:
    """The authorities most like one, by their likeness: as kept at night, else worked out now."""
    kept = Resemblance.objects.filter(authority=authority_id).order_by("-score")
    found = dict(kept.values_list("other_id", "score")[:NEAREST])
    if found:
        return found
    now = {pair[1]: each.score for pair, each in likenesses(authority_id).items()}
    best = sorted(now, key=lambda other: (-now[other], other))[:NEAREST]
    return {other: now[other] for other in best}


def candidates(actor: Actor, authority_id: int, near: Mapping[int, float]) -> list[Candidate]:
    """What the near ones use and the authority neither has nor reuses, nearest first."""
    found: dict[int, Candidate] = {}
    for source, user in _reused(actor, near):
        found.setdefault(source, Candidate(source)).reused_by.add(user)
    for process, owner in _run(actor, near):
        found.setdefault(process, Candidate(process)).run_by.add(owner)
    taken = Adoption.objects.filter(process__authority=authority_id, source__in=found)
    for known in taken.values_list("source_id", flat=True):
        found.pop(known, None)
    ranked = sorted(found.values(), key=lambda each: (-each.nearness(near), each.process_id))
    return ranked[:MOST]


def _reused(actor: Actor, near: Mapping[int, float]) -> QuerySet[Adoption, tuple[int, int]]:
    """Sources that may be read, with who reuses them in a process that may be read too."""
    mine = readable_ids(actor)
    rows = Adoption.objects.filter(process__authority__in=near, process__in=mine, source__in=mine)
    fresh = rows.exclude(source__phase=Phase.DECOMMISSIONED)
    pairs = fresh.order_by("-at").values_list("source_id", "process__authority_id")
    return pairs[: MOST * 10]


def _run(actor: Actor, near: Mapping[int, float]) -> QuerySet[Process, tuple[int, int]]:
    """Processes of the near ones in operation, those with the greatest measured effect."""
    rows = Process.objects.filter(
        Q(standing__hours_measured__gt=0),
        authority__in=near,
        phase=Phase.OPERATION,
        pk__in=readable_ids(actor),
    )
    best = rows.order_by("-standing__hours_measured", "pk")
    return best.values_list("pk", "authority_id")[:MOST]
