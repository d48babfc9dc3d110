"""Spoils sound invoices by what came before them: the same claim sent, numbered or credited otherwise."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from uuid import NAMESPACE_URL, uuid5

from gevinst.blocks.invoice_control.sample.cases import Case, Planner
from gevinst.blocks.invoice_control.sample.catalogue import COURSE, MR
from gevinst.engines.invoicing.persons import person_key
from gevinst.engines.invoicing.sample.companies import account_of
from gevinst.engines.invoicing.suppliers import plain_number

DAY = timedelta(days=1)
LONG_BEFORE = 200
Fault = Callable[[Planner, Case], None]


def before(plan: Planner, case: Case, **said: object) -> None:
    """An invoice received before, as the host hands it back: from the same supplier, else unlike the case."""
    number = str(said.pop("number", f"SIDSTE-{plan.random.randrange(10**6)}"))
    issued = case.issued - DAY * LONG_BEFORE
    case.has_row(
        "history",
        **{
            "key": f"{case.supplier.party.cvr}|{number}",
            "reference": f"{case.supplier.party.cvr}-{number}-tidligere",
            "received_at": (issued + DAY).isoformat(),
            "kind": "invoice",
            "sender": case.supplier.party.cvr,
            "plain_number": plain_number(number),
            "payable": case.amount + 1,
            "issue_date": issued,
            "people": person_key(next(plan.persons)),
            "account": account_of(case.supplier.payment),
            "outcome": "approved",
            **said,
        },
    )


def _people(case: Case) -> str:
    return ",".join(sorted({person_key(line.cpr) for line in case.lines}))


def _number_written_otherwise(plan: Planner, case: Case) -> None:
    before(plan, case, number=plain_number(case.number).lower())


def _sent_again(plan: Planner, case: Case) -> None:
    case.profile = "oioubl-2"
    named = f"{case.supplier.party.cvr}/{case.document}/{case.number}"
    before(plan, case, uuid=str(uuid5(NAMESPACE_URL, named)))


def _near_number(plan: Planner, case: Case) -> None:
    """One sign is another, as where a digit was misread."""
    other = f"{case.number[:-1]}X"
    before(plan, case, number=other, payable=case.amount, people=_people(case))


def _same_amount_again(plan: Planner, case: Case) -> None:
    issued = case.issued - DAY * plan.random.randint(1, 20)
    before(plan, case, payable=case.amount, people=_people(case), issue_date=issued)


def _already_credited(plan: Planner, case: Case) -> None:
    credited = f"{case.supplier.party.cvr}|{case.number}"
    before(plan, case, kind="credit-note", credits=credited)


def _credit_note_without_invoice(plan: Planner, case: Case) -> None:
    """Half of them say which, but no such invoice was received."""
    case.document = "credit-note"
    case.preceding = plan.random.choice(("", "UKENDT-1"))


def _line_before(case: Case, code: str, days: int) -> None:
    case.has_row(
        "history_lines",
        reference=f"{case.supplier.party.cvr}-tidligere",
        sender=case.supplier.party.cvr,
        person=person_key(case.first.cpr),
        code=code,
        service_date=case.first.on - DAY * days,
        amount=case.first.price,
        outcome="approved",
    )


def _service_invoiced_before(plan: Planner, case: Case) -> None:
    _line_before(case, case.first.service.code, 0)


def _service_twice(plan: Planner, case: Case) -> None:
    """The same person, service and day on two lines; reported twice, so that only the lines tell."""
    case.first.activity.append(plan.activity(case.first, case.supplier, 0))
    case.lines.append(replace(case.first, population=[], referrals=[], activity=[]))
    if case.person_place in ("order", "header-note"):
        case.person_place = "note"


def _course(plan: Planner, case: Case) -> None:
    code = COURSE[case.first.service.code in MR][0]
    case.lines[0] = plan.line_of(case.supplier, code, case.first.on)


def _course_and_part(plan: Planner, case: Case) -> None:
    """A service that the course includes stands as a line of its own, for the same person some days off."""
    part = case.first
    _course(plan, case)
    course, days = case.first, plan.random.choice((0, 0, 3, -3))
    one = replace(part, cpr=course.cpr, on=course.on - DAY * abs(days))
    one.price = plan.catalogue.rate(case.supplier.party.cvr, one.service.code, one.on).rate
    plan.make_right(one, case.supplier)
    one.population = []
    case.lines.append(one)
    course.population[-1]["valid_from"] = course.on - DAY * LONG_BEFORE
    if case.person_place in ("order", "header-note"):
        case.person_place = "note"


def _part_invoiced_before(plan: Planner, case: Case) -> None:
    part = case.first.service.code
    _course(plan, case)
    _line_before(case, part, plan.random.choice((0, 7, 30)))


REPEATED: dict[str, Fault] = {
    "number-written-otherwise": _number_written_otherwise,
    "sent-again": _sent_again,
    "near-number": _near_number,
    "same-amount-again": _same_amount_again,
    "already-credited": _already_credited,
    "credit-note-without-invoice": _credit_note_without_invoice,
    "service-invoiced-before": _service_invoiced_before,
    "service-twice": _service_twice,
    "course-and-part": _course_and_part,
    "part-invoiced-before": _part_invoiced_before,
}
