"""Spoils sound invoices in who is treated, paid, referring or named; and sets up those on the border."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from gevinst.blocks.invoice_control.sample.cases import Case, Planner
from gevinst.blocks.invoice_control.sample.catalogue import (
    CONDITIONAL,
    DISCOUNT,
    GROUPS,
    MR,
    SERVICES,
    Supplier,
)
from gevinst.engines.einvoice import DraftPayment
from gevinst.engines.invoicing.sample.companies import account_of

DAY = timedelta(days=1)
PROVIDER = "012345"
Fault = Callable[[Planner, Case], None]


def _status(case: Case, status: str, days: int) -> None:
    day = case.first.on - DAY * days
    case.has_row("person_status", cpr=case.first.cpr, status=status, valid_from=day)


def _dead_before(plan: Planner, case: Case) -> None:
    _status(case, plan.random.choice(("dead", "dead", "emigrated")), plan.random.choice((1, 2, 40)))


def _died_on_the_day(plan: Planner, case: Case) -> None:
    _status(case, "dead", 0)


def _service_after_invoice(plan: Planner, case: Case) -> None:
    on = case.issued + DAY * plan.random.choice((1, 2))
    case.lines[0] = plan.line_of(case.supplier, case.first.service.code, on)


def _two_codes(plan: Planner, case: Case) -> None:
    code = case.first.service.code
    other = next(each for each, _, _ in SERVICES if each != code)
    case.first.code = f"{code} / {other}"


def _code_written_otherwise(plan: Planner, case: Case) -> None:
    code = case.first.service.code
    split = f"{code[:-2]}-{code[-2:]}"
    case.first.code = plan.random.choice(
        (f"SKS: {code}", split.lower(), f"{code[:-2]} {code[-2:]}")
    )


def _code_in_the_text(plan: Planner, case: Case) -> None:
    case.first.code = ""
    case.first.name = f"{case.first.service.name} ({case.first.service.code})"


def _conditional(plan: Planner, case: Case, provider: str, off: int) -> None:
    code, _, base = CONDITIONAL[case.first.service.code in MR]
    line = replace(case.first, service=plan.catalogue.services[code], provider=provider)
    line.price = line.price * 0 + base - off
    plan.make_right(line, case.supplier)
    case.lines[0] = line


def _provider_number_rate(plan: Planner, case: Case) -> None:
    provider = plan.random.choice((PROVIDER, "ingen"))
    _conditional(plan, case, provider, DISCOUNT if provider == PROVIDER else 0)


def _no_provider_number_rate(plan: Planner, case: Case) -> None:
    _conditional(plan, case, PROVIDER, 0)


def _provider_number_not_stated(plan: Planner, case: Case) -> None:
    _conditional(plan, case, "", 0)


def _unit_may_not_refer(plan: Planner, case: Case) -> None:
    for row in case.first.referrals:
        row["referred_by"] = "Et vikarbureau"


def _referred_to_the_group(plan: Planner, case: Case) -> None:
    """To the group where the code has one; the code itself where not."""
    for row in case.first.referrals:
        row["code"] = GROUPS.get(str(row["code"]), row["code"])


def _changed_account(plan: Planner, case: Case) -> None:
    number = f"{plan.random.randrange(10**10):010d}"
    case.payment = plan.random.choice(
        (
            DraftPayment("42", number, "9998"),
            DraftPayment("93", "89999999", "", "71", "0" * 14 + "0"),
        )
    )


def _confirmed_account(plan: Planner, case: Case) -> None:
    case.payment = DraftPayment("42", f"{plan.random.randrange(10**10):010d}", "9998")
    case.has_row(
        "account_confirmations",
        sender=case.supplier.party.cvr,
        account=account_of(case.payment),
        confirmed_by=2,
    )


def _account_of_another(plan: Planner, case: Case) -> None:
    """An account that no invoice of the month is paid to, but another supplier was."""
    case.payment = DraftPayment("42", f"{plan.random.randrange(10**10):010d}", "9997")
    other = plan.catalogue.stopped.party.cvr
    case.has_row("paid_accounts", sender=other, account=account_of(case.payment), times=1)
    case.has_row(
        "paid_accounts", sender=case.supplier.party.cvr, account=account_of(case.payment), times=1
    )


def _from(plan: Planner, case: Case, supplier: Supplier) -> None:
    case.supplier, case.number = supplier, plan.number(supplier)
    for place, line in enumerate(case.lines):
        case.lines[place] = plan.line_of(supplier, line.service.code, line.on)


def _supplier_stopped(plan: Planner, case: Case) -> None:
    _from(plan, case, plan.catalogue.stopped)


def _above_supplier_ceiling(plan: Planner, case: Case) -> None:
    _from(plan, case, plan.catalogue.capped)


CHECKED: dict[str, Fault] = {
    "dead-before": _dead_before,
    "died-on-the-day": _died_on_the_day,
    "service-after-invoice": _service_after_invoice,
    "two-codes": _two_codes,
    "code-written-otherwise": _code_written_otherwise,
    "code-in-the-text": _code_in_the_text,
    "provider-number-rate": _provider_number_rate,
    "no-provider-number-rate": _no_provider_number_rate,
    "provider-number-not-stated": _provider_number_not_stated,
    "unit-may-not-refer": _unit_may_not_refer,
    "referred-to-the-group": _referred_to_the_group,
    "changed-account": _changed_account,
    "confirmed-account": _confirmed_account,
    "account-of-another": _account_of_another,
    "supplier-stopped": _supplier_stopped,
    "above-supplier-ceiling": _above_supplier_ceiling,
}
