"""Comparable cases of one's own as they are typed or pasted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from gevinst.features.benefits.web.cases.typed.numbers import number, shown_number
from gevinst.features.benefits.web.estimates.typed_lines import YEAR, lines_of

NUMBERS = ("value", "size", "price_year")


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
