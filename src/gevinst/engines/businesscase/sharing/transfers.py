"""Transfers that only move money between parties: a payment, a loan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from gevinst.engines.businesscase.indicators import schedule
from gevinst.engines.businesscase.sharing.lines import ZERO
from gevinst.engines.money import half_up


@dataclass(frozen=True, slots=True)
class Transfer:
    """Money between parties, DKK a year: what a party receives is positive, what it pays negative.

    Raises: ValueError for parties that cover different years and a year that does not sum to zero.
    """

    name: str
    kind: Literal["grant", "charge", "loan"]
    by_party: Mapping[str, tuple[Decimal, ...]]

    def __post_init__(self) -> None:
        lengths = {len(amounts) for amounts in self.by_party.values()}
        if len(lengths) > 1:
            raise ValueError(f"transfer {self.name}: its parties do not cover the same years")
        for number, year in enumerate(zip(*self.by_party.values(), strict=True), start=1):
            if sum(year, ZERO):
                raise ValueError(
                    f"transfer {self.name}: year {number} sums to {sum(year, ZERO)} over the parties, not 0"
                )


def paid(
    name: str,
    kind: Literal["grant", "charge", "loan"],
    amounts: tuple[Decimal, ...],
    *,
    payer: str,
    receiver: str,
) -> Transfer:
    """What one party pays to another, DKK a year.

    Raises: ValueError where a party pays itself.

    >>> paid("grant", "grant", (Decimal(5),), payer="fund", receiver="town").by_party["fund"]
    (Decimal('-5'),)
    """
    if payer == receiver:
        raise ValueError(f"transfer {name}: {payer} cannot pay itself")
    return Transfer(name, kind, {payer: tuple(-each for each in amounts), receiver: tuple(amounts)})


def loan(
    name: str,
    principal: Decimal,
    rate: Decimal,
    years: int,
    *,
    lender: str,
    borrower: str,
    horizon: int,
    paid_out: int = 0,
) -> Transfer:
    """An annuity loan: paid out in year `paid_out` (0 the first), paid back with interest in the years after.

    Interest is what the payments come to above the principal. Raises `ValueError` as `paid` and
    `schedule`, and for a loan that is not paid back within the horizon.

    >>> lent = loan("loan", Decimal(1000), Decimal("0.02"), 3, lender="a", borrower="b", horizon=4)
    >>> [str(each) for each in lent.by_party["b"]], str(sum(lent.by_party["a"]))
    (['1000.00', '-346.75', '-346.75', '-346.77'], '40.27')
    """
    if not 0 <= paid_out <= horizon - 1 - years:
        raise ValueError(
            f"loan {name}: paid out in year {paid_out + 1} over {years} years it does not end within "
            f"{horizon} years"
        )
    rows = schedule(principal, rate, years, first_year=paid_out + 1)
    amounts = [ZERO] * horizon
    amounts[paid_out] = half_up(principal)
    for row in rows:
        amounts[row.year] = -row.payment
    return paid(name, "loan", tuple(amounts), payer=lender, receiver=borrower)
