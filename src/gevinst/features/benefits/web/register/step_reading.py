"""Which benefits are read from operation."""

from __future__ import annotations

from gevinst.features.benefits.actions.register.read_effects import COUNTED
from gevinst.features.benefits.models import Benefit


def readable(held: Benefit) -> bool:
    """Whether the benefit can be read from operation."""
    return held.process_id is not None and held.unit in COUNTED
