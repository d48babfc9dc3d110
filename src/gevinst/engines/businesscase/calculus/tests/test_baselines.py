"""The four baselines of scenario 0, and what is not a baseline."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from gevinst.engines.businesscase.calculus.baselines import carried_on
from gevinst.engines.businesscase.calculus.evaluate import evaluate
from gevinst.engines.businesscase.calculus.tests.cases import case, cost

HISTORY = {2018: Decimal(80), 2019: Decimal(90), 2020: Decimal(100), 2021: Decimal(110)}
YEARS = (2021, 2022, 2023, 2024)

# baseline | terms | DKK in 2021 (spent), 2022, 2023, 2024
TABLE: list[tuple[str, dict[str, Any], list[str]]] = [
    ("frozen", {}, ["110", "110", "110", "110"]),
    ("trend", {}, ["110", "120", "130", "140"]),
    ("committed", {"committed": {2023: Decimal(95)}}, ["110", "110", "95", "95"]),
    ("counterfactual", {"growth": Decimal("0.1")}, ["110", "121", "133.1", "146.41"]),
    ("counterfactual", {"step": Decimal(38)}, ["110", "148", "186", "224"]),
]


@pytest.mark.parametrize(("baseline", "terms", "expected"), TABLE)
def test_carried_on(baseline: str, terms: dict[str, Any], expected: list[str]) -> None:
    found = carried_on(HISTORY, YEARS, baseline, **terms)
    assert [found[year] for year in YEARS] == [Decimal(each) for each in expected]


def test_a_history_that_covers_the_horizon_is_kept() -> None:
    assert carried_on(HISTORY, (2019, 2020), "trend") == {2019: 90, 2020: 100}


REFUSED: list[tuple[dict[int, Decimal], str, str]] = [
    ({}, "frozen", "what was spent in at least one year"),
    (HISTORY, "counterfactual", "needs growth"),
    (HISTORY, "wishful", "no baseline 'wishful'"),
]


@pytest.mark.parametrize(("history", "baseline", "message"), REFUSED)
def test_refused(history: dict[int, Decimal], baseline: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        carried_on(history, YEARS, baseline)


def test_a_line_takes_the_baseline_of_its_case() -> None:
    amount = {"driver": "history", "history": {"2019": 100, "2020": 110}, "growth": 0.1}
    parts = {"costs": [cost("care", "0", amount=amount)], "baseline": "counterfactual"}
    assert list(evaluate(case(**parts)).cost_0) == [110, 121, Decimal("133.1")]
