"""See README.md."""

from gevinst.engines.money.amounts import AmountError, danish, half_up, parse, total
from gevinst.engines.money.apportion import Number, rounded_to_sum, split

__all__ = [
    "AmountError",
    "Number",
    "danish",
    "half_up",
    "parse",
    "rounded_to_sum",
    "split",
    "total",
]
