"""What the rules look at: one record a document and one a line, with the columns of `rules/facts.yaml`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from gevinst.engines.einvoice.model import AllowanceCharge, Invoice, Line
from gevinst.engines.invoicing.persons import persons
from gevinst.engines.invoicing.places import Found, Place
from gevinst.engines.invoicing.services import service_code, service_date
from gevinst.engines.invoicing.suppliers import supplier_number

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


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """A document as the rules see it."""

    invoice: Invoice
    columns: dict[str, Any]
    line: str = ""

    def path(self, column: str) -> str:
        """Where the column was read."""
        if column in TOTALS:
            return str(self.invoice.totals.paths.get(TOTALS[column], ""))
        if column == "buyer":
            return str(self.invoice.customer.paths.get("gln", ""))
        field = {"supplier_number": "number", "added": "number"}.get(column, column)
        return str(self.invoice.paths.get(field, ""))


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
        return str(self.source.paths.get(field, ""))


def document_facts(invoice: Invoice, reference: str, position: int, on: date) -> DocumentFacts:
    """The document's columns; `position` is its place in the batch, the first received first."""
    totals = invoice.totals
    adjusted = sum((_adjustment(line.allowances) for line in invoice.lines), Decimal(0))
    added = totals.charges - totals.allowances + totals.tax + totals.rounding + adjusted
    amounts = {column: getattr(totals, field) for column, field in TOTALS.items()}
    amounts |= {
        "line_sum": sum((line.amount for line in invoice.lines), Decimal(0)),
        "added": added,
    }
    columns = {
        "kind": invoice.kind,
        "issue_date": invoice.issue_date,
        "decided_on": on,
        "supplier": invoice.supplier.cvr or None,
        "number": invoice.number,
        "supplier_number": supplier_number(invoice) or None,
        "reference": reference,
        "position": position,
        "buyer": invoice.customer.gln or None,
        **{column: fitting(amount, MONEY) for column, amount in amounts.items()},
    }
    return DocumentFacts(invoice, columns)


def line_facts(invoice: Invoice, line: Line, on: date) -> LineFacts:
    """The line's columns, what is searched for with its place."""
    people, code, day = persons(invoice, line), service_code(line), service_date(invoice, line)
    columns = {
        "supplier": invoice.supplier.cvr or None,
        "currency": invoice.currency,
        "cpr": people[0].value if len(people) == 1 else None,
        "cpr_count": len(people),
        "code": code.value if code else None,
        "service_date": day.value if day else None,
        "issue_date": invoice.issue_date,
        "decided_on": on,
        "quantity": fitting(line.quantity, DECIMAL),
        "price": fitting(line.price * line.price_factor, DECIMAL),
        "base": fitting(line.base_quantity, DECIMAL),
        "amount": fitting(line.amount, MONEY),
        "adjustment": fitting(_adjustment(line.allowances), MONEY),
    }
    return LineFacts(invoice, line, columns, _places(people, code, day))


def _places(
    people: list[Found[str]], code: Found[str] | None, day: Found[date] | None
) -> dict[str, Place]:
    places = {"cpr_count": people[0].place, "cpr": people[0].place} if people else {}
    if code:
        places["code"] = code.place
    if day:
        places["service_date"] = day.place
    return places


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
