"""Where certificate, case, variant and VAT rate are found in a line, however they are written."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from gevinst.blocks.medical_certificates.certificates import certificate
from gevinst.blocks.medical_certificates.columns import of_document, of_line, variant
from gevinst.blocks.medical_certificates.tests.conftest import CASE, DRAFT, OTHER_CASE, item, line
from gevinst.engines.einvoice.model import Identifier, Invoice, Line
from gevinst.engines.invoicing.codes import Codes

KNOWN = Codes(frozenset({"LÆ285"}))


def read(**changed: Any) -> Line:
    """The sound line with what is given changed, as it is read."""
    found: Line = replace(item().document.lines[0], **changed)
    return found


@pytest.mark.parametrize(
    ("code", "texts", "found"),
    [
        ("LÆ 285", {}, ("LÆ285",)),
        ("LÆ285", {}, ("LÆ285",)),
        ("læ-285", {}, ("LÆ285",)),
        ("LAE 285", {}, ("LÆ285",)),
        ("LÆ nr. 285", {}, ("LÆ285",)),
        ("285", {}, ("LÆ285",)),
        ("286", {}, ()),
        ("LÆ 2850", {}, ()),
        ("XLÆ 285", {}, ()),
        ("", {"name": "Lægeerklæring 285, statusattest"}, ("LÆ285",)),
        ("", {"name": "Lægeattest nr. 285"}, ("LÆ285",)),
        ("", {"description": "vedr. LÆ285"}, ("LÆ285",)),
        ("", {"name": "285"}, ()),
        ("VARE-17", {"name": "LÆ 285"}, ("LÆ285",)),
        ("LÆ 285", {"name": "Fornyelse af LÆ 125"}, ("LÆ285",)),
        ("LÆ 285", {"description": "LÆ 285"}, ("LÆ285",)),
        ("", {"name": "LÆ 285 og LÆ 125"}, ("LÆ285", "LÆ125")),
        ("", {"name": "LÆ 285", "note": "LÆ 125"}, ("LÆ285", "LÆ125")),
        ("", {}, ()),
    ],
)
def test_a_certificate_is_found(code: str, texts: dict[str, Any], found: tuple[str, ...]) -> None:
    given = {"name": "Erklæring", "note": "", **texts}
    assert certificate(read(seller_item_id=code, **given), KNOWN).meant == found


def test_a_number_alone_counts_where_no_register_is_at_hand() -> None:
    assert certificate(read(seller_item_id="286"), Codes()).code == "LÆ286"


def test_two_places_for_codes_that_differ_leave_it_uncertain() -> None:
    both = read(standard_item_id=Identifier("LÆ 125"))
    assert certificate(both, KNOWN).code is None


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ({"name": "Lægeerklæring"}, "ordinary"),
        ({"name": "Lægeerklæring med tolk"}, "interpreter"),
        ({"note": "Tolkebistand"}, "interpreter"),
        ({"description": "Speciallægeerklæring"}, "specialist"),
        ({"name": "Speciallæge", "description": "tolk"}, None),
        ({"name": "Uden tolk"}, "ordinary"),
        ({"name": "Uden brug af tolk"}, "ordinary"),
        ({"name": "Ikke før, med tolk"}, "interpreter"),
        ({"name": "Uden tolk", "note": "Tolk brugt"}, None),
        ({"name": "Ikke speciallæge, uden tolk"}, "ordinary"),
        ({"name": "Speciallæge uden tolk"}, None),
    ],
)
def test_a_variant_is_found(given: dict[str, str], found: str | None) -> None:
    said = variant(read(**{"note": "", **given}))
    assert (said.value if said else None) == found


def test_a_variant_may_stand_in_a_property() -> None:
    (named,) = item(line(properties=(("Variant", "tolk"), ("Farve", "speciallæge")))).document.lines
    assert str(getattr(variant(named), "value", None)) == "interpreter"


@pytest.mark.parametrize(
    ("rate", "category", "found"),
    [(Decimal(25), "S", Decimal(25)), (None, "E", Decimal(0)), (None, "S", None)],
)
def test_a_vat_rate_is_found(rate: Decimal | None, category: str, found: Decimal | None) -> None:
    invoice: Invoice = item().document
    said = of_line(invoice, read(tax_percent=rate, tax_category=category))["tax_percent"]
    assert (said.value if said else None) == found


def test_the_vat_is_rounded_for_each_rate_not_for_each_line() -> None:
    invoice: Invoice = item().document
    one = replace(invoice.lines[0], amount=Decimal("0.02"))
    assert of_document(replace(invoice, lines=(one, one))) == {"tax_by_lines": Decimal("0.01")}
    none = replace(one, tax_percent=None)
    assert of_document(replace(invoice, lines=(one, none))) == {"tax_by_lines": None}


@pytest.mark.parametrize(
    ("draft", "found"),
    [
        (line(), CASE),
        (line(note="CPR 650270-1234", properties=(("Sagsnummer", "s-2026/17"),)), "S-2026/17"),
        (replace(line(note="CPR 650270-1234"), order=CASE), CASE),
        (replace(line(), order=OTHER_CASE), CASE),
        (replace(DRAFT, lines=line(note="").lines, note=f"J.nr. {CASE}"), CASE),
        (line(note="CPR 650270-1234"), None),
        (line(note=f"{CASE} og {OTHER_CASE}"), None),
    ],
)
def test_a_case_is_found_at_the_line_before_the_header(draft: Any, found: str | None) -> None:
    invoice: Invoice = item(draft).document
    said = of_line(invoice, invoice.lines[0])["case_number"]
    assert (said.value if said else None) == found
