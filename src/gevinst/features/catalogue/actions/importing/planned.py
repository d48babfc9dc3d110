"""What an import would do, record by record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from gevinst.engines.exchange.processes import Record, Remark

NEW, CHANGED, KEPT, SAME = "new", "changed", "kept", "same"
REFUSED = "refused"  # something is wrong with it
OTHER = "other"  # of an authority that this import is not for
OUTCOMES = (REFUSED, KEPT, CHANGED, NEW, SAME, OTHER)
Change = tuple[str, Any, Any]  # field, before, after: plain values, systems and units by name


@dataclass(frozen=True, slots=True)
class Wanted:
    """A record in terms of this catalogue. `facts` are plain values: ids, or names of what is new.

    `parts` are ids at the source, None where the source does not tell of parts. `closing`: it became
    personal there, so that all there is to do is to close what was imported before.
    """

    source: str
    source_id: str
    authority_id: int
    facts: dict[str, Any]
    parts: tuple[str, ...] | None
    digest: str
    closing: bool = False


@dataclass(slots=True)
class Planned:
    """One record: `changes` will be made; `conflicts` changed at both ends, and stay as they are."""

    record: Record
    outcome: str
    authority: str = ""
    reason: str = ""
    process_id: int | None = None
    wanted: Wanted | None = None
    changes: list[Change] = field(default_factory=list)
    conflicts: list[Change] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Plan:
    """All records of a file in their order, and what was remarked on the file as a whole."""

    records: Sequence[Planned]
    remarks: Sequence[Remark] = ()

    def counts(self) -> dict[str, int]:
        """How many records have each outcome."""
        counted = Counter(one.outcome for one in self.records)
        return {name: counted[name] for name in OUTCOMES}
