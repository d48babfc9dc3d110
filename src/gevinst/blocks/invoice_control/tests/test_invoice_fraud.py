"""Duplicates, accounts, limits and samples as tables: what came before, and which rule says so."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from gevinst.blocks.invoice_control.block import block
from gevinst.blocks.invoice_control.tests.conftest import (
    CPR,
    DRAFT,
    LINE,
    ON,
    SERVED,
    SUPPLIER,
    item,
    registers,
    rows,
)
from gevinst.engines.blockkit import Decided, Outcome
from gevinst.engines.einvoice import Draft, DraftPayment
from gevinst.engines.invoicing.persons import person_key

D = Decimal
DAY = timedelta(days=1)
OTHER_SUPPLIER = "99001003"
OWN = "9999 0007000000"
OTHER = "710380-1234"
Row = dict[str, Any]


def decided(
    drafts: Sequence[Draft] = (DRAFT,), parameters: dict[str, str] | None = None, **more: list[Row]
) -> list[Decided]:
    """The decisions, other rows in the registers named."""
    items = [item(draft) for draft in drafts]
    return list(block.decide(items, registers(rows(**more)), ON, parameters or {}))


def reason(*drafts: Draft, **more: list[Row]) -> str:
    """Why the last of the drafts is not approved, "" where it is."""
    return decided(drafts or (DRAFT,), **more)[-1].reason


def earlier(**said: Any) -> Row:
    """An invoice received before, unlike the sound one but for what is said."""
    return {
        "key": f"{SUPPLIER}|X-1", "reference": "tidligere", "kind": "invoice", "sender": SUPPLIER,
        "plain_number": "X1", "payable": D("1.00"), "issue_date": date(2026, 5, 1),
        "people": "en anden", "account": OWN, **said,
    }  # fmt: skip


PERSON = person_key(CPR)
ALIKE = {"payable": D("1200.00"), "people": PERSON}


@pytest.mark.parametrize(
    ("before", "said"),
    [
        (earlier(), ""),
        (earlier(key=f"{SUPPLIER}|F-1001"), "duplicate"),
        (earlier(plain_number="F1001"), "duplicate"),
        (earlier(plain_number="F1001", sender=OTHER_SUPPLIER), ""),
        (earlier(plain_number="F1001", position=0), ""),
        (earlier(plain_number="F1002", **ALIKE), "near-number"),
        (earlier(plain_number="F10011", **ALIKE), "near-number"),
        (earlier(plain_number="F1012", **ALIKE), ""),
        (earlier(plain_number="F1002", payable=D("1200.00")), ""),
        (earlier(plain_number="F1002", people=PERSON), ""),
        (earlier(issue_date=date(2026, 9, 20), **ALIKE), "same-amount"),
        (earlier(issue_date=date(2026, 9, 19), **ALIKE), ""),
        (earlier(kind="credit-note", credits=f"{SUPPLIER}|F-1001"), "credited"),
        (earlier(kind="credit-note", credits=f"{OTHER_SUPPLIER}|F-1001"), ""),
    ],
)  # fmt: skip
def test_what_came_before(before: Row, said: str) -> None:
    assert reason(history=[before]) == said


OIOUBL = replace(DRAFT, profile="oioubl-2")


def test_a_uuid_that_was_received_before_is_a_replay() -> None:
    uuid = item(OIOUBL).document.uuid
    assert uuid
    assert reason(OIOUBL, history=[earlier(uuid=uuid)]) == "replay"
    assert reason(OIOUBL, history=[earlier(uuid="en anden")]) == ""


SHIFTED = (replace(LINE, service_date=SERVED + DAY),)


@pytest.mark.parametrize(
    ("second", "said"),
    [
        (replace(DRAFT, due_date=date(2026, 12, 1)), "duplicate"),
        (replace(DRAFT, number="f 01001"), "duplicate"),
        (replace(DRAFT, number="F-1001A", lines=SHIFTED), "near-number"),
        (replace(DRAFT, number="F-77", lines=SHIFTED), "same-amount"),
        (replace(DRAFT, number="F-77"), "line-duplicate"),
        (replace(DRAFT, number="K-1", kind="credit-note", preceding=("F-1001",)), "payable-invoice"),
        (replace(DRAFT, number="K-1", kind="credit-note", preceding=("F-9",)), "credit-note-invoice"),
        (replace(DRAFT, number="K-1", kind="credit-note"), "credit-note-invoice"),
    ],
)  # fmt: skip
def test_what_is_in_the_same_delivery(second: Draft, said: str) -> None:
    assert reason(DRAFT, second) == said


def test_an_invoice_credited_in_the_same_delivery_is_not_paid_wherever_it_stands() -> None:
    note = replace(DRAFT, number="K-1", kind="credit-note", preceding=("F-1001",))
    assert [each.reason for each in decided((note, DRAFT))] == ["payable-invoice", "credited"]


def paid(sender: str, account: str) -> Row:
    return {"sender": sender, "account": account}


def confirmed(people: int, until: date | None = None) -> Row:
    return {**paid(SUPPLIER, OWN), "confirmed_by": people, "valid_to": until}


@pytest.mark.parametrize(
    ("accounts", "confirmations", "said"),
    [
        ([], [], ""),
        ([paid(SUPPLIER, OWN)], [], ""),
        ([paid(SUPPLIER, "9999 1")], [], "account"),
        ([paid(SUPPLIER, "9999 1"), paid(SUPPLIER, OWN)], [], ""),
        ([paid(SUPPLIER, "9999 1")], [confirmed(1)], "account"),
        ([paid(SUPPLIER, "9999 1")], [confirmed(2)], ""),
        ([paid(SUPPLIER, "9999 1")], [confirmed(2, ON - DAY)], "account"),
        ([paid(OTHER_SUPPLIER, OWN)], [], "account"),
        ([paid(OTHER_SUPPLIER, OWN), paid(SUPPLIER, OWN)], [], "account"),
        ([paid(OTHER_SUPPLIER, OWN)], [confirmed(2)], ""),
    ],
)
def test_accounts(accounts: list[Row], confirmations: list[Row], said: str) -> None:
    assert reason(paid_accounts=accounts, account_confirmations=confirmations) == said


@pytest.mark.parametrize(
    ("payment", "said"),
    [
        (DraftPayment("31", "DE89370400440532013000"), "account"),
        (DraftPayment("31", "DK5000400440116243"), ""),
        (None, "account"),
    ],
)
def test_where_the_account_is(payment: DraftPayment | None, said: str) -> None:
    assert reason(replace(DRAFT, payment=payment)) == said


def test_an_account_shared_by_two_suppliers_is_seen_on_both() -> None:
    other = replace(DRAFT, supplier=replace(DRAFT.supplier, cvr=OTHER_SUPPLIER))
    assert [each.reason for each in decided((DRAFT, other))] == ["account", "account"]


def test_a_new_supplier_with_two_accounts_is_seen_on_both() -> None:
    payment = DraftPayment("42", "0007000009", "9999")
    other = replace(DRAFT, number="F-5", payment=payment, lines=SHIFTED)
    for one in decided((DRAFT, replace(other, lines=(replace(LINE, note=f"CPR {OTHER}"),)))):
        [found] = [each for each in one.findings if each.rule == "account"]
        assert found.outcome is Outcome.FAIL


CEILING = {"approval_ceiling": "1500", "ceiling_band": "400", "split_days": "7"}


@pytest.mark.parametrize(
    ("before", "parameters", "said"),
    [
        ([], CEILING, ""),
        ([earlier(payable=D("1400"), issue_date=DRAFT.issue_date - DAY * 7)], CEILING, "split-invoice"),
        ([earlier(payable=D("1400"), issue_date=DRAFT.issue_date - DAY * 8)], CEILING, ""),
        ([earlier(payable=D("1099.99"), issue_date=DRAFT.issue_date)], CEILING, ""),
        ([earlier(payable=D("1400"), issue_date=DRAFT.issue_date)], {}, ""),
        ([earlier(payable=D("1400"), issue_date=DRAFT.issue_date)], CEILING | {"split_count": "3"}, ""),
    ],
)  # fmt: skip
def test_split_invoices(before: list[Row], parameters: dict[str, str], said: str) -> None:
    [one] = decided(parameters=parameters, history=before)
    assert (one.reason, one.queue) == (said, "limits" if said else "")


@pytest.mark.parametrize(
    ("limits", "ceiling", "said"),
    [
        ([], "0", ""),
        ([], "1199.99", "amount-ceiling"),
        ([], "1200", ""),
        ([{"sender": SUPPLIER, "ceiling": D(1000)}], "0", "amount-ceiling"),
        ([{"sender": SUPPLIER, "ceiling": D(2000)}], "1000", ""),
        ([{"sender": SUPPLIER, "stopped": 1, "reason": "Sag"}], "0", "supplier-stopped"),
        ([{"sender": SUPPLIER, "stopped": 1, "valid_to": ON - DAY}], "0", ""),
        ([{"sender": OTHER_SUPPLIER, "stopped": 1}], "0", ""),
    ],
)
def test_limits_of_the_robot(limits: list[Row], ceiling: str, said: str) -> None:
    [one] = decided(parameters={"amount_ceiling": ceiling}, supplier_limits=limits)
    assert one.reason == said


def test_what_waits_is_not_drawn_until_it_would_be_approved() -> None:
    everything = {"sample_per_thousand": "1000"}
    assert decided(parameters=everything)[0].reason == "sample"
    assert decided(parameters=everything, activity=[])[0].reason == "activity"


def test_the_draw_is_the_same_for_a_seed_and_about_the_share() -> None:
    drafts = [replace(DRAFT, number=f"F-{n}", lines=(replace(LINE, note=""),)) for n in range(300)]

    def drawn(seed: str) -> list[str]:
        said = decided(drafts, {"sample_per_thousand": "200", "sample_seed": seed})
        return [
            each.reference
            for each in said
            if any(f.rule == "sample" and f.outcome.value == "undecided" for f in each.findings)
        ]

    assert drawn("a") == drawn("a")
    assert drawn("a") != drawn("b")
    assert 30 <= len(drawn("a")) <= 90
