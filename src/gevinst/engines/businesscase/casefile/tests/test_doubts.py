"""What is read can be analysed: what risk pool or simulation would refuse is a fault."""

from __future__ import annotations

from decimal import Decimal

import pytest

from gevinst.engines.businesscase.calculus.analysis import analyse
from gevinst.engines.businesscase.casefile.read import check
from gevinst.engines.businesscase.indicators.discounting import rate_in

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
    ("probability: 0.5", "probability: 1", 12, "risks.0.probability", "is a cost and not a risk"),
    ("consequence: 4", "consequence: -4", 12, "risks.0.consequence", "a gain is a benefit"),
    ("{2021: 1}", "{2021: 0}", 12, "risks.0.exposure", "one of them above 0"),
    ("{2021: 1}", "{2021: 1, 2025: 1}", 12, "risks.0.exposure", "2025 is outside 2020-2022"),
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


# the year of the case | its first discount rate: of 2013, of 2021, and the newest where none held
RATES = [("price_year: 2015", "0.04"), ('discount: "2015"', "0.04"), ("price_year: 2022", "0.035")]
RATES += [("price_year: 2008", "0.035"), ('discount: "2015-06-30"', "0.04")]


def test_rates_are_named_by_their_year() -> None:
    _, faults = check(GOOD.replace("price_year: 2020", "discount: as agreed"))
    assert "as agreed does not have the form" in faults[0].reason


@pytest.mark.parametrize(("instead", "rate"), RATES)
def test_what_is_read_is_analysed(instead: str, rate: str) -> None:
    case, faults = check(GOOD.replace("price_year: 2020", instead))
    assert faults == []
    assert case is not None
    found = analyse(case, draws=100)
    assert found.simulation is not None
    assert rate_in(found.rates, 1) == Decimal(rate)
