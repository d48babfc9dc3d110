"""What each driver gives in a full year, exactly and for arrays of simulations alike."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import numpy as np
import pytest

from gevinst.engines.businesscase.calculus.amounts import quantities
from gevinst.engines.businesscase.calculus.evaluate import evaluate
from gevinst.engines.businesscase.calculus.outcome import outcome
from gevinst.engines.businesscase.calculus.tests.cases import case, cost
from gevinst.engines.businesscase.calculus.values import Values

TIERS = [{"above": 0, "price": 30}, {"above": 100, "price": 20}]

# driver with its terms | DKK | hours | FTE
TABLE: list[tuple[Any, str, str | None, str | None]] = [
    (250, "250", None, None),
    ("2 * 125", "250", None, None),
    ({"driver": "amount", "amount": 250}, "250", None, None),
    (
        {"driver": "time", "units": 223, "minutes": 6, "periods": 52, "rate": 100},
        "115960",
        "1159.6",
        None,
    ),
    ({"driver": "time", "units": 600, "minutes": 6, "rate": 100}, "6000", "60", None),
    ({"driver": "hours", "hours": 40, "rate": 346.5}, "13860", "40", None),
    ({"driver": "staffing", "fte": 24, "cost": 500000}, "12000000", None, "24"),
    (
        {"driver": "staffing", "fte": 2, "cost": 400000, "effective": 1154.4},
        "800000",
        "2308.8",
        "2",
    ),
    ({"driver": "volume", "units": 103, "price": 2100, "periods": 12}, "2595600", None, None),
    ({"driver": "volume", "units": 3, "price": 7}, "21", None, None),
    ({"driver": "tiered", "units": 110, "tiers": TIERS, "kind": "whole"}, "2200", None, None),
    ({"driver": "tiered", "units": 110, "tiers": TIERS}, "3200", None, None),
    ({"driver": "tiered", "units": 110, "tiers": TIERS, "periods": 12}, "38400", None, None),
]


@pytest.mark.parametrize(("amount", "dkk", "hours", "fte"), TABLE)
def test_amount_of_a_year(amount: Any, dkk: str, hours: str | None, fte: str | None) -> None:
    made = case(costs=[cost("line", amount=amount)])
    found = quantities(made.line("line"), Values(made))[2021]
    assert found.dkk == Decimal(dkk)
    assert found.hours == (None if hours is None else Decimal(hours))
    assert found.fte == (None if fte is None else Decimal(fte))


@pytest.mark.parametrize("amount", [row[0] for row in TABLE])
def test_the_simulated_amount_is_the_exact_one(amount: Any) -> None:
    made = case(costs=[cost("line", amount=amount)])
    exact = [float(value) for value in evaluate(made).net]
    assert outcome(made)({})[0] == pytest.approx(exact)


def test_an_array_of_units_gives_an_array_of_amounts() -> None:
    amount = {"driver": "tiered", "units": "robots", "tiers": TIERS, "kind": "whole"}
    made = case(assumptions={"robots": 100}, costs=[cost("line", amount=amount)])
    net = outcome(made)({"robots": np.array([100.0, 110.0])})
    assert net[:, 0].tolist() == [-3000, -2200]


# behaviour | volume by year | the line's DKK in 2020, 2021, 2022
BEHAVIOURS: list[tuple[dict[str, Any], dict[str, int], list[int]]] = [
    ({"kind": "fixed"}, {"2020": 50, "2021": 60, "2022": 120}, [100, 100, 100]),
    ({"kind": "variable", "volume": "v"}, {"2020": 50, "2021": 60, "2022": 120}, [100, 120, 240]),
    (
        {"kind": "step", "volume": "v", "size": 50},
        {"2020": 50, "2021": 51, "2022": 101},
        [100, 200, 300],
    ),
]


@pytest.mark.parametrize(("behaviour", "volume", "dkk"), BEHAVIOURS)
def test_behaviour_follows_the_volume(
    behaviour: dict[str, Any], volume: dict[str, int], dkk: list[int]
) -> None:
    made = case(assumptions={"v": {"by_year": volume}}, costs=[cost("line", behaviour=behaviour)])
    assert list(evaluate(made).cost) == dkk
    assert outcome(made)({})[0].tolist() == [-value for value in dkk]
