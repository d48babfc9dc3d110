"""The source changed, or we did, or both: what to take, and what stays because it was changed here."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Facts = dict[str, Any]


def merge(
    base: Facts, here: Facts, there: Facts, default: Callable[[str], Any]
) -> tuple[Facts, Facts]:
    """(what to take, what is in conflict), both as the source has it now.

    `base` is what the source had at the last import. Changed only there: taken. Changed only here: left
    alone. Changed at both ends to different values: a conflict, and what stands here stays.
    """
    take: Facts = {}
    conflicts: Facts = {}
    for name, new in there.items():
        if here[name] == new:
            continue
        old = base.get(name, default(name))
        if here[name] == old:
            take[name] = new
        elif new != old:
            conflicts[name] = new
    return take, conflicts
