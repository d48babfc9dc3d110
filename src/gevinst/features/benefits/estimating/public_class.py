"""The published reference class of IT projects."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from gevinst.engines.businesscase.parameters import at
from gevinst.engines.businesscase.parameters.parameter import Dated
from gevinst.engines.businesscase.risk import PublicClass
from gevinst.features.benefits.estimating.uplifts import rate

OVERRUN = Decimal("1.5")  # "by more than half" in the published class


def public_class(on: date) -> tuple[PublicClass, Dated]:
    """The published class of IT projects: the share that kept within half over, and what the rest came to."""
    often, size = at("it-overrun-frequency", on), at("it-overrun-size", on)
    points = ((1 - rate(often), OVERRUN),)
    return PublicClass("IT projects", points, 1 + rate(size), size.source), size
