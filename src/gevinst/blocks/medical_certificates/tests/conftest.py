"""A sound invoice for one certificate, the registers that make it right, and a way to decide it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from gevinst.blocks.medical_certificates.block import block
from gevinst.engines.blockkit import Decided, Item, Registers
from gevinst.engines.einvoice import Draft, DraftLine, DraftParty, DraftPayment
from gevinst.engines.invoicing.tests.given import Row, as_read, holding

D = Decimal
ON = date(2026, 11, 2)
WRITTEN = date(2026, 10, 15)
CPR, OTHER_CPR = "6502701234", "7103801234"
CLINIC, OTHER_CLINIC = "99400009", "99000007"
CASE, OTHER_CASE = "27.36.04-G01-123-26", "27.36.04-G01-124-26"
GLN = "5790001000011"

LINE = DraftLine(
    id="1",
    name="Lægeerklæring",
    quantity=D(1),
    unit="C62",
    price=D("1000.00"),
    tax_percent=D(25),
    seller_item_id="LÆ 285",
    note=f"CPR 650270-1234, sag {CASE}",
    service_date=WRITTEN,
)
DRAFT = Draft(
    profile="peppol-bis-3",
    kind="invoice",
    number="L-1001",
    issue_date=date(2026, 10, 20),
    due_date=date(2026, 11, 19),
    supplier=DraftParty("Lægehuset A", CLINIC),
    customer=DraftParty("Skanderborg Kommune", "29189633", gln=GLN),
    lines=(LINE,),
    payment=DraftPayment("42", "0007000000", "9999"),
)
REQUEST: Row = {
    "case_number": CASE, "cpr": CPR, "certificate": "LÆ285", "requested_on": date(2026, 10, 1),
    "requested_from": CLINIC, "interpreter": 0, "specialist": 0,
}  # fmt: skip
FEE: Row = {
    "certificate": "LÆ285", "variant": "ordinary", "fee": D(1000), "vat_percent": D(25),
    "valid_from": date(2026, 1, 1),
}  # fmt: skip


def rows(**changed: Sequence[Row]) -> dict[str, list[Row]]:
    """The rows of every register, those named replaced."""
    sound: dict[str, list[Row]] = {"requests": [REQUEST], "fees": [FEE], "history": []}
    return sound | {name: list(given) for name, given in changed.items()}


def registers(given: dict[str, list[Row]]) -> Registers:
    """Those rows as registers, each with its extract."""
    return holding(block.manifest, given)


def item(draft: Draft = DRAFT) -> Item:
    """The draft as the block reads it."""
    return as_read(block, draft)


def line(**changed: Any) -> Draft:
    """The sound invoice with its line changed."""
    return replace(DRAFT, lines=(replace(LINE, **changed),))


Decide = Callable[..., list[Decided]]


@pytest.fixture(scope="session")
def decide() -> Decide:
    """Decides invoices against the sound registers with some of them replaced."""

    def some(*drafts: Draft, **changed: Sequence[Row]) -> list[Decided]:
        items = [item(draft) for draft in drafts or (DRAFT,)]
        return block.decide(items, registers(rows(**changed)), ON, {})

    return some


def outcome(decided: Decided, rule: str) -> str:
    """What the rule said of the first line, or of the document."""
    return next(each.outcome.value for each in decided.findings if each.rule == rule)
