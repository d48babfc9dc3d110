"""The table of changes: every one can be made, the sound invoice is paid, and what is caught stays caught."""

import pytest

from gevinst.blocks.invoice_control.mutations.catching import Caught, caught, decisions
from gevinst.blocks.invoice_control.mutations.sound import own, sound
from gevinst.blocks.invoice_control.mutations.table import MUTATIONS
from gevinst.engines.blockkit import Decided, Verdict
from gevinst.engines.conformance.judge import judge

MISSED = {
    "cbc:DueDate",
    "cbc:Note",
    "cac:AccountingSupplierParty/cac:Party/cbc:EndpointID",
    "cac:AccountingSupplierParty/cac:Party/cac:PartyIdentification/cbc:ID",
    "cac:AccountingSupplierParty/cac:Party/cac:PartyName/cbc:Name",
    "cac:AccountingSupplierParty/cac:Party/cac:PostalAddress/cbc:PostalZone",
    "cac:AccountingCustomerParty/cac:Party/cac:PartyLegalEntity/cbc:CompanyID",
    "cac:AccountingCustomerParty/cac:Party/cac:PartyName/cbc:Name",
    "cac:PaymentMeans/cbc:PaymentMeansCode",
    "cac:InvoiceLine/cbc:AccountingCost",
    "cac:InvoiceLine/cac:Item/cbc:Name",
}


@pytest.fixture(scope="module")
def found() -> list[Caught]:
    """What is said of every change."""
    return caught()


@pytest.mark.parametrize("profile", ["peppol-bis-3", "oioubl-2", "oioubl-3"])
def test_the_invoice_that_is_changed_is_sound(profile: str) -> None:
    of = own(0)
    [answer] = decisions([sound(profile, of)], [of])
    assert isinstance(answer, Decided)
    assert answer.verdict is Verdict.APPROVE
    assert judge([sound(profile, of)])[0].findings == ()


def test_at_least_sixty_changes_are_caught(found: list[Caught]) -> None:
    assert sum(each.is_caught for each in found) >= 60
    assert sum(each.by_control for each in found) >= 45


def test_only_the_fields_that_are_known_to_be_free_are_free(found: list[Caught]) -> None:
    assert {each.mutation.path for each in found if not each.is_caught} <= MISSED


def test_every_part_of_the_invoice_is_changed() -> None:
    parts = {each.part for each in MUTATIONS}
    assert parts == {"header", "supplier", "customer", "payment", "tax", "totals", "line"}


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        ("cbc:ID", "F-0900", "duplicate"),
        ("cbc:IssueDate", "2026-10-14", "service-dates"),
        ("cbc:CopyIndicator", "true", "replay"),
        ("cac:PaymentMeans/cac:PayeeFinancialAccount/cbc:ID", "0000000001", "account"),
        ("cac:InvoiceLine/cac:Price/cbc:PriceAmount", "1200.01", "line-arithmetic"),
        ("cac:LegalMonetaryTotal/cbc:PayableAmount", "12000.00", "totals-differ"),
    ],
)
def test_a_change_is_caught_by_what_is_meant_for_it(
    found: list[Caught], path: str, value: str, said: str
) -> None:
    [each] = [one for one in found if (one.mutation.path, one.mutation.value) == (path, value)]
    assert (each.refusal or each.rule) == said
