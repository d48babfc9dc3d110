"""Numbers as one types them, in Danish and in English."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from django.utils.translation import get_language

HUNDRED = Decimal(100)
_GROUPED = re.compile(r"[-+]?\d{1,3}(\.\d{3})+(,\d+)?")
_PLAIN = re.compile(r"[-+]?\d+([.,]\d+)?")


def number(typed: str) -> int | Decimal | None:
    """A number as one types it, `1.234,5` in Danish and `1,234.5` in English; None where it is none."""
    text = typed.replace(" ", "").replace("\u00a0", "").replace("\u2212", "-")
    if not _danish():
        text = text.translate(str.maketrans(",.", ".,"))
    if _GROUPED.fullmatch(text):
        text = text.replace(".", "")
    elif not _PLAIN.fullmatch(text):
        return None
    value = Decimal(text.replace(",", "."))
    return value if "," in text or "." in text else int(value)


def shown_number(value: object) -> str:
    """A number with all its decimals, as one types it; anything else as it stands."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        return "" if value is None else str(value)
    whole, point, rest = format(Decimal(value), "f").partition(".")
    grouped = f"{int(whole):,}"
    sign = "-" if whole.startswith("-") and not grouped.startswith("-") else ""
    english = f"{sign}{grouped}{point}{rest}"
    return english.translate(str.maketrans(",.", ".,")) if _danish() else english


def _danish() -> bool:
    return not (get_language() or "da").startswith("en")


def number_or_text(typed: str) -> Any:
    """The number that was typed, else the text as it is."""
    value = number(typed)
    return typed if value is None else value


def percent_or_text(typed: str) -> Any:
    """The rate that was typed in per cent, else the text as it is."""
    value = number(typed.rstrip("% \u00a0"))
    return typed if value is None else _shortest(Decimal(value) / HUNDRED)


def _shortest(value: Decimal) -> Decimal:
    return Decimal(format(value.normalize(), "f"))


def shown_percent(value: Any) -> str:
    """A rate in per cent, as one types it."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        return shown_number(value)
    return shown_number(_shortest(value * HUNDRED))
