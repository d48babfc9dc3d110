"""Who uses what of the processes that authorities have shared with each other, read once for all of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from django.db.models import Q

from gevinst.features.catalogue.models import Adoption, Phase, Process, Visibility

REUSED, RUN = "reused", "run"
MOST_RUN = 20_000  # with the greatest measured effect


class Use(NamedTuple):
    """An authority uses a process: by its own process made of it, or as its own."""

    process_id: int
    authority_id: int
    by_process_id: int
    how: str


@dataclass(frozen=True, slots=True)
class Shared:
    """The uses of each authority; what each process was made of; what each authority reuses."""

    uses: dict[int, list[Use]]
    sources: dict[int, list[int]]
    taken: dict[int, set[int]]


def shared_uses() -> Shared:
    """What is shared now."""
    pairs = list(
        Adoption.objects.order_by("-at", "-pk").values_list(
            "source_id", "process_id", "process__authority_id"
        )
    )
    sources: dict[int, list[int]] = {}
    taken: dict[int, set[int]] = {}
    for source, process, authority in pairs:
        sources.setdefault(process, []).append(source)
        taken.setdefault(authority, set()).add(source)
    return Shared(_by_authority([*_reused(), *_run()]), sources, taken)


def _open(prefix: str = "") -> Q:
    """What every authority may read."""
    levels = [Visibility.PUBLIC, Visibility.ALL_AUTHORITIES]
    return Q(**{f"{prefix}visibility__in": levels, f"{prefix}withheld": False})


def _reused() -> Iterable[Use]:
    rows = Adoption.objects.filter(_open("process__"), _open("source__"))
    fresh = rows.exclude(source__phase=Phase.DECOMMISSIONED).order_by("-at", "-pk")
    for source, authority, process in fresh.values_list(
        "source_id", "process__authority_id", "process_id"
    ):
        yield Use(source, authority, process, REUSED)


def _run() -> Iterable[Use]:
    rows = Process.objects.filter(_open(), phase=Phase.OPERATION, standing__hours_measured__gt=0)
    best = rows.order_by("-standing__hours_measured", "pk").values_list("pk", "authority_id")
    for process, authority in best[:MOST_RUN]:
        yield Use(process, authority, process, RUN)


def _by_authority(uses: Iterable[Use]) -> dict[int, list[Use]]:
    found: dict[int, list[Use]] = {}
    for use in uses:
        found.setdefault(use.authority_id, []).append(use)
    return found
