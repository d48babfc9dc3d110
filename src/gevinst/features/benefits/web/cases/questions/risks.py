"""Room for a risk to be written, and the risks that were."""

from __future__ import annotations

from typing import Any

from gevinst.features.benefits.casework.paths import Data


def with_risks(data: Data) -> Data:
    """The values with room for one more risk to be written."""
    listed = data.get("risks")
    found = list(listed) if isinstance(listed, list) else []
    return {**data, "risks": [*found, {}]}


def kept_risks(data: Data) -> Data:
    """The values without risks that nothing was written of, and with a key for each that is new."""
    listed = data.get("risks")
    found = [each for each in listed if each != {}] if isinstance(listed, list) else []
    taken = {str(each.get("id")) for each in found if isinstance(each, dict)}
    for each in found:
        if isinstance(each, dict) and "id" not in each:
            number = next(n for n in range(1, len(found) + 2) if f"risk-{n}" not in taken)
            each["id"] = f"risk-{number}"
            taken.add(each["id"])
    return {**data, "risks": [_first_id(each) for each in found]}


def _first_id(risk: Any) -> Any:
    return {"id": risk["id"], **risk} if isinstance(risk, dict) else risk
