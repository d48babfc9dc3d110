"""Cases for the tests of this room, made of the parts that a test names."""

from __future__ import annotations

from typing import Any

from gevinst.engines.businesscase.casefile.read import read
from gevinst.engines.businesscase.casefile.write import dumps
from gevinst.engines.businesscase.model.case import Case


def cost(name: str, scenario: str = "1", **other: Any) -> dict[str, Any]:
    """A cost of 100 DKK in every year, unless `other` says otherwise."""
    made = {"id": name, "title": name, "scenario": scenario, "place": "operation.system.external"}
    return {**made, "amount": 100, **other}


def benefit(name: str, **other: Any) -> dict[str, Any]:
    """A benefit of 100 DKK in every year, unless `other` says otherwise."""
    made = {"id": name, "title": name, "place": "benefit.budget.time", "mode": "reallocated_time"}
    return {**made, "amount": 100, **other}


def document(**parts: Any) -> dict[str, Any]:
    """A case over 2020-2022 with the given parts."""
    made = {"case": 1, "id": "example", "title": "Example", "origin": "project_start"}
    return {**made, "years": {"from": 2020, "to": 2022}, **parts}


def case(**parts: Any) -> Case:
    """The same as a case."""
    return read(dumps(document(**parts)))
