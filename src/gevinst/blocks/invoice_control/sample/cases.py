"""Plans sound invoices: what each says, and the register rows that make it right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from gevinst.blocks.invoice_control.sample.catalogue import (
    BUYER_GLN,
    MR,
    SERVICES,
    Catalogue,
    Service,
    Supplier,
)
from gevinst.engines.einvoice import DraftPayment
from gevinst.engines.money import half_up, total

REGION = "1082"
OTHER_REGIONS = ("1081", "1083", "1084", "1085")
PROFILES = ("oioubl-2",) * 12 + ("peppol-bis-3",) * 5 + ("oioubl-3",) * 3
PLACES = ("order", "property", "note", "header-note")
SECOND_HALF = 16
LAST_DAY = 24
UNITS = ("Billeddiagnostisk afdeling", "Ortopædkirurgisk afdeling", "Egen læge", "Øjenafdelingen")
Row = dict[str, object]


@dataclass(slots=True)
class PlannedLine:
    """One line: who, what, when, how much; and its rows in the registers.

    `code` and `name` are what the line says instead of the service's own, `provider` the provider number.
    """

    cpr: str
    service: Service
    on: date
    price: Decimal
    quantity: Decimal = Decimal(1)
    amount: Decimal | None = None
    tax_percent: Decimal = Decimal(0)
    dated: bool = True
    code: str | None = None
    name: str = ""
    provider: str = ""
    population: list[Row] = field(default_factory=list)
    referrals: list[Row] = field(default_factory=list)
    activity: list[Row] = field(default_factory=list)


@dataclass(slots=True)
class Case:
    """One invoice to be written. `person_place` says where its person numbers stand, `rows` what other
    registers hold about it."""

    kind: str
    profile: str
    supplier: Supplier
    number: str
    issued: date
    lines: list[PlannedLine]
    person_place: str
    document: str = "invoice"
    buyer_gln: str = BUYER_GLN
    due_days: int = 30
    payable: Decimal | None = None
    also_named: str = ""
    preceding: str = ""
    payment: DraftPayment | None = None
    rows: dict[str, list[Row]] = field(default_factory=dict)

    @property
    def first(self) -> PlannedLine:
        """The line that faults are seeded in."""
        return self.lines[0]

    @property
    def amount(self) -> Decimal:
        """The amount due: the lines, and their VAT of one rate rounded half up."""
        net = total(
            half_up(line.quantity * line.price) if line.amount is None else line.amount
            for line in self.lines
        )
        return net + half_up(net * self.first.tax_percent / 100)

    def has_row(self, register: str, **row: object) -> None:
        """Adds a row of that register."""
        self.rows.setdefault(register, []).append(row)


class Planner:
    """Draws sound invoices, each with its own persons and its own number."""

    def __init__(
        self, random: Random, catalogue: Catalogue, persons: Iterator[str], month: date
    ) -> None:
        self.random, self.catalogue, self.month = random, catalogue, month
        self.persons = persons
        self.control_on = (month.replace(day=28) + timedelta(days=4)).replace(day=2)
        self._numbers: dict[str, int] = {}

    def sound(self, kind: str, *, mr: bool) -> Case:
        """An invoice with nothing wrong: one line for a scan, one to three for other services."""
        random = self.random
        supplier = random.choice(self.catalogue.suppliers)
        lines = 1 if mr else random.choice((1, 1, 1, 1, 2, 3))
        issued = self.month.replace(day=random.randint(LAST_DAY + 1, 28))
        return Case(
            kind,
            random.choice(PROFILES),
            supplier,
            self.number(supplier),
            issued,
            [self.line(supplier, mr=mr) for _ in range(lines)],
            random.choice(PLACES) if lines == 1 else random.choice(("property", "note")),
        )

    def number(self, supplier: Supplier) -> str:
        """The supplier's next invoice number."""
        number = self._numbers.get(supplier.party.cvr, 1000) + 1
        self._numbers[supplier.party.cvr] = number
        return supplier.number_form.format(number)

    def line(self, supplier: Supplier, *, mr: bool) -> PlannedLine:
        """A service given within the month to a new person."""
        codes = MR if mr else [code for code, _, _ in SERVICES if code not in MR]
        on = self.month.replace(day=self.random.randint(1, LAST_DAY))
        return self.line_of(supplier, self.random.choice(codes), on)

    def line_of(self, supplier: Supplier, code: str, on: date) -> PlannedLine:
        """That service on that day, at the rate in force, with all that makes it right."""
        rate = self.catalogue.rate(supplier.party.cvr, code, on).rate
        line = PlannedLine(next(self.persons), self.catalogue.services[code], on, rate)
        self.make_right(line, supplier)
        return line

    def make_right(self, line: PlannedLine, supplier: Supplier) -> None:
        """Residence, referral and activity for the line's person, service and day."""
        line.population = self.history(line.cpr, line.on)
        line.referrals = [self.referral(line, -self.random.randint(5, 60), 90)]
        line.activity = [self.activity(line, supplier, self.random.choice((0, 0, 0, 0, 1, -1, 2)))]

    def history(self, cpr: str, on: date) -> list[Row]:
        """Resident of the region on that day; every third person lived elsewhere before."""
        since = on - timedelta(days=self.random.randint(200, 9000))
        rows = [residence(cpr, REGION, since, None)]
        if self.random.random() < 1 / 3:
            elsewhere = self.random.choice(OTHER_REGIONS)
            start = since - timedelta(days=self.random.randint(100, 4000))
            rows.insert(0, residence(cpr, elsewhere, start, since - timedelta(days=1)))
        return rows

    def referral(self, line: PlannedLine, start: int, end: int) -> Row:
        """A referral valid from `start` to `end` days from the service."""
        return {
            "cpr": line.cpr,
            "code": line.service.code,
            "valid_from": line.on + timedelta(days=start),
            "valid_to": line.on + timedelta(days=end),
            "referred_by": self.random.choice(UNITS),
        }

    def activity(self, line: PlannedLine, supplier: Supplier, days: int) -> Row:
        """The service as reported, so many days from the service date."""
        performed = line.on + timedelta(days=days)
        return {
            "cpr": line.cpr,
            "supplier": supplier.party.cvr,
            "code": line.service.code,
            "performed_on": performed,
            "reported_at": performed + timedelta(days=self.random.randint(1, 5)),
        }


def residence(cpr: str, region: str, start: date, end: date | None) -> Row:
    """A row of the population register."""
    return {"cpr": cpr, "region": region, "valid_from": start, "valid_to": end}
