"""The latest reuse as ways from authority to authority."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from gevinst.features.catalogue.models import Adoption, Process
from gevinst.features.catalogue.permissions import readable
from gevinst.features.catalogue.queries.reuse.kin import hours_saved
from gevinst.shared.actor import Actor

LOOKED_AT, LONGEST = 150, 6


@dataclass(frozen=True, slots=True)
class Way:
    """From the first source to the latest adopter, all of which the reader may read; hours saved, if told."""

    processes: tuple[Process, ...]
    saved: Decimal | None

    @property
    def last(self) -> Process:
        """The process that it leads to."""
        return self.processes[-1]


def latest_ways(actor: Actor, number: int = 3) -> list[Way]:
    """The latest ways, each told once: by its longest part."""
    latest = list(Adoption.objects.order_by("-at", "-pk")[:LOOKED_AT])
    before = _before(latest)
    shown = _readable(actor, before)
    ways: list[Way] = []
    told: set[int] = set()
    for adoption in latest:
        steps = _back(adoption, before, shown)
        if len(ways) < number and steps and adoption.pk not in told:
            ways.append(_way(steps, shown))
            told |= {step.pk for step in steps}
    return ways


def _before(latest: list[Adoption]) -> dict[int, list[Adoption]]:
    """The adoptions of each process that led to the latest ones, generation by generation."""
    found: dict[int, list[Adoption]] = {}
    fresh = list({adoption.process_id for adoption in latest})
    for _ in range(LONGEST):
        known = set(found) | set(fresh)
        for adoption in Adoption.objects.filter(process__in=fresh).order_by("at", "pk"):
            found.setdefault(adoption.process_id, []).append(adoption)
        fresh = list({each.source_id for key in fresh for each in found.get(key, ())} - known)
    return found


def _readable(actor: Actor, before: dict[int, list[Adoption]]) -> dict[int, Process]:
    adoptions = [each for led in before.values() for each in led]
    ids = {each.source_id for each in adoptions} | {each.process_id for each in adoptions}
    rows = Process.objects.filter(readable(actor), pk__in=ids).select_related("authority")
    return rows.only("title", "authority__name").in_bulk()


def _back(
    last: Adoption, before: dict[int, list[Adoption]], shown: dict[int, Process]
) -> list[Adoption]:
    """The adoptions that led to this one, first first, along the first readable source of each."""
    steps: list[Adoption] = []
    following: Adoption | None = last
    while following and len(steps) < LONGEST and following not in steps:
        if following.process_id not in shown or following.source_id not in shown:
            break
        steps.insert(0, following)
        led = before.get(following.source_id, ())
        following = next((each for each in led if each.source_id in shown), None)
    return steps


def _way(steps: list[Adoption], shown: dict[int, Process]) -> Way:
    reported = [hours for step in steps if (hours := hours_saved(step)) is not None]
    ids = (steps[0].source_id, *(step.process_id for step in steps))
    return Way(tuple(shown[each] for each in ids), sum(reported, Decimal(0)) if reported else None)
