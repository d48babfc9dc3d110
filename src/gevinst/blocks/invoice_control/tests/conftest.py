"""A sound invoice for one service, the registers that make it right, and a way to decide it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from gevinst.blocks.invoice_control.block import block
from gevinst.engines.blockkit import Decided, Item, Registers
from gevinst.engines.einvoice import Draft, DraftLine, DraftParty, DraftPayment
from gevinst.engines.invoicing.block import InvoiceBlock
from gevinst.engines.invoicing.tests.given import Row, as_read, holding

D = Decimal
ON = date(2026, 11, 2)
SERVED = date(2026, 10, 15)
CPR, OTHER_CPR = "6502701234", "7103801234"
SUPPLIER = "99000007"
GLN = "5790001000011"

LINE = DraftLine(
    id="1",
    name="MR-skanning, knæ",
    quantity=D(1),
    unit="C62",
    price=D("1200.00"),
    seller_item_id="MR01",
    note="CPR 650270-1234",
    service_date=SERVED,
)
DRAFT = Draft(
    profile="peppol-bis-3",
    kind="invoice",
    number="F-1001",
    issue_date=date(2026, 10, 20),
    due_date=date(2026, 11, 19),
    supplier=DraftParty("Privathospital A", SUPPLIER),
    customer=DraftParty("Region Midtjylland", "29190925", gln=GLN),
    lines=(LINE,),
    payment=DraftPayment("42", "0007000000", "9999"),
)


def rows(**changed: Sequence[Row]) -> dict[str, list[Row]]:
    """The rows of every register, those named replaced."""
    sound: dict[str, list[Row]] = {
        "agreements": [
            {"supplier": SUPPLIER, "code": "MR01", "rate": D(1200), "valid_from": date(2026, 1, 1)}
        ],
        "population": [{"cpr": CPR, "region": "1082", "valid_from": date(2020, 1, 1)}],
        "referrals": [
            {"cpr": CPR, "code": "MR01", "valid_from": date(2026, 9, 1),
             "valid_to": date(2026, 12, 1), "referred_by": "Egen læge"}
        ],
        "activity": [
            {"cpr": CPR, "supplier": SUPPLIER, "code": "MR01", "performed_on": SERVED,
             "reported_at": date(2026, 10, 17)}
        ],
        "history": [],
    }  # fmt: skip
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


Decide = Callable[..., Decided]


@pytest.fixture(scope="session")
def robot() -> InvoiceBlock:
    """The block, its rules compiled once."""
    return block


@pytest.fixture(scope="session")
def decide(robot: InvoiceBlock) -> Decide:
    """Decides one invoice against the sound registers with some of them replaced."""

    def one(draft: Draft = DRAFT, *, on: date = ON, **changed: Sequence[Row]) -> Decided:
        (decided,) = robot.decide([item(draft)], registers(rows(**changed)), on, {})
        return decided

    return one


def outcome(decided: Decided, rule: str) -> tuple[str, str]:
    """What the rule said, and in which words."""
    (finding,) = [each for each in decided.findings if each.rule == rule]
    return finding.outcome.value, finding.message.da
