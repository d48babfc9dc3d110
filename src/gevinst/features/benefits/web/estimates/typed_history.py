"""Years with amounts as they are typed or pasted."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from gevinst.features.benefits.web.cases.typed.numbers import number, shown_number
from gevinst.features.benefits.web.estimates.typed_lines import YEAR, lines_of


def history_of(typed: str) -> dict[str, Decimal]:
    """Amounts by year: `2024: 1.200` on each line, or a row of years above a row of amounts as from Excel.

    Raises `ValidationError` that names the line.
    """
    lines = lines_of(typed)
    cells = [_cells(line) for line in lines]
    across = len(cells) == len(("years", "amounts")) and len(cells[0]) > len(("a year", "a number"))
    pairs = list(zip(*cells, strict=False)) if across else [tuple(each) for each in cells]
    found: dict[str, Decimal] = {}
    for pair in pairs:
        if across and not YEAR.fullmatch(pair[0]) and pair is pairs[0]:
            continue  # a heading before the years
        year, amount = _year_and_amount(pair)
        if year in found:
            raise ValidationError(_("%(year)s stands twice.") % {"year": year})
        found[year] = amount
    return dict(sorted(found.items()))


def _year_and_amount(pair: tuple[str, ...]) -> tuple[str, Decimal]:
    amount = number(pair[1]) if len(pair) == len(("year", "amount")) else None
    if amount is None or not YEAR.fullmatch(pair[0]):
        told = " ".join(pair)
        raise ValidationError(
            _("Write a year and a number, as 2024: 1.200. “%(told)s” is not that.") % {"told": told}
        )
    return pair[0], Decimal(amount)


def _cells(line: str) -> list[str]:
    """The cells of a line: by tab, else by semicolon, else the year before its colon or space."""
    for mark in ("\t", ";"):
        if mark in line:
            return [cell.strip().rstrip(":") for cell in line.split(mark) if cell.strip()]
    head, _colon, rest = line.partition(":") if ":" in line else line.partition(" ")
    return [head.strip(), rest.strip()] if rest.strip() else [head.strip()]


def shown_history(history: Mapping[str, Any]) -> str:
    """The same as one types it."""
    return "\n".join(f"{year}: {shown_number(amount)}" for year, amount in history.items())
