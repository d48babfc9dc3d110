"""Writes a planned invoice down as bytes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from gevinst.blocks.invoice_control.sample.cases import Case, PlannedLine
from gevinst.engines.einvoice import Draft, DraftLine, DraftParty, write

HEAD_OF_UBL = b"<cbc:CustomizationID>"
BUYER = "Region Midtjylland"


def document(case: Case) -> bytes:
    """The document, unreadable where its kind says so."""
    content = write(draft(case))
    if case.kind == "not-xml":
        return content[: len(content) // 2]
    if case.kind == "unknown-profile":
        head, tag, rest = content.partition(HEAD_OF_UBL)
        return head + tag + b"urn:example:another-profile:" + rest
    return content


def draft(case: Case) -> Draft:
    """What the document says."""
    people = _people(case.first, case)
    return Draft(
        profile=case.profile,
        kind=case.document,
        number=case.number,
        issue_date=case.issued,
        due_date=case.issued + timedelta(days=case.due_days),
        supplier=case.supplier.party,
        customer=DraftParty(
            BUYER, "29190925", "Skottenborg", "26", "8800", "Viborg", gln=case.buyer_gln
        ),
        lines=tuple(_line(case, line, str(place)) for place, line in enumerate(case.lines, 1)),
        order=people if case.person_place == "order" else "",
        note=f"Vedr. patient {people}" if case.person_place == "header-note" else "",
        payment=case.payment or case.supplier.payment,
        preceding=(case.preceding,) if case.preceding else (),
        payable=case.payable,
    )


def _line(case: Case, line: PlannedLine, number: str) -> DraftLine:
    people = _people(line, case)
    return DraftLine(
        id=number,
        name=line.name or line.service.name,
        quantity=line.quantity,
        unit="C62",
        price=line.price,
        tax_percent=line.tax_percent,
        seller_item_id=line.service.code if line.code is None else line.code,
        note=f"CPR {people}" if case.person_place == "note" else "",
        properties=tuple(_properties(case, line, people)),
        service_date=line.on if line.dated else None,
        amount=line.amount,
    )


def _properties(case: Case, line: PlannedLine, people: str) -> Iterator[tuple[str, str]]:
    if case.person_place == "property":
        yield "CPR-nummer", people
    if line.provider:
        yield "Ydernummer", line.provider


def _people(line: PlannedLine, case: Case) -> str:
    """The line's person number, with a second one where the case names two."""
    written = f"{line.cpr[:6]}-{line.cpr[6:]}"
    return f"{written} / {case.also_named}" if case.also_named else written
