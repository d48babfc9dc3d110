"""Spoils sound invoices, each kind in its own way, and sets up those on the border.

A fault touches one thing only, so that the rule meant for it is the first to stop the invoice.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from decimal import Decimal

from gevinst.blocks.invoice_control.sample.cases import (
    OTHER_REGIONS,
    REGION,
    SECOND_HALF,
    Case,
    Planner,
    residence,
)
from gevinst.blocks.invoice_control.sample.catalogue import (
    AMBIGUOUS,
    MR,
    OTHER_GLN,
    SERVICES,
    UNAGREED,
    changing,
)
from gevinst.blocks.invoice_control.sample.checked import CHECKED
from gevinst.blocks.invoice_control.sample.repeated import REPEATED, before

DAY = timedelta(days=1)
Fault = Callable[[Planner, Case], None]


def _wrong_rate(plan: Planner, case: Case) -> None:
    off = plan.random.choice((1, 25, 5000, 12_550, -100, -2500))
    case.first.price += Decimal(off) / 100


def _reprice(plan: Planner, case: Case, on: date, priced_on: date) -> None:
    """The first line becomes a service whose rate changes, on that day at the rate of another day."""
    codes = [code for code, _, _ in SERVICES if (code in MR) == (case.first.service.code in MR)]
    cvr, code = plan.random.choice(changing(plan.catalogue, codes))
    case.supplier = next(each for each in plan.catalogue.suppliers if each.party.cvr == cvr)
    case.number = plan.number(case.supplier)
    for place, line in enumerate(case.lines):
        wanted, day = (code, on) if place == 0 else (line.service.code, line.on)
        case.lines[place] = plan.line_of(case.supplier, wanted, day)
    case.first.price = plan.catalogue.rate(cvr, code, priced_on).rate


def _old_rate_after_change(plan: Planner, case: Case) -> None:
    changed = plan.catalogue.changed_on
    on = changed + DAY * plan.random.randint(0, 9)
    _reprice(plan, case, on, changed - DAY)


def _new_rate_on_its_first_day(plan: Planner, case: Case) -> None:
    changed = plan.catalogue.changed_on
    _reprice(plan, case, changed, changed)


def _old_rate_on_its_last_day(plan: Planner, case: Case) -> None:
    last = plan.catalogue.changed_on - DAY
    _reprice(plan, case, last, last)


def _other_service(
    plan: Planner, case: Case, services: Mapping[bool, tuple[str, str, int]]
) -> None:
    line = case.first
    code, _, price = services[line.service.code in MR]
    line.service, line.price = plan.catalogue.services[code], Decimal(price)
    plan.make_right(line, case.supplier)


def _code_without_agreement(plan: Planner, case: Case) -> None:
    _other_service(plan, case, UNAGREED)


def _two_rates_in_force(plan: Planner, case: Case) -> None:
    _other_service(plan, case, AMBIGUOUS)


def _no_service_date(plan: Planner, case: Case) -> None:
    for line in case.lines:
        line.dated = False


def _not_resident(plan: Planner, case: Case) -> None:
    for row in case.first.population:
        row["region"] = plan.random.choice(OTHER_REGIONS)


def _moved_away_before(plan: Planner, case: Case) -> None:
    line, elsewhere = case.first, plan.random.choice(OTHER_REGIONS)
    moved = line.on - DAY * plan.random.choice((0, 1, 7, 60))
    line.population[-1]["valid_to"] = moved - DAY
    line.population.append(residence(line.cpr, elsewhere, moved, None))


def _unknown_person(plan: Planner, case: Case) -> None:
    case.first.population = []


def _moved_in_on_the_day(plan: Planner, case: Case) -> None:
    line, elsewhere = case.first, plan.random.choice(OTHER_REGIONS)
    line.population = [
        residence(line.cpr, elsewhere, line.on - DAY * 900, line.on - DAY),
        residence(line.cpr, REGION, line.on, None),
    ]


def _moves_out_the_day_after(plan: Planner, case: Case) -> None:
    line, elsewhere = case.first, plan.random.choice(OTHER_REGIONS)
    line.population[-1]["valid_to"] = line.on
    line.population.append(residence(line.cpr, elsewhere, line.on + DAY, None))


def _no_referral(plan: Planner, case: Case) -> None:
    """Half of them have a referral, but to another service."""
    case.first.referrals = case.first.referrals[: plan.random.randint(0, 1)]
    for row in case.first.referrals:
        row["code"] = "AND00"


def _referral_expired(plan: Planner, case: Case) -> None:
    case.first.referrals = [plan.referral(case.first, -120, -plan.random.choice((1, 2, 30)))]


def _referral_ends_on_the_day(plan: Planner, case: Case) -> None:
    case.first.referrals = [plan.referral(case.first, -60, 0)]


def _referral_starts_on_the_day(plan: Planner, case: Case) -> None:
    case.first.referrals = [plan.referral(case.first, 0, 60)]


def _several_referrals(plan: Planner, case: Case) -> None:
    periods = ((-200, -90), (-30, 60), (-10, 80), (5, 95))
    case.first.referrals = [plan.referral(case.first, start, end) for start, end in periods]


def _late_in_the_month(plan: Planner, case: Case) -> None:
    """Late enough that the waiting has not been given up when the month is controlled."""
    for place, line in enumerate(case.lines):
        on = plan.month.replace(day=plan.random.randint(SECOND_HALF, 24))
        case.lines[place] = plan.line_of(case.supplier, line.service.code, on)


def _activity_missing(plan: Planner, case: Case) -> None:
    """Some have one from another hospital, or one for another service."""
    _late_in_the_month(plan, case)
    line = case.first
    other = plan.random.choice(("", "code", "supplier"))
    line.activity = line.activity if other else []
    for row in line.activity:
        row[other] = "AND00"


def _one_of_two_reported(plan: Planner, case: Case) -> None:
    _late_in_the_month(plan, case)
    case.first.quantity = Decimal(2)


def _two_of_the_same_service(plan: Planner, case: Case) -> None:
    case.first.quantity = Decimal(2)
    case.first.activity.append(plan.activity(case.first, case.supplier, 0))


def _activity_off(*days: int) -> Fault:
    def spoil(plan: Planner, case: Case) -> None:
        off = plan.random.choice(days)
        case.first.activity = [plan.activity(case.first, case.supplier, off)]

    return spoil


def _never_reported(plan: Planner, case: Case) -> None:
    """Given and invoiced two months before: the waiting is over."""
    case.issued -= DAY * 65
    for place, line in enumerate(case.lines):
        on = line.on - DAY * 65
        case.lines[place] = plan.line_of(case.supplier, line.service.code, on)
    case.first.activity = []


def _line_amount_off(plan: Planner, case: Case) -> None:
    line = case.first
    off = plan.random.choice((Decimal("0.01"), Decimal("0.50"), Decimal("0.99"), Decimal("-0.25")))
    line.amount = line.quantity * line.price + off


def _vat_added(plan: Planner, case: Case) -> None:
    for line in case.lines:
        line.tax_percent = Decimal(25)


def _two_persons(plan: Planner, case: Case) -> None:
    case.also_named = next(plan.persons)


def _no_person(plan: Planner, case: Case) -> None:
    case.person_place = "nowhere"


def _wrong_buyer(plan: Planner, case: Case) -> None:
    case.buyer_gln = OTHER_GLN


def _credit_note(plan: Planner, case: Case) -> None:
    case.document, case.preceding = "credit-note", "SIDSTE-7"
    before(plan, case, number=case.preceding)


def _totals_differ(plan: Planner, case: Case) -> None:
    line_sum = sum((line.quantity * line.price for line in case.lines), Decimal(0))
    case.payable = line_sum + 250


def _wrong_rate_and_activity_missing(plan: Planner, case: Case) -> None:
    _activity_missing(plan, case)
    _wrong_rate(plan, case)


def _nothing(plan: Planner, case: Case) -> None:
    """Sound, or spoiled later: as bytes, or as a copy of another invoice."""


FAULTS: dict[str, Fault] = {
    **REPEATED,
    **CHECKED,
    "sound": _nothing,
    "wrong-rate": _wrong_rate,
    "old-rate-after-change": _old_rate_after_change,
    "code-without-agreement": _code_without_agreement,
    "two-rates-in-force": _two_rates_in_force,
    "no-service-date": _no_service_date,
    "not-resident": _not_resident,
    "moved-away-before": _moved_away_before,
    "unknown-person": _unknown_person,
    "no-referral": _no_referral,
    "referral-expired": _referral_expired,
    "activity-missing": _activity_missing,
    "one-of-two-reported": _one_of_two_reported,
    "activity-four-days-off": _activity_off(-4, 4),
    "never-reported": _never_reported,
    "line-amount-off": _line_amount_off,
    "vat-added": _vat_added,
    "duplicate-number": _nothing,
    "two-persons": _two_persons,
    "no-person": _no_person,
    "wrong-buyer": _wrong_buyer,
    "credit-note": _credit_note,
    "wrong-rate-and-activity-missing": _wrong_rate_and_activity_missing,
    "not-xml": _nothing,
    "totals-differ": _totals_differ,
    "unknown-profile": _nothing,
    "activity-three-days-before": _activity_off(-3),
    "activity-three-days-after": _activity_off(3),
    "new-rate-on-its-first-day": _new_rate_on_its_first_day,
    "old-rate-on-its-last-day": _old_rate_on_its_last_day,
    "moved-in-on-the-day": _moved_in_on_the_day,
    "moves-out-the-day-after": _moves_out_the_day_after,
    "referral-ends-on-the-day": _referral_ends_on_the_day,
    "referral-starts-on-the-day": _referral_starts_on_the_day,
    "several-referrals": _several_referrals,
    "two-of-the-same-service": _two_of_the_same_service,
}


def spoil(plan: Planner, case: Case) -> Case:
    """The case with what its kind says wrong, or on the border."""
    FAULTS[case.kind](plan, case)
    return case
