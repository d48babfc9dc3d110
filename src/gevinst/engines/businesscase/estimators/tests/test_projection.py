"""What a projection chooses, what it says of it, and what it refuses."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gevinst.engines.businesscase.estimators import projection

amounts = st.decimals(-1_000_000, 1_000_000, places=2)


def history(first: int, *amounts: float | str) -> dict[int, Decimal]:
    """Consecutive years from the first."""
    return {first + at: Decimal(str(amount)) for at, amount in enumerate(amounts)}


@pytest.mark.parametrize(
    ("seen", "growth", "chosen", "value"),
    [
        ((100, 100, 100, 100), None, "mean", "100"),  # all fit: the simplest
        ((100, 112, 88, 101, 99), None, "mean", "100"),
        ((10, 12, 14, 16), None, "linear", "18"),
        ((100, 110, 121, "133.1"), None, "log-linear", "146.41"),
        (
            (100, 115, "132.25", "152.0875"),
            "0.15",
            "growth",
            "174.900625",
        ),  # the growth fits as well
        ((100, 101, 99, 100), "0.5", "mean", "100"),  # a supplied growth must foretell, too
        ((0, 10, 20, 30), None, "linear", "40"),
        ((1.045,), "0.15", "growth", "1.20175"),  # one year: only a growth can carry it
        ((100, 102), None, "mean", "101"),
    ],
)
def test_the_candidate_that_foretells_best_is_chosen(
    seen: tuple[float, ...], growth: str | None, chosen: str, value: str
) -> None:
    rate = None if growth is None else Decimal(growth)
    after = 2018 + len(seen)
    told = projection(history(2018, *seen), [after], rate)
    assert (told.chosen.method, told.estimates[after].value) == (chosen, Decimal(value))


def test_kerteminde_five_years_from_one() -> None:
    told = projection({2021: Decimal("1.045")}, range(2022, 2026), Decimal("0.15"))
    values = [Decimal("1.045"), *(one.value for one in told.estimates.values())]
    assert round(sum(values), 2) == Decimal("7.05")


@pytest.mark.parametrize(
    ("seen", "growth", "codes"),
    [
        (history(2019, 10, 12, 14, 16), None, []),
        (history(2020, 10, 12, 14), None, ["few-years"]),
        (history(2019, 0, 0, 0, 0), None, ["candidate-left-out"]),
        (history(2019, 100, 180, 20, 160), None, ["history-fluctuates"]),
        ({2017: 10, 2018: 12, 2021: 18, 2022: 20}, None, ["gap-in-years"]),
        (history(2019, 0, 10, 20, 30), None, ["candidate-left-out"]),
        (history(2019, 30, 20, 10, 1), None, ["projected-below-zero"]),
        (history(2019, -2, -4, -6, -8), None, ["candidate-left-out"]),
        (history(2019, 5, -5, 5, -5), None, ["candidate-left-out", "history-fluctuates"]),
        (history(2022, 10), "0.1", ["few-years", *["candidate-left-out"] * 3, "no-spread"]),
    ],
)
def test_what_there_is_to_say(
    seen: dict[int, Decimal], growth: str | None, codes: list[str]
) -> None:
    rate = None if growth is None else Decimal(growth)
    told = projection({year: Decimal(y) for year, y in seen.items()}, [2023], rate)
    assert [note.code for note in told.notes] == codes
    assert told.estimates[2023].notes == told.notes


def test_the_limits_are_arguments() -> None:
    seen = history(2020, 100, 120, 90)
    loose = projection(seen, [2023], few=3, cv_limit=Decimal("0.2"))
    strict = projection(seen, [2023], few=5, cv_limit=Decimal("0.01"))
    assert not loose.notes
    assert [note.code for note in strict.notes] == ["few-years", "history-fluctuates"]


def test_the_missing_years_are_named() -> None:
    told = projection({2017: Decimal(1), 2020: Decimal(4), 2021: Decimal(5)}, [2022])
    (gap,) = [note for note in told.notes if note.code == "gap-in-years"]
    assert gap.facts == {"missing": (2018, 2019)}


def test_a_candidate_can_be_asked_for() -> None:
    told = projection(history(2019, 10, 12, 14, 16), [2023], use="mean")
    assert (told.chosen.method, told.estimates[2023].value) == ("mean", Decimal(13))
    assert [one.method for one in told.candidates] == ["mean", "linear", "log-linear"]


def test_an_estimate_names_method_sources_and_years() -> None:
    told = projection(history(2019, 10, 12, 14, 16), [2023, 2024], sources=["accounts"])
    one = told.estimates[2024]
    assert (one.method, one.sources, one.n) == ("projection-linear", ("accounts",), 4)


@pytest.mark.parametrize(
    ("arguments", "fault"),
    [
        ({"history": {}}, "no history"),
        ({"to_years": [2022]}, "2022 is not after the last year of the history, 2022"),
        ({"growth": Decimal(-1)}, "above -1"),
        ({"level": Decimal(1)}, "between 0 and 1"),
        ({"use": "growth"}, "choose among mean, linear, log-linear"),
        ({"history": {2022: Decimal(1)}}, "two years at least, or a growth"),
    ],
)
def test_what_cannot_be_projected_is_refused(arguments: dict[str, object], fault: str) -> None:
    plain: dict[str, object] = {"history": history(2019, 10, 12, 14, 17), "to_years": [2023]}
    with pytest.raises(ValueError, match=fault):
        projection(**{**plain, **arguments})  # type: ignore[arg-type]


@given(
    st.dictionaries(st.integers(2000, 2020), amounts, min_size=2, max_size=12),
    st.none() | st.decimals("-0.5", "0.5", places=2),
)
def test_an_interval_holds_its_value_and_widens_with_its_level(
    seen: dict[int, Decimal], growth: Decimal | None
) -> None:
    narrow = projection(seen, [2021, 2025], growth, level=Decimal("0.5"))
    wide = projection(seen, [2021, 2025], growth)
    for inner, outer in zip(narrow.candidates, wide.candidates, strict=True):
        for year, one in inner.estimates.items():
            assert outer.estimates[year].low <= one.low <= one.value
            assert one.value <= one.high <= outer.estimates[year].high


@given(st.dictionaries(st.integers(2000, 2020), amounts, min_size=2, max_size=12))
def test_no_candidate_foretells_better_than_the_chosen(seen: dict[int, Decimal]) -> None:
    told = projection(seen, [2021])
    slack = max(abs(amount) for amount in seen.values()) * Decimal("1e-8")
    errors = [one.loo_rmse for one in told.candidates if one.loo_rmse is not None]
    assert told.chosen.loo_rmse is not None
    assert told.chosen.loo_rmse <= min(errors) + slack
