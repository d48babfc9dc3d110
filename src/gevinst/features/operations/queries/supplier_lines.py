"""What a supplier took for each service, month by month, and the signs of the post-control over it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from gevinst.features.operations.models import Robot
from gevinst.features.operations.queries.known_of_items import LINES, TOLD
from gevinst.features.operations.queries.suppliers import items_of_supplier
from gevinst.features.operations.states import State

if TYPE_CHECKING:
    import pyarrow as pa

    from gevinst.engines.invoicing.postcontrol import Benford, Sign

PAID = (State.APPROVED, State.DELIVERED)
MOST = 20_000  # of the latest items; the page says so where there are more


@dataclass(frozen=True, slots=True)
class Rate:
    """What was taken for a code in one month: lowest and highest price, and how many lines. DKK."""

    code: str
    month: str
    lowest: Decimal
    highest: Decimal
    count: int


@dataclass(frozen=True, slots=True)
class PostControl:
    """Signs to look into, which decide nothing; `whole` is False where only the latest items were read."""

    rates: list[Rate]
    signs: list[Sign]
    benford: Benford
    items: int
    whole: bool


def post_control(authority_id: int, sender: str, parameters: Mapping[str, str]) -> PostControl:
    """The supplier's prices and signs; `parameters` are a block's, of which the ceilings are read."""
    from gevinst.engines.invoicing import postcontrol

    rows = list(
        items_of_supplier(authority_id, sender)
        .filter(currency="DKK")
        .order_by("-received_at", "-id")
        .values_list("reference", "dated", "amount", f"keys__{LINES}", f"keys__{TOLD}", "state")[
            : MOST + 1
        ]
    )
    kept = rows[:MOST]
    taken = list(_lines(sender, kept))
    paid = [row for row in kept if row[5] in PAID and _is_invoice(row[4])]
    invoices = _table(INVOICE, [_invoice(sender, row) for row in paid])
    lines = _table(LINE, taken)
    ceiling, band = (
        Decimal(parameters.get(name, "0")) for name in ("approval_ceiling", "ceiling_band")
    )
    signs = [*postcontrol.round_amounts(invoices), *postcontrol.price_creep(lines)]
    signs += postcontrol.volume_outliers(lines)
    if ceiling:
        days = int(parameters.get("split_days", "7"))
        signs += postcontrol.split_candidates(invoices, ceiling, band, days)
    law = postcontrol.benford(invoices["amount"].to_pylist())
    return PostControl(_rates(taken), signs, law, len(kept), len(rows) <= MOST)


LINE = ("supplier", "code", "on", "price", "amount", "reference")
INVOICE = ("supplier", "on", "amount", "reference")


def _invoice(sender: str, row: Any) -> dict[str, Any]:
    reference, dated, amount, _lines, _told, _state = row
    return {"supplier": sender, "on": dated, "amount": amount, "reference": reference}


def _lines(sender: str, rows: list[Any]) -> list[dict[str, Any]]:
    """A row a line with a code and a day; a credit note takes nothing."""
    found = []
    for reference, _dated, _amount, lines, told, state in rows:
        for line in (lines or ()) if state in PAID and _is_invoice(told) else ():
            price, day = _decimal(line.get("price", line.get("amount"))), line.get("service_date")
            if line.get("code") and day and price is not None:
                amount = _decimal(line.get("amount"))
                values = (sender, line["code"], date.fromisoformat(day), price, amount, reference)
                found.append(dict(zip(LINE, values, strict=True)))
    return found


def _is_invoice(told: Any) -> bool:
    return bool((told or {}).get("kind", "invoice") == "invoice")


def _decimal(text: Any) -> Decimal | None:
    try:
        return Decimal(text) if text else None
    except InvalidOperation:
        return None


def _rates(lines: list[dict[str, Any]]) -> list[Rate]:
    prices: dict[tuple[str, str], list[Decimal]] = {}
    for line in lines:
        prices.setdefault((line["code"], line["on"].strftime("%Y-%m")), []).append(line["price"])
    return [
        Rate(code, month, min(found), max(found), len(found))
        for (code, month), found in sorted(prices.items())
    ]


def _table(names: tuple[str, ...], rows: list[dict[str, Any]]) -> pa.Table:
    import pyarrow as pa

    types = {"on": pa.date32(), "price": pa.decimal128(38, 6), "amount": pa.decimal128(38, 6)}
    return pa.table(
        {
            name: pa.array([row[name] for row in rows], types.get(name, pa.string()))
            for name in names
        }
    )


def block_parameters(authority_id: int) -> dict[str, str]:
    """The parameters of the authority's first robot whose block has a ceiling for approval; else none."""
    from gevinst.features.operations.blocks import parameters_of

    for robot in Robot.objects.filter(authority=authority_id, active=True).order_by("pk"):
        found = parameters_of(robot) if robot.block_key else {}
        if "approval_ceiling" in found:
            return found
    return {}
