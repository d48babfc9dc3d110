"""Whole numbers behind a printed share: a published percentage of n must be k/n for an integer k."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from gevinst.engines.businesscase.figures.rounding import rounded

MOST = 100_000


def counts(n: int, percent: Decimal, decimals: int = 0, low: int = 0) -> list[int]:
    """The integers k from `low` to `n` for which 100 k/n, rounded half up, is the printed percent.

    An empty list says that no count of n persons gives that percentage.
    Raises: ValueError where n is not at least 1, or where more than 100,000 counts would fit.

    >>> counts(32, Decimal(94)), counts(23, Decimal(90))
    ([30], [])
    """
    if n < 1:
        raise ValueError(f"a share of {n}; expected a number of at least 1 to take a share of")
    margin = Decimal(1).scaleb(-decimals)
    first = max(low, int((percent - margin) * n / 100))
    last = min(n, int((percent + margin) * n / 100) + 1)
    if last - first > MOST:
        raise ValueError(
            f"{last - first} counts of {n} may fit; expected a more precise percentage"
        )
    return [k for k in range(first, last + 1) if _printed(k, n, decimals) == percent]


def is_possible(n: int, percent: Decimal, decimals: int = 0) -> bool:
    """Whether any count out of n is printed as this percentage.

    >>> is_possible(79, Decimal(96)), is_possible(3, Decimal(50))
    (True, False)
    """
    return bool(counts(n, percent, decimals))


def _printed(k: int, n: int, decimals: int) -> Decimal:
    return rounded(Decimal(100 * k) / n, decimals, ROUND_HALF_UP)
