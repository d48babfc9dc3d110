"""What KITOS says of systems and of their use."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class KitosSystem:
    """A system. `vendor` is the rights holder's name, `kle` the numbers of the tasks that it supports."""

    uuid: UUID
    label: str
    vendor: str = ""
    description: str = ""
    kle: tuple[str, ...] = ()
    in_use: bool = True


@dataclass(frozen=True, slots=True)
class KitosUsage:
    """An organisation uses a system; `cvr` is the organisation's."""

    uuid: UUID
    system: UUID
    label: str
    cvr: str
    valid: bool = True


@dataclass(frozen=True, slots=True)
class KitosFile:
    """The systems and usages of a file, each once, and what was left out: (place, code, value)."""

    systems: tuple[KitosSystem, ...]
    usages: tuple[KitosUsage, ...]
    remarks: tuple[tuple[str, str, str], ...] = ()
