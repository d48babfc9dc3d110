"""Examples of a rule: the values that it reads, and what it is to say of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from gevinst.engines.blockkit.contract import Outcome, Text

UNKNOWN = -1


@dataclass(frozen=True, slots=True)
class Example:
    """What `given` (`owner.attribute` -> value; all else is unknown) leads to.

    `case` is the number of the case that is to decide, from 0; `UNKNOWN` where something is to be unknown,
    None where the example does not say. `place` is `file:line:column`.
    """

    title: Text
    given: Mapping[str, Any]
    outcome: Outcome
    case: int | None = None
    place: str = field(default="", compare=False)
