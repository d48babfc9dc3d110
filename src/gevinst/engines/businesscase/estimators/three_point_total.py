"""The total of several three-point estimates, independent or moving together."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from gevinst.engines.businesscase.estimators.decimals import decimal, root
from gevinst.engines.businesscase.estimators.estimate import Z80, Estimate, united


def total(lines: Sequence[Estimate], rho: Decimal = Decimal(0)) -> Estimate:
    """The sum of the lines: means add, variances add with one correlation `rho` between any two.

    `low`/`high` are the 80 % interval of a normal distribution; `n` is the sum of what the lines rest on.
    Raises `ValueError` for no lines, or a `rho` that so many lines cannot have: below -1/(lines - 1) or
    over 1.

    >>> line = Estimate(Decimal(10), Decimal(3), Decimal(5), Decimal(15), 1, "market")
    >>> total([line, line]).value, total([line, line], Decimal(1)).sd
    (Decimal('20'), Decimal('6'))
    """
    _checked_correlation(len(lines), rho)
    sds = [Fraction(line.sd) for line in lines]
    variance = (1 - Fraction(rho)) * sum(s * s for s in sds) + Fraction(rho) * sum(sds) ** 2
    value = decimal(sum((Fraction(line.value) for line in lines), start=Fraction(0)))
    sd = root(Fraction(variance))
    low, high = value - Z80 * sd, value + Z80 * sd
    sources = united([line.sources for line in lines])
    notes = tuple(note for line in lines for note in line.notes)
    return Estimate(value, sd, low, high, sum(line.n for line in lines), "total", sources, notes)


def _checked_correlation(lines: int, rho: Decimal) -> None:
    """A sum has lines, and a correlation that keeps every variance at 0 or more."""
    if not lines:
        raise ValueError("a total of no lines: give one at least")
    lowest = Fraction(-1, lines - 1) if lines > 1 else Fraction(-1)
    if not lowest <= Fraction(rho) <= 1:
        between = f"between {decimal(lowest):.4f} and 1"
        raise ValueError(f"a correlation of {rho} among {lines} lines: give one {between}")
