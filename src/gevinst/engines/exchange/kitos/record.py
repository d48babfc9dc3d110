"""What KITOS says of systems and of their use."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID


class KitosFault(ValueError):
    """A file that is not an answer of KITOS; `code` and `facts` are for other languages."""

    def __init__(self, code: str, message: str, **facts: str | int) -> None:
        super().__init__(message)
        self.code, self.facts = code, facts


class ItemFault(ValueError):
    """A system or usage that cannot be taken in: "bad-uuid", "no-name" or "bad-usage"."""

    def __init__(self, code: str, value: str = "") -> None:
        super().__init__(f"{code}: {value}")
        self.code, self.value = code, value


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
