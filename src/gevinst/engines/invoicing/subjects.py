"""What the rules look at: one record a document and one a line, with the columns of `rules/facts.yaml`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any

from gevinst.engines.einvoice.model import AllowanceCharge, Invoice, Line
from gevinst.engines.invoicing import accounts
from gevinst.engines.invoicing.codes import Codes
from gevinst.engines.invoicing.persons import person_key, persons
from gevinst.engines.invoicing.places import Found, Place
from gevinst.engines.invoicing.providers import condition
from gevinst.engines.invoicing.reading import PLAIN, OfLine, Reading
from gevinst.engines.invoicing.sampling import draw
from gevinst.engines.invoicing.services import NO_CODES, Service, service_date
from gevinst.engines.invoicing.suppliers import (
    numbered,
    plain_number,
    supplier_id,
    supplier_number,
)

MONEY = (2, 13)
DECIMAL = (6, 9)
TOTALS = {
    "lines_total": "lines",
    "without_tax": "without_tax",
    "with_tax": "with_tax",
    "tax": "tax",
    "allowances": "allowances",
    "charges": "charges",
    "prepaid": "prepaid",
    "rounding": "rounding",
    "payable": "payable",
}
READ_AS = dict.fromkeys(("supplier_number", "plain_number", "added"), "number") | {
    "credits": "preceding",
    "copy": "copy_indicator",
}
ACCOUNTS = ("account", "accounts", "account_country")
MOST_LINES = 100_000  # lines of a document that keep their order among those of other documents
REPLACED = 60


@dataclass(frozen=True, slots=True)
class Setting:
    """What a batch is read with: the day, the codes that the registers know, the seed of the samples, and
    how the block reads what is its own."""

    on: date
    codes: Codes = NO_CODES
    seed: str = ""
    reading: Reading = PLAIN


@dataclass(frozen=True)
class LineReading:
    """What was searched for in a line: the persons, the service and its day."""

    invoice: Invoice
    line: Line
    codes: Codes
    own: Reading = PLAIN

    @cached_property
    def people(self) -> list[Found[str]]:
        return persons(self.invoice, self.line)

    @cached_property
    def service(self) -> Service:
        return self.own.service(self.line, self.codes)

    @cached_property
    def others(self) -> OfLine:
        """What only this block reads of a line."""
        return self.own.line(self.invoice, self.line)

    @cached_property
    def day(self) -> Found[date] | None:
        return service_date(self.invoice, self.line)

    @cached_property
    def cpr(self) -> str | None:
        """The one person number; None where there is none or more than one."""
        return self.people[0].value if len(self.people) == 1 else None

    @cached_property
    def person(self) -> str | None:
        """What stands for that person where no CPR number may be kept."""
        return person_key(self.cpr) if self.cpr else None


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """A document as the rules see it, with what was searched for in its lines."""

    invoice: Invoice
    columns: dict[str, Any]
    readings: tuple[LineReading, ...] = ()
    line: str = ""

    def path(self, column: str) -> str:
        """Where the column was read."""
        if column in TOTALS:
            return str(self.invoice.totals.paths.get(TOTALS[column], ""))
        if column == "buyer":
            return str(self.invoice.customer.paths.get("gln", ""))
        if column in ACCOUNTS:
            return (
                str(self.invoice.payments[0].paths.get("account", ""))
                if self.invoice.payments
                else ""
            )
        return str(self.invoice.paths.get(READ_AS.get(column, column), ""))


@dataclass(frozen=True, slots=True)
class LineFacts:
    """A line as the rules see it; `found` are the columns that were searched for."""

    invoice: Invoice
    source: Line
    columns: dict[str, Any]
    found: dict[str, Place]

    @property
    def line(self) -> str:
        """The line's id in the document."""
        return self.source.id

    def path(self, column: str) -> str:
        """Where the column was read."""
        if column in self.found:
            return self.found[column].path
        field = {"base": "base_quantity"}.get(column, column)
        part = self.invoice if column == "issue_date" else self.source
        return str(part.paths.get(field, ""))


def document_facts(
    invoice: Invoice, reference: str, position: int, setting: Setting
) -> DocumentFacts:
    """The document's columns; `position` is its place in the batch, the first received first."""
    own = setting.reading
    readings = tuple(LineReading(invoice, line, setting.codes, own) for line in invoice.lines)
    payees = accounts.payees(invoice)
    columns = {
        "kind": invoice.kind,
        "issue_date": invoice.issue_date,
        "decided_on": setting.on,
        "supplier": invoice.supplier.cvr or None,
        "sender": supplier_id(invoice.supplier) or None,
        "number": invoice.number,
        "supplier_number": supplier_number(invoice) or None,
        "plain_number": plain_number(invoice.number) or None,
        "credits": credited(invoice) or None,
        "uuid": invoice.uuid.strip().casefold() or None,
        "copy": int(invoice.copy_indicator),
        "reference": reference,
        "position": position,
        "buyer": invoice.customer.gln or None,
        "people": people_key(readings) or None,
        "account": payees[0] if payees else None,
        "accounts": len(payees),
        "account_country": accounts.country(payees[0]) if payees else None,
        "draw": draw(setting.seed, reference),
        **_amounts(invoice),
        **own.document(invoice),
    }
    return DocumentFacts(invoice, columns, readings)


def line_facts(reading: LineReading, document: DocumentFacts, place: int, on: date) -> LineFacts:
    """The line's columns, what is searched for with its place; `place` counts the document's lines from 0."""
    invoice, line, code = reading.invoice, reading.line, reading.service.code
    met, day = condition(invoice, line), reading.day
    columns = {
        "supplier": invoice.supplier.cvr or None,
        "sender": document.columns["sender"],
        "reference": document.columns["reference"],
        "position": document.columns["position"] * MOST_LINES + place,
        "currency": invoice.currency,
        "cpr": reading.cpr,
        "cpr_count": len(reading.people),
        "person": reading.person,
        "replacement": int(reading.cpr is not None and int(reading.cpr[:2]) > REPLACED),
        "code": code,
        "code_count": len(reading.service.meant),
        "code_known": int(code in reading.codes.known),
        "code_group": reading.codes.groups.get(code or ""),
        "condition": met.value if met else None,
        "service_date": day.value if day else None,
        "issue_date": invoice.issue_date,
        "decided_on": on,
        "quantity": fitting(line.quantity, DECIMAL),
        "price": fitting(line.price * line.price_factor, DECIMAL),
        "base": fitting(line.base_quantity, DECIMAL),
        "amount": fitting(line.amount, MONEY),
        "adjustment": fitting(_adjustment(line.allowances), MONEY),
        **{name: found.value if found else None for name, found in reading.others.items()},
    }
    return LineFacts(invoice, line, columns, _places(reading, met))


def credited(invoice: Invoice) -> str:
    """The first invoice that the document credits, as `supplier_number` names it; "" for none."""
    return next((numbered(invoice, each.strip()) for each in invoice.preceding if each.strip()), "")


def people_key(readings: tuple[LineReading, ...]) -> str:
    """The same for documents about the same persons; "" where they name none."""
    return ",".join(sorted({each.person for each in readings if each.person}))


def _amounts(invoice: Invoice) -> dict[str, Decimal | None]:
    totals = invoice.totals
    adjusted = sum((_adjustment(line.allowances) for line in invoice.lines), Decimal(0))
    amounts = {column: getattr(totals, field) for column, field in TOTALS.items()}
    amounts |= {
        "line_sum": sum((line.amount for line in invoice.lines), Decimal(0)),
        "added": totals.charges - totals.allowances + totals.tax + totals.rounding + adjusted,
    }
    return {column: fitting(amount, MONEY) for column, amount in amounts.items()}


def _places(reading: LineReading, met: Found[str] | None) -> dict[str, Place]:
    places: dict[str, Place] = {}
    if reading.people:
        places = dict.fromkeys(
            ("cpr_count", "cpr", "person", "replacement"), reading.people[0].place
        )
    if reading.service.stated:
        stated = reading.service.stated.place
        places |= dict.fromkeys(("code", "code_count", "code_group"), stated)
    if reading.day:
        places["service_date"] = reading.day.place
    if met:
        places["condition"] = met.place
    return places | {name: found.place for name, found in reading.others.items() if found}


def _adjustment(allowances: tuple[AllowanceCharge, ...]) -> Decimal:
    return sum((each.amount if each.charge else -each.amount for each in allowances), Decimal(0))


def fitting(value: Decimal, size: tuple[int, int]) -> Decimal | None:
    """`value` where it fits the decimals and whole digits exactly, else None: unknown, never rounded.

    >>> fitting(Decimal("1.005"), MONEY) is None
    True
    """
    decimals, digits = size
    exponent = int(value.normalize().as_tuple().exponent) if value.is_finite() else -99
    return value if -exponent <= decimals and value.adjusted() < digits else None
