"""What a sample is seeded with: how often each kind stands in it, and what a right control answers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

APPROVE, REFER, WAIT, REFUSED = "approve", "refer", "wait", "refused"
SOUND = "sound"
SMALLEST_WITH_ALL = 100


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of invoice: `share` of a thousand. `reason` is the rule that stops it, or the code it is
    refused with."""

    name: str
    share: int
    verdict: str
    queue: str = ""
    reason: str = ""


def counts(kinds: Iterable[Kind], invoices: int) -> dict[str, int]:
    """How many of each kind a sample of that size holds; every kind at least once from a hundred on.

    >>> counts([Kind("wrong-fee", 30, REFER)], 1000)
    {'wrong-fee': 30, 'sound': 970}
    """
    least = 1 if invoices >= SMALLEST_WITH_ALL else 0
    seeded = {kind.name: max(least, kind.share * invoices // 1000) for kind in kinds}
    return {**seeded, SOUND: invoices - sum(seeded.values())}
