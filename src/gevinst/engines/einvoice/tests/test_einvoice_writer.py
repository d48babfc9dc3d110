"""What is written is read back: every draft that a profile can say, in every profile."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gevinst.engines.einvoice import (
    Draft,
    DraftLine,
    DraftParty,
    DraftPayment,
    Invoice,
    Refusal,
    read,
    write,
)
from gevinst.engines.einvoice.draft import sums
from gevinst.engines.einvoice.shapes import forget

PROFILES, KINDS = ("oioubl-2", "oioubl-3", "peppol-bis-3"), ("invoice", "credit-note")
BANK = DraftPayment("42", "0001234567", "1234")
FIK = DraftPayment("93", "12345678", "", "71", "123456789012345")

# Texts as XML can hold them, and as they come back: no space at the ends.
texts = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), max_size=30
).map(str.strip)
names = texts.filter(bool)
amounts = st.decimals(Decimal("-99999.99"), Decimal("99999.99"), places=2)
days = st.dates(date(2007, 1, 1), date(2099, 12, 31))
cvrs = st.integers(10_000_000, 99_999_999).map(str)
glns = st.integers(10**12, 10**13 - 1).map(str)


def drafts() -> st.SearchStrategy[Draft]:
    lines = st.builds(
        DraftLine,
        id=names,
        name=names,
        quantity=st.decimals(1, 999, places=3),
        unit=st.sampled_from(["EA", "HUR", "C62"]),
        price=amounts,
        tax_percent=st.sampled_from([Decimal(0), Decimal(25)]),
        seller_item_id=texts,
        note=texts,
        properties=st.lists(st.tuples(names, names), max_size=2).map(tuple),
        service_date=st.none() | days,
        amount=st.none() | amounts,
    )
    parties = st.builds(DraftParty, names, cvrs, names, st.just(""), names, names, glns)
    return st.builds(
        Draft,
        profile=st.sampled_from(PROFILES),
        kind=st.sampled_from(KINDS),
        number=names,
        issue_date=days,
        due_date=st.none() | days,
        supplier=parties,
        customer=parties,
        lines=st.lists(lines, min_size=1, max_size=3).map(tuple),
        order=names,
        buyer_reference=texts,
        accounting_cost=texts,
        note=texts,
        payment=st.sampled_from([None, BANK, FIK]),
        preceding=st.lists(names, max_size=2).map(tuple),
    )


def as_draft(invoice: Invoice, draft: Draft) -> Draft:
    """The draft that the invoice states; what a profile has no place for is taken from `draft`."""
    oioubl2, credit = invoice.profile == "oioubl-2", invoice.kind == "credit-note"
    unpaid = draft.payment is None or (oioubl2 and credit)
    undue = credit and invoice.profile == "oioubl-3"
    peppol_reference = invoice.buyer_reference
    lines = tuple(
        replace(
            of,
            id=line.id,
            name=line.name,
            quantity=line.quantity,
            unit=line.unit,
            price=line.price,
            tax_percent=line.tax_percent or Decimal(0),
            seller_item_id=line.seller_item_id,
            note=line.note,
            properties=tuple((one.name, one.value) for one in line.properties),
            service_date=line.delivered or line.period_start,
            amount=None if of.amount is None else line.amount,
        )
        for line, of in zip(invoice.lines, draft.lines, strict=True)
    )
    return replace(
        draft,
        profile=invoice.profile,
        kind=invoice.kind,
        number=invoice.number,
        issue_date=invoice.issue_date,
        due_date=draft.due_date if undue or (unpaid and (oioubl2 or credit)) else invoice.due_date,
        supplier=replace(
            draft.supplier,
            name=invoice.supplier.name,
            cvr=invoice.supplier.cvr,
            gln=invoice.supplier.gln,
            city=invoice.supplier.address.city,
        ),
        customer=replace(draft.customer, name=invoice.customer.name, gln=invoice.customer.gln),
        lines=lines,
        order=invoice.order,
        buyer_reference=draft.buyer_reference if oioubl2 else peppol_reference,
        accounting_cost=invoice.accounting_cost,
        note="".join(invoice.notes),
        preceding=invoice.preceding,
    )


@settings(max_examples=200, deadline=None)
@given(drafts())
def test_a_written_document_says_what_the_draft_says(draft: Draft) -> None:
    invoice = read(write(draft))
    assert as_draft(invoice, draft) == draft
    totals = sums(draft)
    assert invoice.totals.without_tax == totals.net
    assert invoice.totals.tax == totals.tax
    assert invoice.totals.payable == totals.payable


@settings(max_examples=100, deadline=None)
@given(drafts(), drafts())
def test_known_markup_gives_what_the_parser_gives(first: Draft, other: Draft) -> None:
    second = replace(first, supplier=other.supplier, number=other.number, order=other.order)
    forget()
    expected = [read(write(draft)) for draft in (first, second)]
    forget()
    for _ in range(3):
        assert [read(write(draft)) for draft in (first, second)] == expected


def draft(**changes: object) -> Draft:
    line = DraftLine("1", "MR-scanning", Decimal(1), "EA", Decimal("2034.00"))
    made = Draft(
        profile="peppol-bis-3",
        kind="invoice",
        number="F1",
        issue_date=date(2026, 10, 1),
        due_date=date(2026, 11, 1),
        supplier=DraftParty("Hospital", "10000009"),
        customer=DraftParty("Region", "29190925", gln="5798000000001"),
        lines=(line,),
    )
    return replace(made, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize("profile", PROFILES)
def test_fik_and_bank_payments_are_read_where_each_profile_has_them(profile: str) -> None:
    fik = read(write(draft(profile=profile, payment=FIK))).payments[0]
    bank = read(write(draft(profile=profile, payment=BANK))).payments[0]
    assert (fik.code, fik.account) == ("93", "12345678")
    assert fik.reference + fik.instruction in {"71123456789012345", "71#123456789012345"}
    assert (bank.code, bank.account, bank.branch) == ("42", "0001234567", "1234")


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("kind", KINDS)
def test_a_faulty_payable_amount_can_be_written_and_is_refused(profile: str, kind: str) -> None:
    faulty = draft(profile=profile, kind=kind, payable=Decimal("2035.00"))
    with pytest.raises(Refusal) as caught:
        read(write(faulty))
    assert caught.value.code == "totals-differ"


@pytest.mark.parametrize("profile", ["oioubl-3", "peppol-bis-3"])
def test_a_period_of_service_is_read_back(profile: str) -> None:
    start, end = date(2026, 9, 1), date(2026, 9, 30)
    line = replace(draft().lines[0], service_date=start, service_end=end, order_line="7")
    read_line = read(write(draft(profile=profile, lines=(line,), order="O1"))).lines[0]
    assert (read_line.period_start, read_line.period_end, read_line.order_line) == (start, end, "7")


@pytest.mark.parametrize(
    "changes",
    [
        {"profile": "oioubl-1"},
        {"kind": "reminder"},
        {"lines": ()},
        {
            "profile": "oioubl-2",
            "lines": (replace(draft().lines[0], service_end=date(2026, 9, 1)),),
        },
        {"lines": (replace(draft().lines[0], order_line="1"),)},
    ],
)
def test_what_a_profile_has_no_place_for_is_not_written(changes: dict[str, object]) -> None:
    with pytest.raises(ValueError):
        write(draft(**changes))
