"""Writes a planned invoice down as bytes."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from gevinst.blocks.medical_certificates.sample.cases import TEXTS, Case
from gevinst.engines.einvoice import Draft, DraftLine, DraftParty, write
from gevinst.engines.money import half_up

BUYER = DraftParty(
    "Skanderborg Kommune", "29189633", "Skanderborg Fælled", "1", "8660", "Skanderborg"
)


def document(case: Case) -> bytes:
    """The document, unreadable where its kind says so."""
    content = write(draft(case))
    return content[: len(content) // 2] if case.kind == "not-xml" else content


def net(case: Case) -> Decimal:
    """The amount due: the lines and their VAT, rounded half up."""
    line = half_up(case.quantity * case.price) if case.amount is None else case.amount
    lines = line * (1 + len(case.also))
    return lines + half_up(lines * case.tax_percent / 100)


def draft(case: Case) -> Draft:
    """What the document says."""
    days = (case.on, *case.also)
    return Draft(
        profile=case.profile,
        kind="invoice",
        number=case.number,
        issue_date=case.issued,
        due_date=case.issued + timedelta(days=case.due_days),
        supplier=case.clinic.party,
        customer=DraftParty(
            BUYER.name, BUYER.cvr, BUYER.street, BUYER.number, BUYER.postcode, BUYER.city,
            gln=case.buyer_gln,
        ),
        lines=tuple(_line(case, on, place) for place, on in enumerate(days, 1)),
        payment=case.payment or case.clinic.payment,
    )  # fmt: skip


def _line(case: Case, on: date, place: int) -> DraftLine:
    provider = case.clinic.provider if case.provider is None else case.provider
    person = f"CPR {case.cpr[:6]}-{case.cpr[6:]}, sag {case.case_number}"
    return DraftLine(
        id=str(place),
        name=case.name or f"Lægeerklæring{TEXTS[case.variant]}",
        quantity=case.quantity,
        unit="C62",
        price=case.price,
        tax_percent=case.tax_percent,
        seller_item_id=f"LÆ {case.certificate[2:]}" if case.code is None else case.code,
        note=person if case.note is None else case.note,
        properties=(("Ydernummer", provider),) if provider else (),
        service_date=on if case.dated else None,
        amount=case.amount,
    )
