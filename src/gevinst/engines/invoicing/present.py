"""An invoice as a person reads it, with the places that findings point at marked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from gevinst.engines.blockkit.contract import Field, Finding, Level, Note, Outcome, Section, Text
from gevinst.engines.einvoice.model import Address, Invoice, Line, Party, Paths
from gevinst.engines.invoicing.accounts import account
from gevinst.engines.invoicing.formats import format_notes
from gevinst.engines.invoicing.persons import persons
from gevinst.engines.invoicing.reading import PLAIN, Reading
from gevinst.engines.invoicing.services import NO_CODES, service_date

LEVELS = {Outcome.FAIL: Level.FAIL, Outcome.UNDECIDED: Level.UNDECIDED}
HEAD = (
    Text("Linje", "Line"),
    Text("Ydelse", "Service"),
    Text("Kode", "Code"),
    Text("Personnummer", "Person number"),
    Text("Ydelsesdato", "Service date"),
    Text("Antal", "Quantity"),
    Text("Pris", "Price"),
    Text("Beløb", "Amount"),
)
NUMERIC = frozenset({5, 6, 7})
TOTALS = (
    ("lines", Text("Linjer i alt", "Lines")),
    ("allowances", Text("Rabatter", "Allowances")),
    ("charges", Text("Gebyrer", "Charges")),
    ("without_tax", Text("Uden moms", "Without VAT")),
    ("tax", Text("Moms", "VAT")),
    ("with_tax", Text("Med moms", "With VAT")),
    ("prepaid", Text("Forudbetalt", "Prepaid")),
    ("rounding", Text("Afrunding", "Rounding")),
    ("payable", Text("Til betaling", "Amount due")),
)
FORMAT_RULES = frozenset({"format", "format-required"})
ALWAYS = frozenset({"lines", "payable"})


def sections(invoice: Invoice, findings: Sequence[Finding], own: Reading = PLAIN) -> list[Section]:
    """The whole invoice: header, parties, lines, totals, payment, attachments."""
    marks = _Marks(findings)
    parts = [
        _header(invoice, marks),
        _party(Text("Leverandør", "Supplier"), invoice.supplier, marks),
        _party(Text("Modtager", "Recipient"), invoice.customer, marks),
        _lines(invoice, marks, own),
        _totals(invoice, marks),
        _payment(invoice, marks),
        _attachments(invoice),
        _formats(invoice, findings),
    ]
    return [part for part in parts if part.fields or part.rows or part.notes]


def _formats(invoice: Invoice, findings: Sequence[Finding]) -> Section:
    """What is wrong with the format, rule by rule, where a finding says that something is."""
    broken = any(each.rule in FORMAT_RULES and each.outcome is not Outcome.OK for each in findings)
    title = Text("Formatfejl", "Format faults")
    return Section(title, notes=format_notes(invoice) if broken else ())


class _Marks:
    """The level of each path that a failed or undecided finding reads: the worst of them."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        self._levels: dict[str, Level] = {}
        self._lines: dict[str, list[Finding]] = {}
        for finding in findings:
            if finding.outcome is not Outcome.OK:
                self._mark(finding)

    def _mark(self, finding: Finding) -> None:
        self._lines.setdefault(finding.line, []).append(finding)
        for path in finding.paths:
            if self._levels.get(path) is not Level.FAIL:
                self._levels[path] = LEVELS[finding.outcome]

    def field(self, label: Text, value: str, path: str) -> Field:
        """The field with its level."""
        return Field(label, value, path, self._levels.get(path, Level.PLAIN))

    def notes(self, lines: Sequence[str]) -> tuple[Note, ...]:
        """What is wrong with the lines of those ids, as sentences."""
        found = [finding for line in dict.fromkeys(lines) for finding in self._lines.get(line, ())]
        return tuple(Note(_about(finding), LEVELS[finding.outcome]) for finding in found)


def _about(finding: Finding) -> Text:
    if not finding.line:
        return finding.message
    da, en = f"Linje {finding.line}: ", f"Line {finding.line}: "
    return Text(da + finding.message.da, en + finding.message.en)


def _header(invoice: Invoice, marks: _Marks) -> Section:
    kind = (
        Text("Faktura", "Invoice")
        if invoice.kind == "invoice"
        else Text("Kreditnota", "Credit note")
    )
    rows = (
        (Text("Nummer", "Number"), invoice.number, "number"),
        (Text("Fakturadato", "Issue date"), _day(invoice.issue_date), "issue_date"),
        (Text("Forfaldsdato", "Due date"), _day(invoice.due_date), "due_date"),
        (Text("Valuta", "Currency"), invoice.currency, "currency"),
        (Text("Ordre", "Order"), invoice.order, "order"),
        (Text("Kontrakt", "Contract"), invoice.contract, "contract"),
        (
            Text("Modtagers reference", "Buyer's reference"),
            invoice.buyer_reference,
            "buyer_reference",
        ),
        (Text("Krediterer", "Credits"), ", ".join(invoice.preceding), "preceding"),
        (Text("Bemærkning", "Note"), "\n".join(invoice.notes), "notes"),
        (Text("Format", "Format"), invoice.profile, "customization_id"),
    )
    return Section(kind, _present(rows, invoice.paths, marks), notes=marks.notes([""]))


def _party(title: Text, party: Party, marks: _Marks) -> Section:
    rows = (
        (Text("Navn", "Name"), party.name, "name"),
        (Text("CVR-nummer", "CVR number"), party.cvr, "cvr"),
        (Text("GLN", "GLN"), party.gln, "gln"),
        (Text("Adresse", "Address"), _address(party.address), "address"),
        (Text("Kontakt", "Contact"), party.contact_name or party.contact_id, "contact_name"),
        (Text("E-mail", "E-mail"), party.email, "email"),
    )
    return Section(title, _present(rows, party.paths, marks))


def _present(
    rows: Sequence[tuple[Text, str, str]], paths: Paths, marks: _Marks
) -> tuple[Field, ...]:
    return tuple(
        marks.field(label, value, paths.get(name, "")) for label, value, name in rows if value
    )


def _lines(invoice: Invoice, marks: _Marks, own: Reading) -> Section:
    rows = tuple(_line(invoice, line, marks, own) for line in invoice.lines)
    notes = marks.notes([line.id for line in invoice.lines])
    return Section(Text("Linjer", "Lines"), (), HEAD, rows, NUMERIC, notes)


def _line(invoice: Invoice, line: Line, marks: _Marks, own: Reading) -> tuple[Field, ...]:
    people, day = persons(invoice, line), service_date(invoice, line)
    code = own.service(line, NO_CODES).found
    name = " – ".join(text for text in (line.name, line.description) if text)
    cells = (
        (line.id, _path(line.paths, "id")),
        (name, _path(line.paths, "name")),
        (code.value if code else "", code.place.path if code else ""),
        (", ".join(each.value for each in people), people[0].place.path if people else ""),
        (_day(day.value) if day else "", day.place.path if day else ""),
        (_number(line.quantity), _path(line.paths, "quantity")),
        (_amount(line.price), _path(line.paths, "price")),
        (_amount(line.amount), _path(line.paths, "amount")),
    )
    return tuple(
        marks.field(label, value, path) for label, (value, path) in zip(HEAD, cells, strict=True)
    )


def _path(paths: Mapping[str, str], name: str) -> str:
    return paths.get(name, "")


def _totals(invoice: Invoice, marks: _Marks) -> Section:
    totals = invoice.totals
    rows = [
        (label, f"{_amount(getattr(totals, name))} {invoice.currency}", name)
        for name, label in TOTALS
        if name in ALWAYS or getattr(totals, name)
    ]
    return Section(Text("Beløb", "Amounts"), _present(rows, totals.paths, marks))


def _payment(invoice: Invoice, marks: _Marks) -> Section:
    due = next((payment.due for payment in invoice.payments if payment.due), None)
    rows = (
        (Text("Konto", "Account"), account(invoice), "account"),
        (Text("Betales senest", "Payable by"), _day(invoice.due_date or due), "due"),
    )
    paths = invoice.payments[0].paths if invoice.payments else {}
    return Section(Text("Betaling", "Payment"), _present(rows, paths, marks))


def _attachments(invoice: Invoice) -> Section:
    title = Text("Bilag", "Attachments")
    return Section(
        title,
        tuple(
            Field(Text(each.id, each.id), each.filename or each.description or each.uri)
            for each in invoice.attachments
        ),
    )


def _address(address: Address) -> str:
    street = f"{address.street} {address.number}".strip()
    town = f"{address.postcode} {address.city}".strip()
    return ", ".join(part for part in (street, town, address.country) if part)


def _day(value: date | None) -> str:
    return value.strftime("%d.%m.%Y") if value else ""


def _number(value: Decimal) -> str:
    return f"{value.normalize():,f}".translate(str.maketrans(",.", ".,"))


def _amount(value: Decimal) -> str:
    places = max(2, -int(value.normalize().as_tuple().exponent))
    return f"{value:,.{places}f}".translate(str.maketrans(",.", ".,"))
