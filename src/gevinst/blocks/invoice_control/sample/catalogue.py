"""The invented suppliers, services and agreed rates of a sample month."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from gevinst.engines.einvoice import DraftParty, DraftPayment
from gevinst.engines.invoicing.sample.companies import CVR_RANGE, cvr

BUYER_GLN = "5790001000011"
OTHER_GLN = "5790001000028"
TOWNS = (("8000", "Aarhus C"), ("7500", "Holstebro"), ("8700", "Horsens"), ("8900", "Randers C"))
SERVICES = (
    ("MR01", "MR-skanning, knæ", 2150),
    ("MR02", "MR-skanning, ryg", 2390),
    ("MR03", "MR-skanning, hoved", 2480),
    ("ORT10", "Artroskopi, knæ", 9870),
    ("ORT12", "Operation, karpaltunnel", 5240),
    ("ØJE20", "Operation, grå stær", 6125),
    ("KIR30", "Operation, lyskebrok", 8960),
    ("ULT50", "Ultralydsundersøgelse", 1185),
    ("GAS60", "Koloskopi", 4310),
    ("ØNH70", "Undersøgelse, øre-næse-hals", 1420),
)
MR = ("MR01", "MR02", "MR03")
# Whether a scan -> a service with two agreements at once, and one with none
AMBIGUOUS = {
    False: ("KIR98", "Operation med to aftaler", 7200),
    True: ("MR08", "MR-skanning, skulder", 2300),
}
UNAGREED = {
    False: ("PLA99", "Behandling uden aftale", 3900),
    True: ("MR09", "MR-skanning, hele kroppen", 5400),
}
# … a course rate, which includes whatever the other services are; and one whose rate has a condition
COURSE = {False: ("FOR80", "Forløb, knæ", 21_400), True: ("MR80", "MR-forløb", 8200)}
CONDITIONAL = {
    False: ("SPE40", "Konsultation hos speciallæge", 1350),
    True: ("MR40", "MR-vurdering hos speciallæge", 2600),
}
DISCOUNT = 300  # what a doctor with a provider number costs less
GROUPS = {"MR01": "MR", "MR02": "MR", "MR03": "MR", "ORT10": "ORT", "ORT12": "ORT"}
PARTS_WITHIN = 30
SUPPLIERS = 12
CEILING = 500


@dataclass(frozen=True, slots=True)
class Service:
    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Rate:
    """An agreed rate in DKK, in force from `start` to `end` (None: until further notice)."""

    supplier: str
    code: str
    rate: Decimal
    start: date
    end: date | None


@dataclass(frozen=True, slots=True)
class Supplier:
    party: DraftParty
    payment: DraftPayment
    number_form: str


@dataclass(frozen=True, slots=True)
class Catalogue:
    """`changed_on` is the first day of the rates that change within the month; the robot is stopped for
    `stopped` and may approve next to nothing of `capped`."""

    suppliers: tuple[Supplier, ...]
    services: dict[str, Service]
    rates: tuple[Rate, ...]
    changed_on: date
    stopped: Supplier
    capped: Supplier

    def rate(self, supplier: str, code: str, on: date) -> Rate:
        """The one rate in force."""
        return next(
            each
            for each in self.rates
            if (each.supplier, each.code) == (supplier, code)
            and each.start <= on
            and (each.end is None or on <= each.end)
        )


def catalogue(random: Random, month: date) -> Catalogue:
    """Suppliers with agreements for every service; every second rate changes on the 15th."""
    suppliers = tuple(_supplier(number) for number in range(SUPPLIERS + 2))
    changed_on = month.replace(day=15)
    special = (AMBIGUOUS, UNAGREED, COURSE, CONDITIONAL)
    offered = (*SERVICES, *(each for kind in special for each in kind.values()))
    services = {code: Service(code, name) for code, name, _ in offered}
    rates = [
        rate
        for number, supplier in enumerate(suppliers)
        for place, (code, _, base) in enumerate(SERVICES)
        for rate in _rates(
            random,
            supplier.party.cvr,
            code,
            base,
            change=changed_on if (number + place) % 2 else None,
            year=month.replace(month=1, day=1),
        )
    ]
    for supplier in suppliers:
        rates += _two_at_once(supplier.party.cvr, month)
        rates += _courses(supplier.party.cvr, month)
    *ordinary, stopped, capped = suppliers
    return Catalogue(tuple(ordinary), services, tuple(rates), changed_on, stopped, capped)


def changing(catalogue_: Catalogue, codes: Sequence[str]) -> list[tuple[str, str]]:
    """Supplier and code of the rates that change within the month."""
    return [
        (each.supplier, each.code)
        for each in catalogue_.rates
        if each.start == catalogue_.changed_on
        and each.code in codes
        and each.supplier not in (catalogue_.stopped.party.cvr, catalogue_.capped.party.cvr)
    ]


def _rates(
    random: Random, supplier: str, code: str, base: int, *, change: date | None, year: date
) -> list[Rate]:
    """Last year's rate, and this year's: one, or two with the second from `change` on."""
    old, now, new = (_priced(random, base, step) for step in (-2, 0, 2))
    before = year.replace(year=year.year - 1)
    past = Rate(supplier, code, old, before, year - timedelta(days=1))
    if change is None:
        return [past, Rate(supplier, code, now, year, None)]
    last = change - timedelta(days=1)
    return [past, Rate(supplier, code, now, year, last), Rate(supplier, code, new, change, None)]


def _priced(random: Random, base: int, step: int) -> Decimal:
    """A rate near `base`, `step` percent off, in steps of a quarter krone."""
    quarters = base * 4 * (100 + step) // 100 + random.randrange(-base // 50, base // 50)
    return Decimal(quarters) / 4


def _two_at_once(supplier: str, month: date) -> list[Rate]:
    start = month.replace(month=1, day=1)
    return [
        Rate(supplier, code, Decimal(base + more), start, None)
        for code, _, base in AMBIGUOUS.values()
        for more in (0, 450)
    ]


def _courses(supplier: str, month: date) -> list[Rate]:
    start = month.replace(month=1, day=1)
    return [Rate(supplier, code, Decimal(base), start, None) for code, _, base in COURSE.values()]


def _supplier(number: int) -> Supplier:
    letter, town = "ABCDEFGHIJKLMN"[number], TOWNS[number % len(TOWNS)]
    party = DraftParty(
        name=f"Privathospital {letter}",
        cvr=cvr(CVR_RANGE + number * 1000),
        street="Eksempelvej",
        number=str(number + 1),
        postcode=town[0],
        city=town[1],
    )
    return Supplier(party, _payment(number), ("F-{:06d}", "{:07d}", "PH/{:05d}")[number % 3])


def _payment(number: int) -> DraftPayment:
    if number % 4 == 1:
        return DraftPayment("93", f"8{number:07d}", "", "71", f"{number:014d}" + "0")
    return DraftPayment("42", f"{7_000_000 + number:010d}", "9999")
