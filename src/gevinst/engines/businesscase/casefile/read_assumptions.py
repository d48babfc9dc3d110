"""Assumptions of a case file."""

from __future__ import annotations

from typing import Any

from gevinst.engines.businesscase.casefile.document import Document
from gevinst.engines.businesscase.casefile.read_values import (
    formula,
    optional,
    series,
    source,
)
from gevinst.engines.businesscase.model.assumption import Assumption

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
