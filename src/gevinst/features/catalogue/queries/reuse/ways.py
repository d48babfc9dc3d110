"""The latest reuse as ways from authority to authority."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from gevinst.features.catalogue.models import Adoption, Process
from gevinst.features.catalogue.queries.reading import readable_ids
from gevinst.features.catalogue.queries.reuse.kin import hours_saved
from gevinst.shared.actor import Actor

LOOKED_AT, LONGEST = 40, 6


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
    mine = readable_ids(actor)
    rows = Adoption.objects.filter(process__in=mine, source__in=mine).order_by("-at", "-pk")
    whole = rows.select_related("process__authority", "source__authority")
    latest = list(whole.defer("process__search", "source__search")[:LOOKED_AT])
    ways: list[Way] = []
    told: set[int] = set()
    for adoption in latest:
        if adoption.pk in told or len(ways) == number:
            continue
        steps = _back(adoption, actor)
        told |= {step.pk for step in steps}
        reported = [hours for step in steps if (hours := hours_saved(step)) is not None]
        first = steps[0].source
        processes = (first, *(step.process for step in steps))
        ways.append(Way(processes, sum(reported, Decimal(0)) if reported else None))
    return ways


def _back(adoption: Adoption, actor: Actor) -> list[Adoption]:
    """The adoptions that led to this one, first first, along the first readable source of each."""
    steps = [adoption]
    while len(steps) < LONGEST:
        before = (
            Adoption.objects.filter(process=steps[0].source_id, source__in=readable_ids(actor))
            .exclude(pk__in=[step.pk for step in steps])
            .select_related("process__authority", "source__authority")
            .defer("process__search", "source__search")
            .order_by("at", "pk")
            .first()
        )
        if before is None:
            break
        steps.insert(0, before)
    return steps
