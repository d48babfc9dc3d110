"""The stated totals in one meaning for all profiles, and whether the lines reproduce the payable amount.

The payable amount must follow from the document's own parts; README.md tells which derivations count and why.
Source: OIOUBL rules F-INV126-134, EN 16931 rules BR-CO-10-16, Peppol rule R120.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from gevinst.engines.einvoice.build import ZERO, Missing, Trace
from gevinst.engines.einvoice.model import AllowanceCharge, Line, TaxSubtotal, Totals, adopt
from gevinst.engines.einvoice.profiles import OIOUBL2
from gevinst.engines.einvoice.rederive import rederived
from gevinst.engines.einvoice.tree import Values

# F-INV126 allows 0.0055 for amounts of more than two decimals; the other profiles round to the cent.
TOLERANCE = {OIOUBL2: Decimal("0.0055")}
HALF_CENT = Decimal("0.005")


class Parts(NamedTuple):
    """What the totals follow from; `tax` is the sum of the tax totals in the document's currency."""

    profile: str
    lines: tuple[Line, ...]
    allowances: tuple[AllowanceCharge, ...]
    subtotals: tuple[TaxSubtotal, ...]
    tax: Decimal


def stated(values: Values, parts: Parts, trace: Trace) -> Totals:
    """The totals as stated; a total that is not stated is worked out from the parts.

    Raises: Missing where no payable amount is stated.
    """
    if "payable" not in values:
        raise Missing("payable")
    get = values.get
    net = get("lines")
    if net is None:
        net = sum((line.amount for line in parts.lines), ZERO)
    charges, less = get("charges"), get("allowances")
    if charges is None:
        charges = sum([one.amount for one in parts.allowances if one.charge], ZERO)
    if less is None:
        less = sum([one.amount for one in parts.allowances if not one.charge], ZERO)
    tax = parts.tax
    exclusive = get("tax_exclusive")
    without_tax = net - less + charges
    if parts.profile == OIOUBL2:
        # OIOUBL's TaxExclusiveAmount is the tax itself (F-INV127).
        tax = tax if exclusive is None else exclusive
    elif exclusive is not None:
        without_tax = exclusive
    with_tax = get("with_tax")
    made: Values = {
        "_trace": trace,
        "lines": net,
        "without_tax": without_tax,
        "tax": tax,
        "with_tax": without_tax + tax if with_tax is None else with_tax,
        "allowances": less,
        "charges": charges,
        "prepaid": get("prepaid", ZERO),
        "rounding": get("rounding", ZERO),
        "payable": values["payable"],
    }
    return adopt(Totals, made)


def tax_total(taxes: Sequence[Values]) -> Decimal:
    """The sum of these tax totals."""
    return sum([tax.get("amount", ZERO) for tax in taxes], ZERO)


def reproduces(totals: Totals, parts: Parts) -> bool:
    """Whether the payable amount follows from the lines, in one of the ways of README.md."""
    total = parts.tax - totals.prepaid + totals.rounding
    for line in parts.lines:
        total += line.amount
    for one in parts.allowances:
        total += one.amount if one.charge else -one.amount
    tolerance = TOLERANCE.get(parts.profile, HALF_CENT)
    if abs(total - totals.payable) <= tolerance:
        return True
    others = rederived(totals, parts.lines, parts.allowances, parts.subtotals)
    return any(abs(other - totals.payable) <= tolerance for other in others)
