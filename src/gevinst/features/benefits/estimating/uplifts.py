"""Published uplifts by category and stage, each rate with its source, and the areas they come from."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Final

from gevinst.engines.businesscase.parameters import at
from gevinst.engines.businesscase.parameters.parameter import Dated

INVESTMENT, OPERATION, DURATION, BENEFIT = "investment", "operation", "duration", "benefit"
_AVERAGE = {
    INVESTMENT: "optimism-capital-expenditure",
    OPERATION: "optimism-operating-expenditure",
    DURATION: "optimism-duration",
    BENEFIT: "optimism-benefit-shortfall",
}
# Category and stage -> the parameter of each rate. What a source does not publish is taken from the averages.
CATEGORIES: Final[Mapping[tuple[str, str], Mapping[str, str]]] = {
    ("it-system", "stage-1"): {**_AVERAGE, INVESTMENT: "optimism-it-system-stage-1"},
    ("it-system", "stage-3"): {**_AVERAGE, INVESTMENT: "optimism-it-system-stage-3"},
    ("average", "outline"): _AVERAGE,
}
# The areas that the bias comes from are the six success factors; the weights are a choice of ours.
AREAS: Final[Mapping[str, Decimal]] = {
    "anchoring": Decimal("0.20"),
    "technology": Decimal("0.20"),
    "competences": Decimal("0.20"),
    "citizens": Decimal("0.10"),
    "security": Decimal("0.10"),
    "financing": Decimal("0.20"),
}


def rates_of(category: str, stage: str, on: date) -> Mapping[str, Dated]:
    """The rates that held on a day, each with its source. Raises `ValueError` that names the choices."""
    names = CATEGORIES.get((category, stage))
    if names is None:
        known = "; ".join(f"{one}, {other}" for one, other in CATEGORIES)
        raise ValueError(f"no uplift for {category}, {stage}: there are {known}")
    return {what: at(name, on) for what, name in names.items()}


def rate(dated: Dated) -> Decimal:
    """The number of a dated parameter that is one number."""
    assert isinstance(dated.value, Decimal)
    return dated.value
