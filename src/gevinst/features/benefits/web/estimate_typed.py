"""What is typed or pasted for an estimate: years with amounts, offers, comparable cases, one on each line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from gevinst.features.benefits.web.cases.typed import number, shown_number

YEAR = re.compile(r"(19|20|21)\d\d")
MOST_LINES = 200


def lines_of(typed: str) -> list[str]:
    """The lines that say something. Raises `ValidationError` for more than are taken."""
    found = [line.strip() for line in typed.replace("\x00", "").splitlines() if line.strip()]
    if len(found) > MOST_LINES:
        raise ValidationError(_("At most %(n)s lines.") % {"n": MOST_LINES})
    return found


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


def offers_of(typed: str) -> list[dict[str, Any]]:
    """Who asks and how much: `Leverandør A; 120.000` on each line. Raises `ValidationError`."""
    return [_offer(line) for line in lines_of(typed)]


def _offer(line: str) -> dict[str, Any]:
    *names, last = re.split(r"[\t;]", line) if re.search(r"[\t;]", line) else line.rsplit(" ", 1)
    amount = number(last.strip().removesuffix("kr.").strip())
    source = " ".join(part.strip() for part in names if part.strip()).rstrip(":")
    if amount is None or not source:
        raise ValidationError(
            _("Write who and how much, as Supplier A; 120.000. “%(told)s” is not that.")
            % {"told": line}
        )
    return {"source": source, "amount": Decimal(amount)}


def shown_offers(offers: Iterable[Mapping[str, Any]]) -> str:
    """The same as one types it."""
    return "\n".join(f"{each['source']}; {shown_number(each['amount'])}" for each in offers)


def cases_of(typed: str) -> list[dict[str, Any]]:
    """Cases of one's own: name; value; size; price year, the last two left out where they are the same.

    Raises `ValidationError` that names the line.
    """
    return [_case(line) for line in lines_of(typed)]


def _case(line: str) -> dict[str, Any]:
    name, *rest = [part.strip() for part in re.split(r"[\t;]", line)]
    numbers = [number(part) if part else None for part in rest]
    told = {"told": line}
    if not name or not numbers or numbers[0] is None or len(numbers) > len(NUMBERS):
        raise ValidationError(
            _("Write name; value; size; price year. “%(told)s” is not that.") % told
        )
    found = dict(zip(NUMBERS, numbers, strict=False))
    if any(part and value is None for part, value in zip(rest, numbers, strict=True)):
        raise ValidationError(_("There is something that is no number in “%(told)s”.") % told)
    if "price_year" in found and found["price_year"] is not None and not _is_year(found):
        raise ValidationError(_("The price year must be a year in “%(told)s”.") % told)
    if found.get("size") is not None and (found["size"] or 0) <= 0:
        raise ValidationError(_("The size must be above 0 in “%(told)s”.") % told)
    return {"source": name, **{key: value for key, value in found.items() if value is not None}}


NUMBERS = ("value", "size", "price_year")


def _is_year(found: Mapping[str, Any]) -> bool:
    return bool(YEAR.fullmatch(str(found["price_year"])))


def shown_cases(cases: Iterable[Mapping[str, Any]]) -> str:
    """The same as one types it."""
    return "\n".join("; ".join(_parts(each)) for each in cases)


def _parts(each: Mapping[str, Any]) -> Iterator[str]:
    yield str(each.get("source", ""))
    told = [
        str(each[key]) if key == "price_year" and key in each else shown_number(each.get(key))
        for key in NUMBERS
    ]
    while told and not told[-1]:
        told.pop()
    yield from told
