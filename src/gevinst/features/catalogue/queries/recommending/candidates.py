"""Which processes are worth recommending: what those like one reuse, or run with a measured effect."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.db.models import Q, QuerySet

from gevinst.engines.reuse.likeness import Likeness
from gevinst.features.catalogue.models import Adoption, Phase, Process, Resemblance
from gevinst.features.catalogue.queries.reading import readable_ids
from gevinst.features.catalogue.queries.recommending.profiles import likenesses
from gevinst.shared.actor import Actor

NEAREST, MOST = 15, 200
Near = Mapping[int, Likeness]


@dataclass(slots=True)
class Candidate:
    """A process, and the ids of the authorities like one that reuse it, or run it as theirs."""

    process_id: int
    reused_by: set[int] = field(default_factory=set)
    run_by: set[int] = field(default_factory=set)

    def nearness(self, near: Near) -> float:
        """How like one those are that use it, all together; reuse counts twice."""
        run = sum(near[each].score for each in sorted(self.run_by))
        return run + 2 * sum(near[each].score for each in sorted(self.reused_by))


def nearest(authority_id: int) -> Near:
    """The authorities most like one, likest first: as kept at night, else worked out now."""
    kept = Resemblance.objects.filter(authority=authority_id).order_by("-score", "other_id")
    if found := {each.other_id: _likeness(each) for each in kept[:NEAREST]}:
        return found
    now = {pair[1]: each for pair, each in likenesses(authority_id).items()}
    best = sorted(now, key=lambda other: (-now[other].score, other))[:NEAREST]
    return {other: now[other] for other in best}


def _likeness(kept: Resemblance) -> Likeness:
    return Likeness(kept.score, **{name: tuple(things) for name, things in kept.common.items()})


def candidates(actor: Actor, authority_id: int, near: Near) -> list[Candidate]:
    """What the near ones use and the authority neither has nor reuses, nearest first."""
    found: dict[int, Candidate] = {}
    for source, user in _reused(actor, near):
        found.setdefault(source, Candidate(source)).reused_by.add(user)
    for process, owner in _run(actor, near):
        found.setdefault(process, Candidate(process)).run_by.add(owner)
    _without_known(found, authority_id)
    _without_doubles(found)
    ranked = sorted(found.values(), key=lambda each: (-each.nearness(near), each.process_id))
    return ranked[:MOST]


def _without_known(found: dict[int, Candidate], authority_id: int) -> None:
    """Leaves out what the authority reuses, and what that was made of."""
    taken = Adoption.objects.filter(process__authority=authority_id)
    known = set(taken.values_list("source_id", flat=True))
    known |= set(Adoption.objects.filter(process__in=known).values_list("source_id", flat=True))
    for each in known & set(found):
        del found[each]


def _without_doubles(found: dict[int, Candidate]) -> None:
    """Of a source and what was made of it, the source alone, used by all of them."""
    between = Adoption.objects.filter(source__in=found, process__in=found).order_by("-at", "-pk")
    for source, process in between.values_list("source_id", "process_id"):
        if source in found and process in found:
            made = found.pop(process)
            found[source].reused_by |= made.reused_by
            found[source].run_by |= made.run_by


def _reused(actor: Actor, near: Near) -> QuerySet[Adoption, tuple[int, int]]:
    """Sources that may be read, with who reuses them in a process that may be read too."""
    mine = readable_ids(actor)
    rows = Adoption.objects.filter(process__authority__in=near, process__in=mine, source__in=mine)
    fresh = rows.exclude(source__phase=Phase.DECOMMISSIONED)
    pairs = fresh.order_by("-at").values_list("source_id", "process__authority_id")
    return pairs[: MOST * 10]


def _run(actor: Actor, near: Near) -> QuerySet[Process, tuple[int, int]]:
    """Processes of the near ones in operation, those with the greatest measured effect."""
    rows = Process.objects.filter(
        Q(standing__hours_measured__gt=0),
        authority__in=near,
        phase=Phase.OPERATION,
        pk__in=readable_ids(actor),
    )
    best = rows.order_by("-standing__hours_measured", "pk")
    return best.values_list("pk", "authority_id")[:MOST]
