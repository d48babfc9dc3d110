"""The inputs of an estimate as the case file keeps them: plain values, so that it can be redone."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final

Inputs = Mapping[str, Any]
Rates = Mapping[int, Decimal]
PROJECTION, EXPERIENCE, MARKET = "projection", "experience", "market"
THREE_POINT, TRIANGULATION = "three_point", "triangulation"
METHODS: Final = (PROJECTION, EXPERIENCE, MARKET, THREE_POINT, TRIANGULATION)


def number(value: Any) -> Decimal:
    """A number of a case file, exact. Raises `ValueError` for what is none."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise ValueError(f"expected a number, found {value!r}")
    return Decimal(value)


def sources_of(inputs: Inputs) -> list[str]:
    """What the inputs say they rest on; empty where they say nothing."""
    text = str(inputs.get("source") or "")
    return [text] if text else []
