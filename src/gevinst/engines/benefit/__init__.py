"""See README.md."""

from gevinst.engines.benefit.effect import Freed, Rates, clerk_minutes, effect, untouched_share

__all__ = ["Freed", "Rates", "clerk_minutes", "effect", "untouched_share"]
