"""A case with its frame and no figure yet."""

from __future__ import annotations

from gevinst.features.benefits.casework.paths import Data


def blank(*, key: str, title: str, authority: str, party: str, year: int) -> Data:
    """A case with the frame of the guided questions and no figure yet: a year to build, then four."""
    return {
        "case": 1,
        "id": key,
        "title": title,
        "authorities": [authority],
        "years": {"from": year, "to": year + 4},
        "operation_from": year + 1,
        "price_year": year,
        "origin": "project_start",
        "baseline": "frozen",
        "parties": [party],
        "assumptions": {},
        "costs": [],
        "benefits": [],
        "risks": [],
    }
