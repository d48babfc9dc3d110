"""What each rule says when one thing about a sound invoice, or about its registers, is changed."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from gevinst.blocks.medical_certificates.block import block
from gevinst.blocks.medical_certificates.tests.conftest import (
    CASE,
    CLINIC,
    CPR,
    DRAFT,
    FEE,
    LINE,
    OTHER_CASE,
    OTHER_CLINIC,
    OTHER_CPR,
    REQUEST,
    WRITTEN,
    Decide,
    item,
    line,
    outcome,
)
from gevinst.engines.blockkit import Verdict
from gevinst.engines.einvoice import Draft
from gevinst.engines.invoicing.persons import person_key

PAID = {"case_number": CASE, "cpr": CPR, "certificate": "285", "paid_on": date(2026, 10, 16)}
BEFORE = {
    "reference": "x-1",
    "sender": CLINIC,
    "person": person_key(CPR),
    "code": "LÆ285",
    "service_date": date(2026, 9, 1),
    "case_number": CASE.lower(),
}
LATER = replace(DRAFT, number="K-77", lines=(replace(LINE, service_date=date(2026, 10, 16)),))
PROVIDED = line(properties=(("Ydernummer", "012345"),))


def asked(**changed: Any) -> dict[str, Any]:
    """The request, changed."""
    return {"requests": [REQUEST | changed]}


def priced(**changed: Any) -> dict[str, Any]:
    """The fee, changed."""
    return {"fees": [FEE | changed]}


def test_what_agrees_is_approved(decide: Decide) -> None:
    (decided,) = decide()
    not_ok = [each.rule for each in decided.findings if each.outcome != "ok"]
    assert (decided.verdict, not_ok) == (Verdict.APPROVE, [])


@pytest.mark.parametrize(
    ("draft", "changed", "rule", "said"),
    [
        (line(note="CPR 650270-1234"), {}, "request", "undecided"),
        (line(note="CPR 650270-1234"), {"requests": []}, "request", "undecided"),
        (line(note=f"CPR 650270-1234, {CASE}, {OTHER_CASE}"), {}, "request", "undecided"),
        (DRAFT, {"requests": []}, "request", "fail"),
        (DRAFT, asked(case_number=OTHER_CASE), "request", "fail"),
        (DRAFT, asked(cpr=OTHER_CPR), "request", "fail"),
        (DRAFT, asked(certificate="LÆ 125"), "request", "fail"),
        (DRAFT, asked(certificate="lae 285", case_number=f" {CASE.lower()} "), "request", "ok"),
        (DRAFT, asked(requested_on=date(2026, 10, 16)), "request", "fail"),
        (DRAFT, asked(requested_on=WRITTEN), "request", "ok"),
        (DRAFT, asked(requested_from=OTHER_CLINIC), "doctor", "fail"),
        (DRAFT, asked(requested_from="012345"), "doctor", "undecided"),
        (PROVIDED, asked(requested_from="012345"), "doctor", "ok"),
        (PROVIDED, asked(requested_from="054321"), "doctor", "fail"),
        (DRAFT, {"requests": []}, "doctor", "ok"),
        (DRAFT, asked(cancelled_on=WRITTEN), "cancelled", "fail"),
        (DRAFT, asked(cancelled_on=date(2026, 10, 16)), "cancelled", "undecided"),
        (DRAFT, {"payments": [PAID]}, "one-payment", "fail"),
        (DRAFT, {"payments": [PAID], "requests": [REQUEST, REQUEST]}, "one-payment", "ok"),
        (DRAFT, {"payments": [PAID | {"certificate": "LÆ125"}]}, "one-payment", "ok"),
        (DRAFT, {"history_lines": [BEFORE]}, "one-payment", "fail"),
        (DRAFT, {"history_lines": [BEFORE | {"case_number": OTHER_CASE}]}, "one-payment", "ok"),
        (line(quantity=Decimal(2)), {}, "one-payment", "fail"),
        (line(name="Erklæring, tolk"), asked(interpreter=0), "variant", "fail"),
        (line(name="Erklæring, tolk"), asked(interpreter=1), "variant", "ok"),
        (line(name="Erklæring, tolk"), asked(interpreter=None), "variant", "undecided"),
        (line(name="Speciallæge"), asked(specialist=1), "variant", "ok"),
        (line(name="Speciallæge"), asked(specialist=0), "variant", "fail"),
        (line(name="Speciallæge"), asked(specialist=None), "variant", "undecided"),
        (line(name="Speciallæge med tolk"), {}, "variant", "undecided"),
        (line(name="Speciallæge med tolk"), {}, "fee", "undecided"),
        (line(name="Erklæring, tolk"), {}, "fee", "fail"),
        (DRAFT, priced(fee=Decimal("1000.01")), "fee", "fail"),
        (DRAFT, priced(valid_from=date(2026, 10, 16)), "fee", "fail"),
        (DRAFT, priced(valid_to=WRITTEN), "fee", "ok"),
        (DRAFT, {"fees": [FEE, FEE | {"fee": Decimal(1100)}]}, "fee", "undecided"),
        (DRAFT, {"fees": []}, "fee", "fail"),
        (replace(DRAFT, currency="EUR"), {}, "fee", "undecided"),
        (DRAFT, {"fees": []}, "vat", "ok"),
        (DRAFT, priced(vat_percent=Decimal(0)), "vat", "fail"),
        (DRAFT, priced(vat_percent=None), "vat", "undecided"),
        (line(tax_percent=Decimal(0)), {}, "vat", "fail"),
        (line(tax_percent=Decimal(0)), priced(vat_percent=Decimal(0)), "vat", "ok"),
        (line(seller_item_id=""), {}, "service", "undecided"),
        (line(seller_item_id="LÆ 285 / LÆ 125"), {}, "service", "undecided"),
    ],
)
def test_a_rule_says(
    decide: Decide, draft: Draft, changed: dict[str, Any], rule: str, said: str
) -> None:
    (decided,) = decide(draft, **changed)
    assert outcome(decided, rule) == said


def test_a_request_is_paid_once_in_a_delivery(decide: Decide) -> None:
    first, second = decide(DRAFT, LATER)
    assert (outcome(first, "one-payment"), outcome(second, "one-payment")) == ("ok", "fail")
    assert (second.verdict, second.queue) == (Verdict.REFER, "duplicates")


def test_two_requests_are_paid_twice_but_not_thrice(decide: Decide) -> None:
    third = replace(DRAFT, number="K-99", lines=(replace(LINE, service_date=date(2026, 10, 17)),))
    decided = decide(DRAFT, LATER, third, requests=[REQUEST, REQUEST])
    assert [outcome(each, "one-payment") for each in decided] == ["ok", "ok", "fail"]


def test_the_host_keeps_what_later_invoices_are_held_against() -> None:
    (kept,) = item().lines
    assert (kept["case_number"], kept["code"], kept["person"]) == (CASE, "LÆ285", person_key(CPR))
    assert CPR not in str(item().told) + str(item().lines) + str(item().keys)


def test_a_line_without_a_case_is_kept_without_one() -> None:
    (kept,) = item(line(note="CPR 650270-1234")).lines
    assert kept["case_number"] == ""


def test_the_certificate_stands_in_the_readable_document() -> None:
    sections = {part.title.da: part for part in block.present(item(), [])}
    assert "LÆ285" in [cell.value for cell in sections["Linjer"].rows[0]]


def test_other_rules_of_the_block_keep_its_own_reading() -> None:
    other = block.with_rules(dict(block.rule_files))
    assert other.own is block.own
    assert other.rules == block.rules
