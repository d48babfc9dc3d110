"""Spoils sound invoices, each kind in its own way, and sets up those on the border.

A fault touches one thing only, so that the rule meant for it is the first to stop the invoice.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

from gevinst.blocks.medical_certificates.columns import INTERPRETER, ORDINARY, SPECIALIST
from gevinst.blocks.medical_certificates.sample.cases import (
    AMBIGUOUS,
    CHANGED,
    OTHER_GLN,
    TEXTS,
    UNCONFIRMED,
    UNKNOWN,
    Case,
    Planner,
    fee,
)
from gevinst.engines.einvoice import DraftPayment
from gevinst.engines.invoicing.persons import person_key
from gevinst.engines.invoicing.suppliers import plain_number

DAY = timedelta(days=1)
Fault = Callable[[Planner, Case], None]


def _nothing(plan: Planner, case: Case) -> None:
    """Sound, or spoiled later: as bytes, or as a copy of another invoice."""


def _never_requested(plan: Planner, case: Case) -> None:
    case.rows["requests"] = []


def _requested(days: int) -> Fault:
    """So many days before the certificate; afterwards where it is negative."""

    def spoil(plan: Planner, case: Case) -> None:
        case.request["requested_on"] = case.on - DAY * days

    return spoil


def _another_case(plan: Planner, case: Case) -> None:
    case.request["case_number"] = f"{case.case_number[:-3]}9-{plan.month:%y}"


def _noted(text: str) -> Fault:
    def spoil(plan: Planner, case: Case) -> None:
        case.note = text.format(cpr=case.cpr, case=case.case_number, other=next(plan.persons))

    return spoil


def _another_doctor(plan: Planner, case: Case) -> None:
    others = [each for each in plan.clinics if each is not case.clinic]
    case.request["requested_from"] = plan.random.choice(others).party.cvr


def _doctor_not_stated(plan: Planner, case: Case) -> None:
    case.request["requested_from"], case.provider = "654321", ""


def _cancelled(days: int) -> Fault:
    def spoil(plan: Planner, case: Case) -> None:
        case.request["cancelled_on"] = case.on + DAY * days

    return spoil


def _paid(plan: Planner, case: Case) -> None:
    said = {name: case.request[name] for name in ("case_number", "cpr", "certificate")}
    case.has_row("payments", **said, paid_on=case.on - DAY)


def _invoiced_before(plan: Planner, case: Case) -> None:
    case.has_row(
        "history_lines",
        reference=f"{case.clinic.party.cvr}-tidligere",
        sender=case.clinic.party.cvr,
        person=person_key(case.cpr),
        code=case.certificate,
        service_date=case.on - DAY,
        amount=case.price,
        outcome="approved",
        case_number=case.case_number,
    )


def _invoiced_twice(plan: Planner, case: Case) -> None:
    case.also = (case.issued,)
    plan.priced(case, ORDINARY)
    case.certificate = case.request["certificate"] = "LÆ125"  # the same fee on both days
    plan.priced(case, ORDINARY)
    case.tax_percent = Decimal(0)


def _two_for_one(plan: Planner, case: Case) -> None:
    case.quantity = Decimal(2)


def _two_requests_one_paid(plan: Planner, case: Case) -> None:
    _paid(plan, case)
    case.has_row("requests", **plan.requested(case, 2))


def _wrong_fee(plan: Planner, case: Case) -> None:
    case.price += Decimal(plan.random.choice((1, 25, 5000, -100))) / 100


def _changing(plan: Planner, case: Case, on: date, priced_on: date) -> None:
    """A certificate whose fee changes, written on that day at the fee of another day."""
    case.certificate = case.request["certificate"] = plan.random.choice(CHANGED)
    case.on, case.tax_percent = on, Decimal(25)
    case.request["requested_on"] = on - DAY * 10
    case.price = fee(case.certificate, ORDINARY, priced_on, plan.changed_on)


def _old_fee(plan: Planner, case: Case) -> None:
    _changing(plan, case, plan.changed_on + DAY * 3, plan.changed_on - DAY)


def _new_fee_on_first_day(plan: Planner, case: Case) -> None:
    _changing(plan, case, plan.changed_on, plan.changed_on)


def _old_fee_on_last_day(plan: Planner, case: Case) -> None:
    _changing(plan, case, plan.changed_on - DAY, plan.changed_on - DAY)


def _certificate(number: str) -> Fault:
    """Another certificate, at 1,000 DKK and 25% VAT."""

    def spoil(plan: Planner, case: Case) -> None:
        case.certificate = case.request["certificate"] = number
        case.price, case.tax_percent = Decimal(1000), Decimal(25)

    return spoil


def _variant(variant: str, **said: object) -> Fault:
    def spoil(plan: Planner, case: Case) -> None:
        plan.priced(case, variant)
        case.request.update(said)

    return spoil


def _both_variants(plan: Planner, case: Case) -> None:
    plan.priced(case, SPECIALIST)
    case.request.update(interpreter=1, specialist=1)
    case.name = f"Lægeerklæring{TEXTS[SPECIALIST]}{TEXTS[INTERPRETER]}"


def _without_interpreter(plan: Planner, case: Case) -> None:
    case.name = "Lægeerklæring, uden tolk"


def _wrong_vat(plan: Planner, case: Case) -> None:
    case.tax_percent = Decimal(25) - case.tax_percent


def _coded(*forms: str) -> Fault:
    def spoil(plan: Planner, case: Case) -> None:
        case.code = plan.random.choice(forms).format(digits=case.certificate[2:])

    return spoil


def _in_the_text(plan: Planner, case: Case) -> None:
    digits = case.certificate[2:]
    case.code = plan.random.choice(("", "VARE-17"))
    case.name = plan.random.choice(
        (f"Lægeerklæring {digits}", f"Attest, LÆ{digits}", f"LÆ {digits}")
    )


def _not_dated(plan: Planner, case: Case) -> None:
    case.dated = False


def _dead(plan: Planner, case: Case) -> None:
    case.has_row("person_status", cpr=case.cpr, status="dead", valid_from=case.on - DAY * 3)


def _after_invoice(plan: Planner, case: Case) -> None:
    case.on = case.issued + DAY
    plan.priced(case, ORDINARY)


def _line_amount_off(plan: Planner, case: Case) -> None:
    case.amount = case.price + Decimal("0.50")


def _wrong_buyer(plan: Planner, case: Case) -> None:
    case.buyer_gln = OTHER_GLN


def _changed_account(plan: Planner, case: Case) -> None:
    case.payment = DraftPayment("42", f"{plan.random.randrange(10**10):010d}", "9998")


def _number_written_otherwise(plan: Planner, case: Case) -> None:
    case.has_row(
        "history",
        key=f"{case.clinic.party.cvr}|{case.number} ",
        reference=f"{case.clinic.party.cvr}-tidligere",
        received_at=(case.issued - DAY * 90).isoformat(),
        kind="invoice",
        sender=case.clinic.party.cvr,
        plain_number=plain_number(case.number),
    )


FAULTS: dict[str, Fault] = {
    "sound": _nothing,
    "never-requested": _never_requested,
    "requested-afterwards": _requested(-2),
    "requested-in-another-case": _another_case,
    "no-case-number": _noted("CPR {cpr}"),
    "two-case-numbers": _noted("CPR {cpr}, sag {case} og 27.36.00-G01-7-26"),
    "another-doctor": _another_doctor,
    "doctor-not-stated": _doctor_not_stated,
    "cancelled-before": _cancelled(-1),
    "cancelled-afterwards": _cancelled(1),
    "paid-before": _paid,
    "invoiced-before": _invoiced_before,
    "invoiced-twice": _invoiced_twice,
    "two-for-one-request": _two_for_one,
    "wrong-fee": _wrong_fee,
    "old-fee-after-change": _old_fee,
    "certificate-without-fee": _certificate(UNKNOWN),
    "two-fees-in-force": _certificate(AMBIGUOUS),
    "interpreter-not-requested": _variant(INTERPRETER),
    "specialist-not-asked": _variant(SPECIALIST),
    "request-silent-on-specialist": _variant(SPECIALIST, specialist=None),
    "both-variants": _both_variants,
    "wrong-vat": _wrong_vat,
    "vat-not-confirmed": _certificate(UNCONFIRMED),
    "no-certificate": _coded(""),
    "two-certificates": _coded("LÆ {digits} og LÆ 195"),
    "not-dated": _not_dated,
    "no-person": _noted("Sag {case}"),
    "two-persons": _noted("CPR {cpr} og {other}, sag {case}"),
    "dead-before": _dead,
    "dated-after-invoice": _after_invoice,
    "line-amount-off": _line_amount_off,
    "wrong-buyer": _wrong_buyer,
    "changed-account": _changed_account,
    "number-written-otherwise": _number_written_otherwise,
    "duplicate-number": _nothing,
    "not-xml": _nothing,
    "requested-on-the-day": _requested(0),
    "written-otherwise": _coded(
        "LÆ-{digits}", "lae {digits}", "Lægeerklæring nr. {digits}", "{digits}"
    ),
    "certificate-in-the-text": _in_the_text,
    "with-interpreter": _variant(INTERPRETER, interpreter=1),
    "by-specialist": _variant(SPECIALIST, specialist=1),
    "without-interpreter": _without_interpreter,
    "new-fee-on-its-first-day": _new_fee_on_first_day,
    "old-fee-on-its-last-day": _old_fee_on_last_day,
    "two-requests-one-paid": _two_requests_one_paid,
}
