"""The hours that staff work where an authority has no figure of its own."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import cast

from gevinst.engines.businesscase.parameters import at


def effective_hours(on: date) -> tuple[Decimal, str]:
    """The hours an FTE works a year where an authority has no figure of its own, and where that is from."""
    norm, share = at("hours-norm", on), at("utilisation", on)
    hours = cast("Decimal", norm.value) * cast("Decimal", share.value)
    return hours, f"{norm.value} × {share.value}: {share.source}"
