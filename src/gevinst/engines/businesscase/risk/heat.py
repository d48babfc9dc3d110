"""The heat of a risk by its classes of probability and consequence."""

from __future__ import annotations

from typing import Literal

Heat = Literal["low", "medium", "high"]
_MEDIUM, _HIGH = 5, 12


def heat(probability: int, consequence: int) -> Heat:
    """The heat of two classes (1-5): their product below 5 is low, from 12 high.

    >>> heat(1, 4), heat(1, 5), heat(3, 4)
    ('low', 'medium', 'high')
    """
    product = probability * consequence
    if product >= _HIGH:
        return "high"
    return "medium" if product >= _MEDIUM else "low"
