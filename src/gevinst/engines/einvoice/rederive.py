"""Two further ways to the payable amount, for documents whose stated parts do not add up.

Both start from what a buyer can check, the quantities, prices and VAT rates, never from the total itself:
1. the VAT is worked out anew (a sender left out the VAT of a charge or of a duty);
2. the line amounts are quantity times price, where every stated one is off by the same power of ten.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from gevinst.engines.einvoice.choice import VAT_SCHEMES
from gevinst.engines.einvoice.model import AllowanceCharge, Line, TaxSubtotal, Totals

ZERO, CENT, HUNDRED = Decimal(0), Decimal("0.01"), Decimal(100)
POWERS = tuple(Decimal(10) ** power for power in (-3, -2, -1, 1, 2, 3))


def rederived(
    totals: Totals,
    lines: tuple[Line, ...],
    allowances: tuple[AllowanceCharge, ...],
    subtotals: tuple[TaxSubtotal, ...],
) -> Iterator[Decimal]:
    """The payable amounts that follow when VAT, or VAT and line amounts, are worked out anew."""
    amounts = [line.amount for line in lines]
    yield payable(totals, lines, amounts, allowances, subtotals)
    computed = [computed_amount(line) for line in lines]
    if same_power_of_ten(amounts, computed):
        yield payable(totals, lines, computed, allowances, subtotals)


def computed_amount(line: Line) -> Decimal:
    """Quantity times price, with the line's own allowances and charges, in whole cents."""
    amount = line.quantity * line.price_factor * line.price / line.base_quantity
    for one in line.allowances:
        amount += one.amount if one.charge else -one.amount
    return amount.quantize(CENT, ROUND_HALF_UP)


def same_power_of_ten(stated: list[Decimal], computed: list[Decimal]) -> bool:
    """Whether every stated amount is the computed one with its decimal point moved equally far."""
    return any(
        all(amount == other * power for amount, other in zip(stated, computed, strict=True))
        for power in POWERS
    ) and any(stated)


def payable(
    totals: Totals,
    lines: tuple[Line, ...],
    amounts: list[Decimal],
    allowances: tuple[AllowanceCharge, ...],
    subtotals: tuple[TaxSubtotal, ...],
) -> Decimal:
    """The payable amount of these line amounts, VAT by rate in whole cents; duties are part of its base."""
    parts = [(line.tax_percent, amount) for line, amount in zip(lines, amounts, strict=True)]
    parts += [(one.tax_percent, one.amount if one.charge else -one.amount) for one in allowances]
    duties = [(one.percent, one.tax) for one in subtotals if one.scheme not in VAT_SCHEMES]
    rates = {one.percent for one in subtotals if one.scheme in VAT_SCHEMES and one.percent}
    parts += [(next(iter(rates)) if len(rates) == 1 else None, tax) for _, tax in duties]
    total = sum((amount for _, amount in parts), ZERO)
    return total + vat(parts) - totals.prepaid + totals.rounding


def vat(parts: list[tuple[Decimal | None, Decimal]]) -> Decimal:
    """The VAT of amounts by rate, each rate's VAT rounded half up to the cent."""
    bases: dict[Decimal, Decimal] = {}
    for percent, amount in parts:
        if percent:
            bases[percent] = bases.get(percent, ZERO) + amount
    return sum(
        ((base * rate / HUNDRED).quantize(CENT, ROUND_HALF_UP) for rate, base in bases.items()),
        ZERO,
    )
