"""See README.md."""

from gevinst.engines.money.amounts import AmountError, danish, half_up, parse, total

__all__ = ["AmountError", "danish", "half_up", "parse", "total"]
