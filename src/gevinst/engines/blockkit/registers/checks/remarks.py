"""What is said of a register before it is used."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from gevinst.engines.blockkit.contract import Text


class RemarkLevel(StrEnum):
    """An error is to be put right first, a warning to be looked at; an info only tells."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class RegisterRemark:
    """One remark: `count` rows or values it is about, the first of them as `examples`.

    `code` is stable. An example begins with `#` and the row's number, 1 for the first after the head,
    where it is about a row. Person numbers are masked.
    """

    register: str
    code: str
    severity: RemarkLevel
    message: Text
    count: int
    examples: tuple[str, ...] = ()
