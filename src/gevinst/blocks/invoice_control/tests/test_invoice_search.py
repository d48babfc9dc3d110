"""Where person, service, day, supplier and account are looked for in a document."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from gevinst.blocks.invoice_control.tests.conftest import DRAFT, ON, item
from gevinst.engines.einvoice import Identifier, Invoice, Line, Payment, Property
from gevinst.engines.invoicing.accounts import account
from gevinst.engines.invoicing.persons import persons
from gevinst.engines.invoicing.services import service_code, service_date
from gevinst.engines.invoicing.subjects import Setting, document_facts, fitting, line_facts
from gevinst.engines.invoicing.suppliers import reference, supplier_id, supplier_number

D = Decimal
INVOICE: Invoice = item(
    replace(DRAFT, lines=(replace(DRAFT.lines[0], note="", service_date=None),))
).document
LINE = INVOICE.lines[0]
A, B = "650270-1234", "710380-1234"
DAY = date(2026, 10, 15)


@pytest.mark.parametrize(
    ("header", "line", "found"),
    [
        ({}, {}, []),
        ({}, {"order": A}, [A]),
        ({}, {"order_line": A}, [A]),
        ({}, {"properties": (Property("CPR", A),)}, [A]),
        ({}, {"document_references": (A,)}, [A]),
        ({}, {"note": f"Vedr. {A}"}, [A]),
        ({}, {"description": "6502701234"}, [A]),
        ({}, {"name": f"MR {A}"}, [A]),
        ({}, {"accounting_cost": A}, [A]),
        ({"order": A}, {}, [A]),
        ({"buyer_reference": A}, {}, [A]),
        ({"contract": A}, {}, [A]),
        ({"accounting_cost": A}, {}, [A]),
        ({"notes": (f"Patient {A}",)}, {}, [A]),
        ({"notes": (f"{A}, {B}",)}, {}, [A, B]),
        ({"notes": (f"{A}, {B}",)}, {"note": B}, [B]),
        ({"order": A}, {"note": A}, [A]),
        ({"order": A}, {"note": B}, [B, A]),
        ({"order": "4512345678"}, {}, []),
        ({"order": "999270-1234"}, {}, []),
        ({"order": "12345678901"}, {}, []),
    ],
)
def test_persons(header: dict[str, Any], line: dict[str, Any], found: list[str]) -> None:
    invoice, one = replace(INVOICE, **header), replace(LINE, **line)
    assert [each.value for each in persons(invoice, one)] == [
        each.replace("-", "") for each in found
    ]


def test_the_place_of_a_person_is_kept() -> None:
    read = item(replace(DRAFT, lines=(replace(DRAFT.lines[0], note=f"CPR {A}"),))).document
    (found,) = persons(read, read.lines[0])
    assert found.place.path.endswith("/Note")


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ({}, "MR01"),
        ({"seller_item_id": "", "standard_item_id": Identifier("MR02")}, "MR02"),
        ({"seller_item_id": "", "classifications": (Identifier("MR03"),)}, "MR03"),
        ({"seller_item_id": "", "properties": (Property("Ydelseskode", " MR04 "),)}, "MR04"),
        ({"seller_item_id": "", "properties": (Property("Farve", "MR04"),)}, None),
        ({"seller_item_id": " "}, None),
    ],
)
def test_service_code(line: dict[str, Any], code: str | None) -> None:
    found = service_code(replace(LINE, **line))
    assert (found.value if found else None) == code


@pytest.mark.parametrize(
    ("header", "line", "day"),
    [
        ({}, {}, None),
        ({}, {"delivered": DAY}, DAY),
        ({}, {"period_start": DAY, "period_end": DAY}, DAY),
        ({}, {"period_start": DAY}, DAY),
        ({}, {"period_end": DAY}, DAY),
        ({"delivered": DAY}, {"period_start": DAY, "period_end": date(2026, 10, 17)}, None),
        ({}, {"properties": (Property("Ydelsesdato", "2026-10-15"),)}, DAY),
        ({"delivered": DAY}, {"properties": (Property("Ydelsesdato", "15. okt."),)}, None),
        ({"delivered": DAY}, {}, DAY),
        ({"period_start": DAY, "period_end": DAY}, {}, DAY),
        ({"period_start": DAY, "period_end": date(2026, 10, 31)}, {}, None),
        ({"delivered": date(2026, 10, 1)}, {"delivered": DAY}, DAY),
    ],
)
def test_service_date(header: dict[str, Any], line: dict[str, Any], day: date | None) -> None:
    found = service_date(replace(INVOICE, **header), replace(LINE, **line))
    assert (found.value if found else None) == day


@pytest.mark.parametrize(
    ("payment", "said"),
    [
        (Payment("31", "DK5000400440116243"), "IBAN DK5000400440116243"),
        (Payment("42", "0007000000", "9999"), "9999 0007000000"),
        (Payment("93", "80000001", reference="71", instruction="015"), "+71<015+80000001<"),
        (Payment("93", "80000001", reference="73"), "+73<+80000001<"),
        (Payment("30", "80000001", reference="71#000000000000015"), "+71<000000000000015+80000001<"),
        (Payment("50", "1234567", reference="01"), "Giro 1234567"),
        (Payment("97", ""), "NemKonto"),
        (Payment("1", ""), ""),
        (Payment("1", "12345678"), "12345678"),
    ],
)  # fmt: skip
def test_accounts(payment: Payment, said: str) -> None:
    assert account(replace(INVOICE, payments=(payment,))) == said


def test_no_payment_means_is_no_account() -> None:
    assert account(replace(INVOICE, payments=())) == ""


@pytest.mark.parametrize(
    ("party", "number", "key"),
    [
        ({}, " F-1 ", "99000007|F-1"),
        ({}, "", ""),
        (
            {"cvr": "", "legal_id": Identifier(""), "endpoint": Identifier(""), "name": ""},
            "F-1",
            "",
        ),
    ],
)
def test_supplier_and_number(party: dict[str, Any], number: str, key: str) -> None:
    supplier = replace(INVOICE.supplier, **party)
    assert supplier_number(replace(INVOICE, supplier=supplier, number=number)) == key


def test_a_supplier_who_is_a_person_is_not_named_by_the_person_number() -> None:
    person = replace(INVOICE.supplier, cvr="", legal_id=Identifier("6502701234", "DK:CPR"))
    invoice = replace(INVOICE, supplier=person)
    assert "650270" not in supplier_id(person) + supplier_number(invoice) + reference(invoice)
    assert supplier_id(person) == supplier_id(replace(person, name="Et andet navn"))


def test_a_reference_holds_no_odd_signs() -> None:
    assert reference(replace(INVOICE, number="A/B 1?#")).startswith("99000007-A_B_1_-")


@pytest.mark.parametrize(
    ("value", "size", "fits"),
    [("1.00", (2, 13), True), ("1.005", (2, 13), False), ("1E+12", (2, 13), True),
     ("1E+13", (2, 13), False), ("0.000001", (6, 9), True), ("0.0000001", (6, 9), False),
     ("NaN", (2, 13), False), ("0E-9", (2, 13), True)],
)  # fmt: skip
def test_a_value_that_does_not_fit_is_unknown_not_rounded(
    value: str, size: tuple[int, int], fits: bool
) -> None:
    assert (fitting(D(value), size) is not None) is fits


def test_each_column_says_where_it_was_read() -> None:
    read = item().document
    document = document_facts(read, "r", 0, Setting(ON))
    line = line_facts(document.readings[0], document, 0, ON)
    assert document.path("payable").endswith("/PayableAmount")
    assert document.path("supplier_number").endswith("/ID")
    assert document.path("buyer").endswith("/EndpointID")
    assert line.path("price").endswith("/PriceAmount")
    assert line.path("amount").endswith("/LineExtensionAmount")
    assert line.path("cpr").endswith("/Note")
    assert line.path("decided_on") == ""
    assert isinstance(read.lines[0], Line)
