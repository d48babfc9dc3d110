"""Several estimates weighted by belief."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gevinst.engines.businesscase.estimators import Estimate, disagreement, triangulate
from gevinst.engines.businesscase.notes import Note


def part(value: str, sd: str = "0", method: str = "market") -> Estimate:
    """An estimate that reaches ten to either side."""
    centre = Decimal(value)
    return Estimate(centre, Decimal(sd), centre - 10, centre + 10, 3, method, (method,))


@pytest.mark.parametrize(
    ("parts", "value", "sd", "index"),
    [
        ([("100", "0", "1")], "100", "0", "0"),
        ([("100", "0", "0.5"), ("200", "0", "0.5")], "150", "50", "0.333333"),
        ([("100", "30", "0.5"), ("100", "40", "0.5")], "100", "35.355339", "0"),
        (
            [("90", "5", "0.5"), ("100", "5", "0.3"), ("120", "5", "0.2")],
            "99",
            "12.409674",
            "0.114725",
        ),
        ([("-100", "0", "0.5"), ("-200", "0", "0.5")], "-150", "50", "0.333333"),
        ([("-1", "0", "0.5"), ("1", "0", "0.5")], "0", "1", "Infinity"),
        ([("0", "0", "1")], "0", "0", "0"),
    ],
)
def test_the_mixture(parts: list[tuple[str, str, str]], value: str, sd: str, index: str) -> None:
    weighed = [(part(x, s), Decimal(w)) for x, s, w in parts]
    told = triangulate(weighed)
    assert (told.value, round(told.sd, 6)) == (Decimal(value), Decimal(sd))
    apart = disagreement(weighed)
    assert (round(apart, 6) if apart.is_finite() else apart) == Decimal(index)


@pytest.mark.parametrize(
    ("second", "limit", "noted"),
    [
        ("160", "0.25", False),
        ("170", "0.25", True),
        ("170", "0.3", False),
        ("-100", "0.25", True),
    ],
)
def test_disagreement_over_the_limit_is_noted(second: str, limit: str, noted: bool) -> None:
    half = Decimal("0.5")
    told = triangulate([(part("100"), half), (part(second), half)], Decimal(limit))
    assert [note.code for note in told.notes] == ["estimates-disagree"] * noted


@pytest.mark.parametrize(
    ("weights", "fault"),
    [
        (["0.5", "0.4"], "sum to 0.9: they must sum to 1"),
        (["0.33", "0.33", "0.33"], "sum to 0.99"),
        ([], "sum to 0"),
        (["1.5", "-0.5"], "a weight of -0.5"),
    ],
)
def test_weights_that_do_not_sum_to_one_are_refused(weights: list[str], fault: str) -> None:
    with pytest.raises(ValueError, match=fault):
        triangulate([(part("100"), Decimal(weight)) for weight in weights])


def test_a_part_that_nobody_believes_takes_no_part() -> None:
    told = triangulate([(part("100"), Decimal(1)), (part("900", method="experience"), Decimal(0))])
    assert (told.low, told.high, told.n, told.sources) == (90, 110, 3, ("market",))


def test_the_notes_of_the_parts_follow() -> None:
    doubt = Note("few-offers", "One offer.")
    told = triangulate([(part("100").noted(doubt), Decimal(1))])
    assert told.notes == (doubt,)


@given(
    st.decimals(-(10**6), 10**6, places=2),
    st.decimals(0, 10**5, places=2),
    st.lists(st.integers(0, 10), min_size=1, max_size=5).filter(any),
)
def test_equal_parts_are_that_part(value: Decimal, sd: Decimal, shares: list[int]) -> None:
    one = part(str(value), str(sd))
    thousandths = [Decimal(1000 * share // sum(shares)).scaleb(-3) for share in shares]
    thousandths[0] += 1 - sum(thousandths)
    told = triangulate([(one, weight) for weight in thousandths])
    assert (told.value, told.sd, told.low, told.high) == (one.value, one.sd, one.low, one.high)
    assert not told.notes
