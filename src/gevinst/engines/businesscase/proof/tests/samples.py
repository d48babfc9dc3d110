"""A small case for the tests of this room, with the figures that a test names."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from gevinst.engines.businesscase.casefile.read import read
from gevinst.engines.businesscase.casefile.write import dumps
from gevinst.engines.businesscase.model.case import Case
from gevinst.engines.businesscase.proof import CheckOutcome, FigureProof, prove

CASE: dict[str, Any] = {
    "case": 1,
    "id": "sample",
    "title": "Sample",
    "origin": "operation_start",
    "years": {"from": 2020, "to": 2023},
    "operation_from": 2021,
    "price_year": 2022,
    "parties": ["team", "fund"],
    "assumptions": {
        "visits": 200,
        "minutes": {"value": 6, "decimals": 0},
        "price": {"value": 300, "qualifier": "approx"},
        "share": {"value": Decimal("0.25"), "decimals": 2},
        "visitors": {"by_year": {"2020": 10, "2022": 12}},
        "weekly": {"formula": "visits * minutes / 60"},
        "spare": {"value": 7, "title": "Nobody reads this"},
    },
    "costs": [
        {
            "id": "buy-it",
            "title": "Buy",
            "scenario": 1,
            "place": "project.acquisition.hardware",
            "amount": 400000,
            "when": {"at": 2020},
            "shares": {"team": Decimal("0.25"), "fund": Decimal("0.75")},
        },
        {
            "id": "extra",
            "title": "Extra",
            "scenario": 1,
            "place": "operation.system.external",
            "amount": 12000,
            "when": {"from": 2021},
            "readings": ["with_extra"],
        },
    ],
    "benefits": [
        {
            "id": "time",
            "title": "Time",
            "place": "benefit.budget.time",
            "mode": "reallocated_time",
            "party": "team",
            "amount": {"driver": "hours", "hours": "weekly * 52", "rate": "price"},
            "when": {"from": 2021},
        }
    ],
    "readings": {
        "with_extra": {"title": "The extra counts"},
        "faster": {"title": "Seven minutes", "assumptions": {"minutes": 7}, "stated": True},
        "team_only": {"title": "Seen by the team", "perspective": ["team"]},
    },
}


def case(*figures: dict[str, Any], **other: Any) -> Case:
    """The case with those published figures; a title stands where none is given."""
    told = [{"title": each["id"], **each} for each in figures]
    return read(dumps({**CASE, "published": told, **other}))


def proved(figure: dict[str, Any]) -> FigureProof:
    """The proof of one figure of the case."""
    return prove(case({"id": "figure", **figure})).figures[0]


def tried(formula: str, value: Any = 1, **check: Any) -> CheckOutcome:
    """The outcome of one check, of a figure printed as `value`."""
    checked = {"formula": formula, **check}
    return proved({"value": value, "checks": [checked]}).outcomes[0]
