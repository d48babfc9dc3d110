"""Inputs of each method as a case file keeps them, and the estimate they give."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gevinst.engines.businesscase.casefile.exact_yaml import parsed
from gevinst.engines.businesscase.casefile.read import read
from gevinst.engines.businesscase.casefile.write import dumps
from gevinst.features.benefits.casework.paths import Data, plain
from gevinst.features.benefits.estimating import writing
from gevinst.features.benefits.estimating.inputs import METHODS
from gevinst.features.benefits.estimating.kept import differs, kept_methods, used_method
from gevinst.features.benefits.estimating.methods import work_out
from gevinst.features.benefits.estimating.worked import rounded
from gevinst.features.benefits.tests.case_people import SOUND

YEARS = {"2021": 10, "2022": 12, "2023": 14, "2024": 16}
KEPT: dict[str, Any] = {
    "projection": {"history": YEARS, "from": 2025, "to": 2025},
    "experience": {
        "size": 15, "price_year": 2026, "beta": 1,
        "cases": [{"value": 100, "size": 10, "weight": 1, "source": "A"},
                  {"value": 240, "size": 20, "weight": 1, "source": "B"}],
    },
    "market": {"offers": [{"source": name, "amount": amount} for name, amount in
                          (("A", 80), ("B", 100), ("C", 120), ("D", 400))], "trim": Decimal("0.25")},
    "three_point": {"min": 60, "likely": 90, "max": 180, "kind": "pert"},
    "triangulation": {"weights": {"market": Decimal("0.5"), "three_point": Decimal("0.5")}},
}  # fmt: skip
SAID = writing.Statement("C", "Fremskrevet.", date(2026, 11, 22))


def sound() -> Data:
    data = plain(SOUND)
    assert data is not None
    return data


@pytest.mark.parametrize(
    ("method", "low", "value", "high", "n"),
    [
        ("projection", 18, 18, 18, 4),
        ("experience", 150, 165, 180, 2),
        ("market", 80, 110, 400, 4),
        ("three_point", 60, 100, 180, 1),
        ("triangulation", 60, 105, 400, 5),
    ],
)
def test_each_method_gives_its_estimate(
    method: str, low: int, value: int, high: int, n: int
) -> None:
    worked = work_out(KEPT, method)
    assert (*worked.three, worked.estimate.n) == (low, value, high, n)


def test_several_years_of_a_projection_are_their_mean() -> None:
    kept = {"projection": {**KEPT["projection"], "to": 2027}}
    assert work_out(kept, "projection").three[1] == 20


@pytest.mark.parametrize(
    ("growth", "rates", "value", "codes"),
    [
        (None, {}, 100, {"prices-not-adjusted", "few-cases"}),
        (None, {2025: Decimal("0.1"), 2026: Decimal("0.1")}, 121, {"few-cases"}),
        (Decimal("0.1"), {2025: Decimal(0)}, 110, {"few-cases"}),
    ],
)
def test_prices_are_brought_to_one_year(
    growth: Decimal | None, rates: dict[int, Decimal], value: int, codes: set[str]
) -> None:
    inputs = {
        "size": 1,
        "price_year": 2026,
        "cases": [{"value": 100, "price_year": 2024, "source": "A"}],
    }
    kept = {"experience": {**inputs, "price_growth": growth}}
    worked = work_out(kept, "experience", rates)
    assert worked.three[1] == value
    assert {note.code for note in worked.estimate.notes} == codes


@pytest.mark.parametrize(
    ("method", "change"),
    [
        ("projection", {"history": {}}),
        ("projection", {"history": {"2021": "mange"}}),
        ("market", {"offers": []}),
        ("three_point", {"min": 100}),
        ("triangulation", {"weights": {"market": Decimal("0.6")}}),
        ("triangulation", {"weights": {}}),
        ("experience", {"cases": []}),
    ],
)
def test_inputs_that_cannot_be_used_say_so(method: str, change: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"."):
        work_out({**KEPT, method: {**KEPT[method], **change}}, method)


@given(st.lists(st.integers(-(10**19), 10**19), min_size=3, max_size=3))
def test_rounding_keeps_the_order(values: list[int]) -> None:
    low, middle, high = rounded(*(Decimal(each).scaleb(-7) for each in sorted(values)))
    assert low <= middle <= high


@pytest.mark.parametrize("method", METHODS)
def test_a_used_estimate_stands_in_a_sound_case_and_can_be_redone(method: str) -> None:
    data = sound()
    for name, inputs in KEPT.items():
        data = writing.kept(data, "volume", inputs, work_out(KEPT, name), SAID.on)
    worked = work_out(KEPT, method)
    text = dumps(writing.used(data, "volume", KEPT[method], worked, SAID))
    volume = read(text).assumptions["volume"]
    assert (volume.low, volume.likely, volume.high) == worked.three
    assert (volume.method, volume.evidence, volume.n) == (method, "C", worked.estimate.n)
    assert (volume.status, volume.source.document) == ("estimated", "Fremskrevet.")
    again = parsed(text).data
    redone = work_out(kept_methods(again, "volume"), method)
    assert redone.three == worked.three
    assert used_method(again, "volume") == method
    assert not differs(again, "volume")


def test_keeping_leaves_the_assumption_as_it_is() -> None:
    data = sound()
    held = writing.kept(data, "volume", KEPT["market"], work_out(KEPT, "market"), SAID.on)
    assert held["assumptions"] == data["assumptions"]
    assert set(kept_methods(held, "volume")) == {"market"}
    assert kept_methods(data, "volume") == {}
    assert used_method(held, "volume") == ""


def test_a_projection_can_be_written_year_by_year() -> None:
    inputs = {**KEPT["projection"], "to": 2027, "write": "by_year"}
    worked = work_out({"projection": inputs}, "projection")
    data = writing.used(sound(), "volume", inputs, worked, SAID)
    volume = read(dumps(data)).assumptions["volume"]
    assert dict(volume.by_year) == {2025: 18, 2026: 20, 2027: 22}
    assert volume.value is None
    assert (volume.low, volume.high) == (1, 1)
    assert not differs(data, "volume")


def test_an_estimate_takes_the_place_of_a_formula() -> None:
    data = sound()
    data["assumptions"]["volume"] = {"formula": "2*500", "decimals": 1}
    used = writing.used(data, "volume", KEPT["market"], work_out(KEPT, "market"), SAID)
    held = used["assumptions"]["volume"]
    assert "formula" not in held
    assert "decimals" not in held
    assert held["value"] == 110


@pytest.mark.parametrize(
    ("method", "inputs", "distribution"),
    [
        ("projection", {**KEPT["projection"], "history": {**YEARS, "2024": 17}}, "normal"),
        ("three_point", KEPT["three_point"], "pert"),
        ("three_point", {**KEPT["three_point"], "kind": "successive"}, "triangular"),
        ("market", KEPT["market"], "triangular"),
    ],
)
def test_the_distribution_follows_the_method(
    method: str, inputs: dict[str, Any], distribution: str
) -> None:
    worked = work_out({method: inputs}, method)
    held = writing.used(sound(), "volume", inputs, worked, SAID)["assumptions"]["volume"]
    even = held["low"] + held["high"] == 2 * held["value"]
    assert held["distribution"] == (
        "triangular" if distribution == "normal" and not even else distribution
    )


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data["assumptions"]["volume"].update(value=111),
        lambda data: data["agreements"]["estimates"]["volume"]["methods"]["market"].update(
            offers=3
        ),
        lambda data: data["agreements"]["estimates"]["volume"]["methods"]["market"].update(trim=0),
        lambda data: data["assumptions"].update(volume=110),
    ],
)
def test_a_value_that_is_no_longer_its_estimate_is_seen(spoil: Any) -> None:
    data = writing.used(sound(), "volume", KEPT["market"], work_out(KEPT, "market"), SAID)
    assert not differs(data, "volume")
    spoil(data)
    assert differs(data, "volume")
