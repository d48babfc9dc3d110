"""How much work one formula may cost, so that a hostile one stops instead of hanging."""

from __future__ import annotations

from typing import Any

MOST = 400_000
LARGEST_RANGE = 200_000
LARGEST_EXPONENT = 10_000
LARGEST_BITS = 10_000
# A power or a logarithm over 50 digits takes as long as this many other steps.
DEAR = 25


class TooMuch(ValueError):
    """The formula asks for more work than it may."""


class Effort:
    """What is left of the work one evaluation may do, counted in elements touched."""

    def __init__(self, most: int = MOST) -> None:
        self.left = most

    def spend(self, units: int = 1) -> None:
        """Count `units` of work. Raises: TooMuch when nothing is left."""
        self.left -= units
        if self.left < 0:
            raise TooMuch("more work than a formula may cost; expected a shorter range or list")

    def carry(self, value: Any) -> Any:
        """The value itself, its size counted. Raises: TooMuch."""
        if isinstance(value, int) and value.bit_length() > LARGEST_BITS:
            raise TooMuch("a whole number of more than 3,000 digits; expected a smaller one")
        self.spend(len(value) if isinstance(value, list | tuple | dict | set | str) else 1)
        return value
