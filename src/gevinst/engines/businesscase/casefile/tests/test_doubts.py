"""What is read can be analysed: what risk pool, simulation or present value would refuse is a fault."""

from __future__ import annotations

import pytest

from gevinst.engines.businesscase.calculus.analysis import analyse
from gevinst.engines.businesscase.casefile.read import check

GOOD = """\
case: 1
id: example
title: Example
years: {from: 2020, to: 2022}
price_year: 2020
origin: project_start
assumptions:
  price: {value: 5, low: 1, high: 9, distribution: normal}
costs:
  - {id: buy, title: Buy, scenario: 1, place: project.acquisition.external, amount: price}
risks:
  - {id: late, title: Late, probability: 0.5, consequence: 4, exposure: {2021: 1}}
"""

# what is written | what is written instead | line | path | what is said
FAULTS: list[tuple[str, str, int, str, str]] = [
    ("value: 5", "value: 3", 8, "assumptions.price.distribution", "midway between 1.0 and 9.0"),
    ("probability: 0.5", "probability: 1", 12, "risks.0", "'late' is certain"),
    ("consequence: 4", "consequence: -4", 12, "risks.0", "a gain is a benefit line"),
    ("{2021: 1}", "{2021: 0}", 12, "risks.0", "an exposure without weight"),
    ("{2021: 1}", "{2021: 1, 2025: 1}", 12, "risks.0.exposure", "2025 is outside 2020-2022"),
    ("price_year: 2020", "price_year: 2008", 5, "price_year", "no value on 2008-12-31"),
    ("price_year: 2020", 'discount: "1999"', 5, "discount", "name a year whose rates hold"),
]


@pytest.mark.parametrize(("written", "instead", "line", "path", "said"), FAULTS)
def test_what_cannot_be_analysed_is_a_fault(
    written: str, instead: str, line: int, path: str, said: str
) -> None:
    assert written in GOOD
    case, faults = check(GOOD.replace(written, instead))
    assert case is None
    assert [(each.line, ".".join(map(str, each.path))) for each in faults] == [(line, path)]
    assert said in faults[0].reason


@pytest.mark.parametrize("instead", ["price_year: 2020", 'price_year: 2008\ndiscount: "2014"'])
def test_what_is_read_is_analysed(instead: str) -> None:
    case, faults = check(GOOD.replace("price_year: 2020", instead))
    assert faults == []
    assert case is not None
    assert analyse(case, draws=100).simulation is not None
