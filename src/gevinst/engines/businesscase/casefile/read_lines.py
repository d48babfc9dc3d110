"""Lines of a case file."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from gevinst.engines.businesscase.casefile.document import Document
from gevinst.engines.businesscase.casefile.read_amounts import Path, amount, behaviour
from gevinst.engines.businesscase.casefile.read_values import (
    series,
    shares,
    source,
)
from gevinst.engines.businesscase.model.lines import Line

# What a line of the file gives its field of the same name as it stands.
LINE_PLAIN = (
    "id",
    "title",
    "place",
    "continues",
    "residual_of",
    "relieves",
    "mode",
    "kind",
    "status",
    "evidence",
    "owner",
    "price_year",
    "price_index",
)


def line(document: Document, path: Path, data: Mapping[str, Any], horizon: tuple[int, int]) -> Line:
    """A cost or a benefit.

    Raises: CaseFault where driver and terms do not fit, or the years are not there.
    """
    return Line(
        scenario=str(data.get("scenario", "benefit")),
        amount=amount(document, (*path, "amount"), data["amount"]),
        when=_when(document, (*path, "when"), data.get("when") or {}, horizon),
        behaviour=behaviour(document, (*path, "behaviour"), data.get("behaviour")),
        shares=shares(data.get("shares"), data.get("party"), horizon[0]),
        readings=tuple(data.get("readings") or ()),
        actuals=series(data.get("actuals") or {}),
        source=source(data.get("source")),
        **{key: data[key] for key in LINE_PLAIN if data.get(key) is not None},
    )


def _when(
    document: Document, path: Path, data: Mapping[str, Any], horizon: tuple[int, int]
) -> dict[int, Decimal]:
    if data.get("years"):
        return series(data["years"])
    first, last = (data["at"], data["at"]) if "at" in data else horizon
    first, last = data.get("from", first), data.get("to", last)
    if last < first:
        raise document.fault(f"expected years in order, found {first} to {last}", path)
    return dict.fromkeys(range(first, last + 1), Decimal(1))
