"""What a sample document is to say, before it is written in one of the profiles."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from gevinst.engines.money import half_up, total

ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class DraftParty:
    """A Danish party; `cvr` has eight digits, `gln` thirteen ("" where it receives by its CVR number).

    `phone` begins with the country code; OIOUBL 3 has a contact only with both phone and e-mail.
    """

    name: str
    cvr: str
    street: str = "Hovedgaden"
    number: str = "1"
    postcode: str = "8000"
    city: str = "Aarhus C"
    gln: str = ""
    contact_id: str = "n/a"
    contact_name: str = ""
    email: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class DraftPayment:
    """Bank `42`: `account`, `branch` (reg.nr). FIK `93`: creditor `account`, `reference`, `instruction`."""

    code: str = "42"
    account: str = "0001234567"
    branch: str = "1234"
    reference: str = ""
    instruction: str = ""


@dataclass(frozen=True, slots=True)
class DraftLine:
    """`price` excl. VAT per unit; `tax_percent` 0 is exempt; `amount` overrides quantity x price."""

    id: str
    name: str
    quantity: Decimal
    unit: str
    price: Decimal
    tax_percent: Decimal = ZERO
    seller_item_id: str = ""
    note: str = ""
    properties: tuple[tuple[str, str], ...] = ()
    service_date: date | None = None
    service_end: date | None = None
    order_line: str = ""
    amount: Decimal | None = None

    @property
    def net(self) -> Decimal:
        """The line's amount as it will be stated."""
        return half_up(self.quantity * self.price) if self.amount is None else self.amount

    @property
    def tax(self) -> Decimal:
        """The line's VAT, half up."""
        return half_up(self.net * self.tax_percent / 100)


@dataclass(frozen=True, slots=True)
class Draft:
    """One document; `payable` overrides the stated payable amount so that faulty documents can be made."""

    profile: str
    kind: str
    number: str
    issue_date: date
    due_date: date | None
    supplier: DraftParty
    customer: DraftParty
    lines: tuple[DraftLine, ...]
    currency: str = "DKK"
    order: str = ""
    buyer_reference: str = ""
    accounting_cost: str = ""
    note: str = ""
    payment: DraftPayment | None = DraftPayment()
    preceding: tuple[str, ...] = ()
    payable: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Sums:
    """The totals of a draft; `by_rate` maps a VAT rate in percent to (taxable, tax)."""

    net: Decimal
    tax: Decimal
    gross: Decimal
    payable: Decimal
    by_rate: dict[Decimal, tuple[Decimal, Decimal]]


def sums(draft: Draft) -> Sums:
    """The totals that the draft's lines give: VAT by rate, each rounded half up (BR-CO-17)."""
    by_rate = {
        rate: _taxed(rate, (line.net for line in draft.lines if line.tax_percent == rate))
        for rate in sorted({line.tax_percent for line in draft.lines}, reverse=True)
    }
    net = total(line.net for line in draft.lines)
    tax = total(tax for _, tax in by_rate.values())
    payable = net + tax if draft.payable is None else draft.payable
    return Sums(net, tax, net + tax, payable, by_rate)


def _taxed(rate: Decimal, amounts: Iterable[Decimal]) -> tuple[Decimal, Decimal]:
    taxable = total(amounts)
    return taxable, half_up(taxable * rate / 100)
