"""A corrected case as a named reading of its file: factors that are 1 as it stands, another in the reading.

Every cost of scenario 1 and every benefit is multiplied by a factor, so that the reading follows the case
when it changes. What cannot be multiplied (money carried on from history) is told.
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from decimal import Decimal
from typing import Any, Final

from django.utils.translation import gettext as _

from gevinst.engines.businesscase.model.phases import Phase, phase
from gevinst.features.benefits.casework.paths import Data, rows
from gevinst.features.benefits.estimating.uplifts import BENEFIT, INVESTMENT, OPERATION

FACTORS: Final = {
    INVESTMENT: "factor_investment",
    OPERATION: "factor_operation",
    BENEFIT: "factor_benefit",
}
# The term that is multiplied: of a cost its price (hours stay), of a benefit its size (hours fall).
OF_COST: Final = {
    "amount": "amount", "time": "rate", "hours": "rate", "staffing": "cost", "volume": "price",
    "tiered": "periods",
}  # fmt: skip
OF_BENEFIT: Final = {
    "amount": "amount", "time": "units", "hours": "hours", "staffing": "fte", "volume": "units",
    "tiered": "periods",
}  # fmt: skip


def with_scenario(
    data: Data, name: str, title: str, reason: str, factors: Mapping[str, Decimal]
) -> tuple[Data, list[str]]:
    """The values with the reading, and the titles of lines that cannot follow it.

    `data` is in its long form. A reading of that name is replaced; factors not named stay 1.
    """
    data = deepcopy(data)
    wanted = {FACTORS[what]: factor for what, factor in factors.items() if factor != 1}
    left_out = [
        str(line.get("title") or line.get("id", ""))
        for part in ("costs", "benefits")
        for line in rows(data, part)
        if not _multiplied(line, _factor_of(data, part, line), wanted)
    ]
    named = data.setdefault("assumptions", {})
    for factor in wanted:
        named.setdefault(factor, {"title": _titles()[factor], "value": 1, "unit": _("factor")})
    reading = {"title": title, "assumptions": wanted, "reason": reason}
    data["readings"] = {**(data.get("readings") or {}), name: reading}
    return data, left_out


def _titles() -> dict[str, str]:
    return {
        FACTORS[INVESTMENT]: _("Factor on the project's cost"),
        FACTORS[OPERATION]: _("Factor on the cost of operation"),
        FACTORS[BENEFIT]: _("Factor on the benefits"),
    }


def _factor_of(data: Data, part: str, line: Data) -> str:
    """The factor that a line follows; "" for one that stays as it is."""
    if part == "benefits":
        return FACTORS[BENEFIT]
    scenario = str(line.get("scenario"))
    if scenario == "1":
        running = phase(str(line.get("place"))) is Phase.OPERATION
        return FACTORS[OPERATION if running else INVESTMENT]
    continued = {each.get("continues") for each in rows(data, "costs")}
    # A cost that falls away is a gain; of one that is carried on, the other line moves the difference.
    return FACTORS[BENEFIT] if scenario == "0" and line.get("id") not in continued else ""


def _multiplied(line: Data, factor: str, wanted: Mapping[str, Decimal]) -> bool:
    """Multiplies the line's term by the factor; False where it has none that can be."""
    if factor not in wanted:
        return True
    amount: dict[str, Any] = line["amount"]
    terms = OF_BENEFIT if factor == FACTORS[BENEFIT] else OF_COST
    term = terms.get(str(amount.get("driver")))
    if term is None:
        return False
    held = amount.get(term, 1)
    if factor not in str(held):
        amount[term] = f"({format(held, 'f') if isinstance(held, Decimal) else held}) * {factor}"
    return True
