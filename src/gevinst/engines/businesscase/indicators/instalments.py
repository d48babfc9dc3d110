"""The instalments of an annuity loan, to the øre."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from gevinst.engines.businesscase.indicators.loan import annuity_payment
from gevinst.engines.money import half_up


@dataclass(frozen=True, slots=True)
class Instalment:
    """One year of a loan, DKK with two decimals: interest and repayment make the payment."""

    year: int
    opening: Decimal
    interest: Decimal
    repayment: Decimal
    payment: Decimal
    closing: Decimal


def schedule(
    principal: Decimal, rate: Decimal, years: int, *, first_year: int
) -> tuple[Instalment, ...]:
    """The yearly instalments, each rounded to the øre; the last one takes up the rounding and ends at 0.

    The repayments sum to the principal exactly, the payments to principal and interest.
    Raises: ValueError where there is not one year, the rate is -100 % or lower or the principal has
    fractions of an øre.

    >>> rows = schedule(Decimal(1000), Decimal("0.02"), 3, first_year=2025)
    >>> [(row.year, str(row.payment), str(row.closing)) for row in rows]
    [(2025, '346.75', '673.25'), (2026, '346.75', '339.97'), (2027, '346.77', '0.00')]
    """
    if principal != half_up(principal):
        raise ValueError(f"a loan of {principal} has fractions of an øre: round it to two decimals")
    payment = half_up(annuity_payment(principal, rate, years))
    rows: list[Instalment] = []
    opening = half_up(principal)
    for number in range(1, years + 1):
        interest = half_up(opening * rate)
        repayment = opening if number == years else payment - interest
        closing = opening - repayment
        rows.append(
            Instalment(
                first_year + number - 1,
                opening,
                interest,
                repayment,
                interest + repayment,
                closing,
            )
        )
        opening = closing
    return tuple(rows)
