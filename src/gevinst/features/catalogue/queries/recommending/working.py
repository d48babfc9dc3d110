"""Works out what is recommended to authorities, each with its reason: who uses it, and what both have."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from gevinst.engines.reuse.likeness import Likeness, Profile, Rarity, likeness, rarity
from gevinst.features.catalogue.models import Process, Recommended, Resemblance
from gevinst.features.catalogue.queries.recommending.candidates import Candidate, Near, candidates
from gevinst.features.catalogue.queries.recommending.profiles import profiles
from gevinst.features.catalogue.queries.recommending.shared import REUSED, shared_uses
from gevinst.features.catalogue.queries.recommending.things import (
    Names,
    Things,
    things_of,
)

NEAREST, KEPT = 15, 40
# What the process and the authority have in common, against how like one its users are.
FIT_SYSTEMS, FIT_KLE, FIT_TECHNOLOGIES = 0.3, 0.2, 0.1


def worked_out(
    of: Collection[int] | None = None,
) -> Iterator[tuple[list[Resemblance], list[Recommended]]]:
    """For each authority that shared something (or those of `of`): its nearest, and what is recommended."""
    known = profiles()
    weights, shared, names = rarity(known.values()), shared_uses(), Names()
    for authority_id in sorted(known if of is None else set(of) & set(known)):
        near = _nearest(authority_id, known, weights)
        chosen = candidates(authority_id, near, shared)
        own = Things.of(known[authority_id])
        yield (
            [_resemblance(authority_id, other, each) for other, each in near.items()],
            _recommended(authority_id, chosen, near, own, names),
        )


def _nearest(authority_id: int, known: Mapping[int, Profile], weights: Rarity) -> Near:
    """The authorities most like one, likest first; those with nothing in common are left out."""
    own = known[authority_id]
    found = {
        other: likeness(own, profile, weights)
        for other, profile in known.items()
        if other != authority_id
    }
    alike = [key for key, each in found.items() if each.systems or each.technologies or each.kle]
    best = sorted(alike, key=lambda other: (-found[other].score, other))[:NEAREST]
    return {other: found[other] for other in best}


def _recommended(
    authority_id: int, chosen: list[Candidate], near: Near, own: Things, names: Names
) -> list[Recommended]:
    rows = Process.objects.filter(pk__in=[each.process_id for each in chosen])
    processes = rows.exclude(authority=authority_id).only(*Things.FIELDS).in_bulk()
    made = [
        _row(authority_id, each, things_of(processes[each.process_id]), near, own)
        for each in chosen
        if each.process_id in processes
    ]
    best = sorted(made, key=lambda pair: (-pair[0].score, pair[0].process_id))[:KEPT]
    for row, common in best:
        row.common = names.of(common)
    return [row for row, _ in best]


def _row(
    authority_id: int, candidate: Candidate, things: Things, near: Near, own: Things
) -> tuple[Recommended, Things]:
    uses = sorted(
        candidate.uses,
        key=lambda use: (use.how != REUSED, -near[use.authority_id].score, use.by_process_id),
    )
    both, fit = Things.of(near[uses[0].authority_id]) & things, own & things
    score = (
        candidate.nearness(near)
        + FIT_SYSTEMS * len(fit.systems)
        + FIT_KLE * len(fit.kle)
        + FIT_TECHNOLOGIES * len(fit.technologies)
    )
    told = [[use.authority_id, use.by_process_id, use.how] for use in uses]
    row = Recommended(
        authority_id=authority_id,
        process_id=candidate.process_id,
        uses=told,
        both=bool(both),
        score=score,
    )
    return row, both or fit


def _resemblance(authority_id: int, other: int, found: Likeness) -> Resemblance:
    common = {"systems": found.systems, "technologies": found.technologies, "kle": found.kle}
    return Resemblance(authority_id=authority_id, other_id=other, score=found.score, common=common)
