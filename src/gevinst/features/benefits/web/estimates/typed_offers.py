"""Offers as they are typed or pasted: who asks how much."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from gevinst.features.benefits.web.cases.typed.numbers import number, shown_number
from gevinst.features.benefits.web.estimates.typed_lines import lines_of


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
