"""What a line of a case file comes to: its driver with its terms, and how it follows a volume."""

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
)
from gevinst.engines.businesscase.estimators.tiered import Tier, Tiered
from gevinst.engines.businesscase.model.amounts import DRIVERS, Amount, Behaviour

Path = Sequence[str | int]


def amount(document: Document, path: Path, data: Any) -> Amount:
    """The amount of a line. Raises: CaseFault where driver and terms do not fit."""
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


def behaviour(document: Document, path: Path, data: Mapping[str, Any] | None) -> Behaviour:
    """How a line follows a volume. Raises: CaseFault where it needs one and has none."""
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
