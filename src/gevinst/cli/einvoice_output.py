"""Rows for people and for programs."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

from gevinst.cli.language import language, spoken
from gevinst.engines.money import danish

WIDTHS = (12, 11, 20, 10, 8, 16)


def json_line(row: dict[str, Any]) -> str:
    """The row as one line of JSON."""
    return json.dumps(row, ensure_ascii=False)


def head() -> str:
    """The head of the table."""
    names = spoken(
        "Profil|Slags|Nummer|Dato|CVR|Til betaling|Fil",
        "Profile|Kind|Number|Date|CVR|Payable|File",
    ).split("|")
    return _columns(names)


def table_line(row: dict[str, Any]) -> str:
    """One document; a refused one with its code and what to do."""
    if row["status"] == "refused":
        return f"{spoken('AFVIST', 'REFUSED')} {row['code']}: {row['path']}\n  {row['message']}"
    kinds = {
        "invoice": spoken("faktura", "invoice"),
        "credit-note": spoken("kreditnota", "credit note"),
    }
    cells = (
        row["profile"], kinds[row["kind"]], row["number"], _day(row["issue_date"]),
        row["supplier_cvr"] or "–", _amount(row["payable"], row["currency"]), row["path"],
    )  # fmt: skip
    return _columns(cells)


def summary(parsed: int, refused: int) -> str:
    """How many were read and how many were refused."""
    return spoken(f"{parsed} læst, {refused} afvist", f"{parsed} read, {refused} refused")


def _columns(cells: Any) -> str:
    *first, last = cells
    padded = [f"{cell:<{width}}" for cell, width in zip(first, WIDTHS, strict=True)]
    padded[-1] = f"{first[-1]:>{WIDTHS[-1]}}"
    return "  ".join([*padded, last])


def _day(written: str) -> str:
    year, month, day = written.split("-")
    return written if language() == "en" else f"{day}.{month}.{year}"


def _amount(written: str, currency: str) -> str:
    amount = Decimal(written)
    if language() == "en":
        return f"{amount:,.2f} {currency}"
    return danish(amount) if currency == "DKK" else danish(amount, unit=currency)
