"""Accounts, re-check dates, deliveries, attachments and codes: the pieces one by one."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from gevinst.engines.einvoice import (
    Draft,
    DraftLine,
    DraftParty,
    DraftPayment,
    Invoice,
    Payment,
    read,
    write,
)
from gevinst.engines.invoicing.accounts import payees
from gevinst.engines.invoicing.codes import Codes, of_rows
from gevinst.engines.invoicing.persons import persons
from gevinst.engines.invoicing.waiting import looked_at_again, schedule

ISSUED = date(2026, 10, 20)
TERMS = {"recheck_days": "7,14,28", "give_up_days": 45}
DRAFT = Draft(
    profile="peppol-bis-3",
    kind="invoice",
    number="F-1",
    issue_date=ISSUED,
    due_date=None,
    supplier=DraftParty("A", "99000007"),
    customer=DraftParty("B", "29190925", gln="5790001000011"),
    lines=(DraftLine("1", "MR", Decimal(1), "C62", Decimal(1)),),
    payment=DraftPayment(),
)


@pytest.mark.parametrize(
    ("after", "next_"),
    [(0, 7), (6, 7), (7, 14), (13, 14), (14, 28), (28, 46), (45, 46), (46, 47), (90, 91)],
)
def test_what_waits_is_looked_at_on_the_days_of_the_schedule(after: int, next_: int) -> None:
    found = looked_at_again(ISSUED + timedelta(after), ISSUED, TERMS)
    assert found == ISSUED + timedelta(next_)


def test_a_step_after_the_give_up_date_is_left_out() -> None:
    terms = {"recheck_days": "7,60", "give_up_days": 45}
    assert looked_at_again(ISSUED + timedelta(8), ISSUED, terms) == ISSUED + timedelta(46)


def test_without_a_date_the_days_count_from_the_control() -> None:
    assert looked_at_again(ISSUED, None, TERMS) == ISSUED + timedelta(7)


def test_a_whole_number_is_days_from_the_control() -> None:
    assert looked_at_again(ISSUED, None, {"recheck_days": 5}) == ISSUED + timedelta(5)


@pytest.mark.parametrize("text", ["", "7,", "a", "0", "-7", "7;14", "1.5"])
def test_a_schedule_that_cannot_be_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="recheck_days"):
        schedule(text)


def paid_to(*payments: Payment) -> tuple[str, ...]:
    invoice = read(write(DRAFT))
    invoice.__dict__["payments"] = payments
    return payees(invoice)


@pytest.mark.parametrize(
    ("payments", "said"),
    [
        ((Payment("42", "0007000000", "9999"),), ("9999 0007000000",)),
        ((Payment("93", "80000001", reference="71", instruction="1"),), ("FIK 80000001",)),
        ((Payment("93", "", reference="71", instruction="1"),), ()),
        ((Payment("31", "DK50 0040 0440 1162 43"),), ("IBAN DK5000400440116243",)),
        ((Payment("97", ""),), ("NemKonto",)),
        (
            (Payment("42", "1", "2"), Payment("42", "1", "2"), Payment("42", "3", "2")),
            ("2 1", "2 3"),
        ),
        ((Payment("1", ""),), ()),
    ],
)
def test_whose_account_it_is(payments: tuple[Payment, ...], said: tuple[str, ...]) -> None:
    assert paid_to(*payments) == said


ATTACHMENT = (
    b"<cac:AdditionalDocumentReference><cbc:ID>%s</cbc:ID><cbc:DocumentDescription>%s"
    b"</cbc:DocumentDescription><cac:Attachment><cbc:EmbeddedDocumentBinaryObject"
    b' mimeCode="application/pdf" filename="%s">QQ==</cbc:EmbeddedDocumentBinaryObject>'
    b"</cac:Attachment></cac:AdditionalDocumentReference><cac:AccountingSupplierParty>"
)
DELIVERY = (
    b"<cac:Delivery><cac:DeliveryParty><cac:PartyName><cbc:Name>Patient 650270-1234</cbc:Name>"
    b"</cac:PartyName></cac:DeliveryParty></cac:Delivery><cac:PaymentMeans>"
)


def of(old: bytes, new: bytes) -> Invoice:
    return read(write(DRAFT).replace(old, new, 1))


@pytest.mark.parametrize(
    ("parts", "place"),
    [
        ((b"650270-1234", b"Bilag", b"a.pdf"), "/ID"),
        ((b"1", b"Journal 650270-1234", b"a.pdf"), "/DocumentDescription"),
        ((b"1", b"Bilag", b"650270-1234.pdf"), "/EmbeddedDocumentBinaryObject"),
    ],
)
def test_a_person_may_stand_in_what_an_attachment_is_called(
    parts: tuple[bytes, ...], place: str
) -> None:
    invoice = of(b"<cac:AccountingSupplierParty>", ATTACHMENT % parts)
    [found] = persons(invoice, invoice.lines[0])
    assert found.value == "6502701234"
    assert found.place.path.endswith(place)


def test_a_person_may_be_whom_it_was_delivered_to() -> None:
    invoice = of(b"<cac:PaymentMeans>", DELIVERY)
    [found] = persons(invoice, invoice.lines[0])
    assert found.place.path == "/Invoice/Delivery/DeliveryParty/PartyName/Name"


def test_codes_come_from_columns_and_groups() -> None:
    codes = of_rows(["MR01", None, ""], {"MR02": "MR"})
    assert codes.known == {"MR01", "MR02"}
    assert Codes(frozenset({"MR", "MR01"})).meant("MR 01 og MR") == ("MR01", "MR")
