"""Assumptions and lines of a case file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from gevinst.engines.businesscase.casefile.document import Document
from gevinst.engines.businesscase.casefile.read_values import (
    decimal,
    formula,
    optional,
    series,
    shares,
    source,
)
from gevinst.engines.businesscase.estimators.behaviour import Tier, Tiered
from gevinst.engines.businesscase.model.amounts import DRIVERS, Amount, Behaviour
from gevinst.engines.businesscase.model.assumption import Assumption
from gevinst.engines.businesscase.model.lines import Line

Path = Sequence[str | int]
PLAIN = (
    "title",
    "unit",
    "distribution",
    "decimals",
    "qualifier",
    "status",
    "evidence",
    "method",
    "n",
)
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


def assumption(document: Document, name: str, data: Any) -> Assumption:
    """An assumption; a number alone is its value.

    Raises: CaseFault where not exactly one of value, by_year and formula is given.
    """
    path = ("assumptions", name)
    given = data if isinstance(data, dict) else {"value": data}
    if sum(given.get(key) is not None for key in ("value", "by_year", "formula")) != 1:
        raise document.fault("expected exactly one of value, by_year and formula", path)
    written = given.get("formula")
    return Assumption(
        name=name,
        value=optional(given.get("value")),
        by_year=series(given.get("by_year") or {}),
        growth=optional(given.get("growth")),
        formula=None if written is None else formula(document, written, (*path, "formula")),
        low=optional(given.get("low")),
        high=optional(given.get("high")),
        source=source(given.get("source")),
        **{key: given[key] for key in PLAIN if given.get(key) is not None},
    )


def line(document: Document, path: Path, data: Mapping[str, Any], horizon: tuple[int, int]) -> Line:
    """A cost or a benefit.

    Raises: CaseFault where driver and terms do not fit, or the years are not there.
    """
    return Line(
        scenario=str(data.get("scenario", "benefit")),
        amount=_amount(document, (*path, "amount"), data["amount"]),
        when=_when(document, (*path, "when"), data.get("when") or {}, horizon),
        behaviour=_behaviour(document, (*path, "behaviour"), data.get("behaviour")),
        shares=shares(data.get("shares"), data.get("party"), horizon[0]),
        readings=tuple(data.get("readings") or ()),
        actuals=series(data.get("actuals") or {}),
        source=source(data.get("source")),
        **{key: data[key] for key in LINE_PLAIN if data.get(key) is not None},
    )


def _amount(document: Document, path: Path, data: Any) -> Amount:
    if not isinstance(data, dict):
        return Amount("amount", {"amount": formula(document, data, path)})
    driver = data["driver"]
    needed, may = DRIVERS[driver]
    missing = [key for key in needed if data.get(key) is None]
    if missing:
        raise document.fault(f"the driver {driver} needs {', '.join(missing)}", path)
    own = {"driver", "tiers", "kind", "history", "committed", *needed, *may}
    if other := [key for key in data if key not in own]:
        raise document.fault(
            f"the driver {driver} does not take {', '.join(other)}", (*path, other[0])
        )
    return Amount(
        driver,
        {key: formula(document, data[key], (*path, key)) for key in (*needed, *may) if key in data},
        _prices(document, path, data),
        _history(document, path, data),
        series(data.get("committed") or {}),
    )


def _prices(document: Document, path: Path, data: Mapping[str, Any]) -> Tiered | None:
    if data["driver"] != "tiered":
        return None
    tiers = tuple(
        Tier(decimal(each["above"]), decimal(each["price"])) for each in data.get("tiers") or ()
    )
    try:
        return Tiered(tiers, data.get("kind", "graduated"))
    except ValueError as error:
        raise document.fault(str(error), (*path, "tiers")) from error


def _history(document: Document, path: Path, data: Mapping[str, Any]) -> dict[int, Decimal]:
    if data["driver"] == "history" and not data.get("history"):
        raise document.fault("the driver history needs history: what was spent by year", path)
    return series(data.get("history") or {})


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


def _behaviour(document: Document, path: Path, data: Mapping[str, Any] | None) -> Behaviour:
    if data is None or data["kind"] == "fixed":
        return Behaviour()
    if data.get("volume") is None:
        raise document.fault(
            f"a cost that is {data['kind']} needs the volume that it follows", path
        )
    if data["kind"] == "step" and not data.get("size"):
        raise document.fault("a cost that goes in steps needs the size of a step", path)
    volume = formula(document, data["volume"], (*path, "volume"))
    return Behaviour(data["kind"], volume, optional(data.get("size")))
