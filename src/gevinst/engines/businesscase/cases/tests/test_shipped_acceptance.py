"""Every acceptance check of a shipped case stands in its file, with the verdict and the value given there."""

from __future__ import annotations

from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from typing import Any

import pytest

from gevinst.engines.businesscase.cases.tests.material import acceptance, outcomes, proof

# Six decimals are printed, of inputs that were rounded before: four digits of a chain are sure.
NEAR = Decimal("0.0002")


@pytest.mark.parametrize("name", sorted(acceptance()))
def test_the_verdict_is_the_one_given(name: str) -> None:
    given = acceptance()[name]
    outcome = outcomes(given["case"])[name]
    assert outcome.fault == ""
    assert outcome.reproduces == given["reproduces"], outcome


@pytest.mark.parametrize("name", sorted(acceptance()))
def test_the_grounds_are_the_ones_given(name: str) -> None:
    given = acceptance()[name]
    assert outcomes(given["case"])[name].how == given["how"]


@pytest.mark.parametrize("name", sorted(acceptance()))
def test_the_value_out_of_the_model_is_the_one_given(name: str) -> None:
    given = acceptance()[name]
    computed = outcomes(given["case"])[name].computed
    assert same(computed, given), (computed, given["computed"])


@pytest.mark.parametrize(
    "name", sorted(name for name, each in acceptance().items() if each.get("computed_interval"))
)
def test_the_interval_of_the_value_is_the_one_given(name: str) -> None:
    given = acceptance()[name]
    (interval,) = outcomes(given["case"])[name].interval
    assert near(interval.low, given["computed_interval"][0])
    assert near(interval.high, given["computed_interval"][1])


def same(computed: Any, given: dict[str, Any]) -> bool:
    """Whether a value is the one given: rounded where the given formula rounds, else to four digits."""
    wanted = given["computed"]
    if isinstance(wanted, bool):
        return computed is wanted
    if isinstance(wanted, list):
        return len(computed) == len(wanted) and all(map(near, computed, wanted))
    if "half_up" in given["formula"] or "trunc" in given["formula"]:
        mode = ROUND_DOWN if "trunc" in given["formula"] else ROUND_HALF_UP
        printed = Decimal(str(given["published"])).normalize().as_tuple().exponent
        return bool(computed.quantize(Decimal(1).scaleb(int(printed)), mode) == wanted)
    return near(computed, wanted)


def near(one: Any, other: Any) -> bool:
    return abs(Decimal(one) - Decimal(str(other))) <= NEAR * max(abs(Decimal(one)), Decimal(1))


def test_the_comparison_itself_can_fail() -> None:
    given = {"formula": "half_up(x, 1)", "published": Decimal("18.5"), "computed": Decimal("18.5")}
    assert same(Decimal("18.466"), given)
    assert not same(Decimal("18.44"), given)
    assert not same(Decimal("9.37"), {"formula": "a*b", "computed": Decimal("9.366082")})
    assert not same(True, {"formula": "a>b", "computed": False})


@pytest.mark.parametrize("name", sorted({each["case"] for each in acceptance().values()}))
def test_no_check_of_these_cases_is_without_a_value(name: str) -> None:
    assert [each.check.id for each in outcomes(name).values() if each.fault] == []
    assert sum(proof(name).counts.values()) == len(proof(name).figures)
