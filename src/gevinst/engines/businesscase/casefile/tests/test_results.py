"""What a case comes to as JSON: exact, complete, and the same for every reader."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest

from gevinst.engines.businesscase.calculus.analysis import analyse
from gevinst.engines.businesscase.calculus.tests.cases import benefit, case, cost
from gevinst.engines.businesscase.casefile.plain_values import plain
from gevinst.engines.businesscase.casefile.read import read
from gevinst.engines.businesscase.casefile.results import results_json
from gevinst.engines.businesscase.casefile.template import template
from gevinst.engines.businesscase.checks import findings


def test_the_template_as_json() -> None:
    found = analyse(read(template()), draws=200)
    told = results_json(found, findings(found.result))
    assert json.loads(json.dumps(told)) == told
    assert told["indicators"]["total"] == "709200.00"
    assert told["indicators"]["break_even"] == {"year": 2029, "period": 4, "years": "4"}
    assert told["indicators"]["npv"] == str(found.npv)
    assert told["uncertainty"]["draws"] == 200


def test_what_there_is_none_of_is_null() -> None:
    told = results_json(analyse(case(costs=[cost("own")])))
    assert told["indicators"]["break_even"] is None
    assert told["indicators"]["payback_from_project_start"] is None
    assert told["uncertainty"] is None


def test_a_case_of_benefits_alone_has_no_return() -> None:
    assert results_json(analyse(case(benefits=[benefit("b")])))["indicators"]["roi"] is None


VALUES: list[tuple[Any, Any]] = [
    (Decimal("5.30"), "5.30"),
    (7, 7),
    (True, True),
    (None, None),
    (("a", 1), ["a", 1]),
    ({2020: Decimal(1)}, {"2020": "1"}),
]


@pytest.mark.parametrize(("value", "expected"), VALUES)
def test_plain(value: Any, expected: Any) -> None:
    assert plain(value) == expected
