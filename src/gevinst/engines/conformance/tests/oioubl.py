"""Valid documents of the project's own writer with one thing changed, and the fatal rules that then fire."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache

from gevinst.engines.conformance.judge import judge
from gevinst.engines.einvoice import Draft, DraftLine, DraftParty, DraftPayment, write

BANK = DraftPayment("42", "0001234567", "1234")
CARD = DraftPayment("93", "12345678", "", "71", "123456789012345")
# What fires, the text that is replaced (first place), what stands there instead.
Change = tuple[str, str, str]

_SELLER = DraftParty(
    "Hjælpemidler A/S", "10000009", email="salg@example.dk", phone="+4512345678"
)  # fmt: skip
_BUYER = DraftParty(
    "Kommunen", "29189854", gln="5798009811578", email="k@example.dk", phone="+4512345678"
)  # fmt: skip
_LINES = (
    DraftLine(
        "1",
        "Kørestol",
        Decimal(2),
        "EA",
        Decimal("125.50"),
        Decimal(25),
        seller_item_id="K1",
        order_line="1",
    ),
    DraftLine("2", "Bog", Decimal(3), "EA", Decimal(10)),
)


@lru_cache(maxsize=16)
def valid(profile: str, kind: str, payment: DraftPayment = BANK) -> str:
    """A document with two lines, taxed and not, that no fatal rule of its profile fires on."""
    draft = Draft(
        profile,
        kind,
        "F1",
        date(2026, 5, 1),
        date(2026, 6, 1),
        _SELLER,
        _BUYER,
        _LINES,
        order="O1",
        payment=payment,
        preceding=("A1",),
    )
    return write(draft).decode()


def fatal(documents: Sequence[str]) -> list[set[str]]:
    """The fatal rules that fire on each."""
    return [
        {finding.rule for finding in judgement.findings if finding.severity == "fatal"}
        for judgement in judge([document.encode() for document in documents])
    ]


def fired(
    profile: str, kind: str, changes: Sequence[Change], payment: DraftPayment = BANK
) -> list[tuple[Change, set[str]]]:
    """Every change with the fatal rules that fire once it is made."""
    document = valid(profile, kind, payment)
    lost = [old for _, old, _ in changes if old not in document]
    if lost:
        raise ValueError(f"not in the document: {lost}")
    made = [document.replace(old, new, 1) for _, old, new in changes]
    return list(zip(changes, fatal(made), strict=True))
