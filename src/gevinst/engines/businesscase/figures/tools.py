"""What a function of the formula language works with: its kind of number, and the work left."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from gevinst.engines.businesscase.figures.counting_numbers import Number
from gevinst.engines.businesscase.figures.effort import Effort


@dataclass(frozen=True, slots=True)
class Tools:
    """What a function needs beside its arguments: the kind of number, and the work left."""

    number: Number
    effort: Effort


def plain(call: Callable[..., Any]) -> Callable[..., Any]:
    """A function of plain values as one that a formula may call."""
    return lambda _tools, *arguments: call(*arguments)
