"""Plans sound invoices for medical certificates: what each says, and the register rows that make it right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from gevinst.blocks.medical_certificates.columns import INTERPRETER, ORDINARY, SPECIALIST
from gevinst.engines.einvoice import DraftParty, DraftPayment
from gevinst.engines.invoicing.sample.companies import CVR_RANGE, cvr

PROFILES = ("oioubl-2",) * 6 + ("peppol-bis-3",) * 3 + ("oioubl-3",)
BUYER_GLN, OTHER_GLN = "5790001000011", "5790001000028"
FIRST_CLINIC = 400_000  # after the invented suppliers of other samples
CLINICS = 10
LAST_DAY = 24
CHANGE_DAY = 15
# Invented: certificate -> ordinary fee, VAT rate in percent
FEES = {
    "LÆ125": (980, 0),
    "LÆ135": (1420, 25),
    "LÆ145": (1160, 25),
    "LÆ155": (2050, 25),
    "LÆ255": (640, 25),
    "LÆ265": (870, 0),
    "LÆ285": (1310, 25),
}
MORE = {ORDINARY: 0, INTERPRETER: 350, SPECIALIST: 900}
CHANGED, RISE = ("LÆ145", "LÆ285"), 25  # their fees rise on the 15th
AMBIGUOUS, UNCONFIRMED, UNKNOWN = "LÆ995", "LÆ996", "LÆ999"
TEXTS = {ORDINARY: "", INTERPRETER: ", med tolk", SPECIALIST: ", speciallæge"}
Row = dict[str, object]


@dataclass(frozen=True, slots=True)
class Clinic:
    """A doctors' clinic; with a provider number it is asked by that, else by its CVR number."""

    party: DraftParty
    payment: DraftPayment
    provider: str

    @property
    def asked_as(self) -> str:
        return self.provider or self.party.cvr


@dataclass(slots=True)
class Case:
    """One invoice for one certificate; `rows` are what the registers hold about it.

    `also` are further dates on which the same certificate stands as lines of their own.
    """

    kind: str
    profile: str
    clinic: Clinic
    number: str
    issued: date
    cpr: str
    case_number: str
    certificate: str
    on: date
    price: Decimal
    tax_percent: Decimal
    variant: str = ORDINARY
    code: str | None = None
    name: str = ""
    note: str | None = None
    dated: bool = True
    provider: str | None = None
    quantity: Decimal = Decimal(1)
    amount: Decimal | None = None
    buyer_gln: str = BUYER_GLN
    due_days: int = 30
    payment: DraftPayment | None = None
    also: tuple[date, ...] = ()
    rows: dict[str, list[Row]] = field(default_factory=dict)

    def has_row(self, register: str, **row: object) -> None:
        """Adds a row of that register."""
        self.rows.setdefault(register, []).append(row)

    @property
    def request(self) -> Row:
        """The row of the request that the certificate answers."""
        return self.rows["requests"][0]


class Planner:
    """Draws sound invoices, each with its own person, case and number."""

    def __init__(self, random: Random, persons: Iterator[str], month: date) -> None:
        self.random, self.persons, self.month = random, persons, month
        self.clinics = tuple(_clinic(number) for number in range(CLINICS))
        self.changed_on = month.replace(day=CHANGE_DAY)
        self.control_on = (month.replace(day=28) + timedelta(days=4)).replace(day=2)
        self._numbers = 0

    def sound(self, kind: str) -> Case:
        """An invoice with nothing wrong."""
        random = self.random
        self._numbers += 1
        on = self.month.replace(day=random.randint(1, LAST_DAY))
        certificate, clinic = random.choice(list(FEES)), random.choice(self.clinics)
        case = Case(
            kind,
            random.choice(PROFILES),
            clinic,
            f"LE-{self._numbers:06d}",
            self.month.replace(day=random.randint(LAST_DAY + 1, 28)),
            next(self.persons),
            f"27.36.{random.randrange(10, 99)}-G01-{self._numbers}-{self.month:%y}",
            certificate,
            on,
            Decimal(0),
            Decimal(FEES[certificate][1]),
        )
        self.priced(case, ORDINARY)
        case.has_row("requests", **self.requested(case, random.randint(5, 40)))
        return case

    def priced(self, case: Case, variant: str) -> None:
        """The case at the fee of its variant on its day."""
        case.variant, case.price = variant, fee(case.certificate, variant, case.on, self.changed_on)

    def requested(self, case: Case, days: int) -> Row:
        """A request from the case to its clinic so many days before the certificate."""
        return {
            "case_number": case.case_number,
            "cpr": case.cpr,
            "certificate": case.certificate,
            "requested_on": case.on - timedelta(days=days),
            "requested_from": case.clinic.asked_as,
            "interpreter": 0,
            "specialist": 0,
        }


def fee(certificate: str, variant: str, on: date, changed_on: date) -> Decimal:
    """The invented fee on the day, in DKK without VAT."""
    rise = RISE if certificate in CHANGED and on >= changed_on else 0
    return Decimal(FEES[certificate][0] + MORE[variant] + rise)


def _clinic(number: int) -> Clinic:
    party = DraftParty(
        name=f"Lægehuset {'ABCDEFGHIJ'[number]}",
        cvr=cvr(CVR_RANGE + FIRST_CLINIC + number * 1000),
        street="Eksempelvej",
        number=str(number + 1),
        postcode="8660",
        city="Skanderborg",
    )
    payment = DraftPayment("42", f"{8_000_000 + number:010d}", "9999")
    return Clinic(party, payment, f"{100_000 + number * 7:06d}" if number % 2 else "")
