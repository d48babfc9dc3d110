"""What a volume costs in tiers and in blocks, for one number or for an array."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import numpy as np

from gevinst.engines.businesscase.calculus.values import Number
from gevinst.engines.businesscase.estimators.behaviour import Step
from gevinst.engines.businesscase.estimators.tiered import Tiered


def tiered(units: Number, prices: Tiered) -> Number:
    """What `units` cost in DKK at prices that change with the volume."""
    return prices.at(_array(units))


def blocks(volume: Number, size: Decimal) -> Number:
    """How many begun blocks of `size` a volume takes.

    >>> blocks(Decimal(51), Decimal(50))
    Decimal('2')
    """
    counted = Step(size, Decimal(1))
    return counted.at(_array(volume))


def _array(value: Number) -> Any:
    return value if isinstance(value, Decimal) else np.asarray(value, dtype=float)
