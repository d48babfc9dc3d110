"""Exact and binary numbers agree to what binary numbers can hold, whatever is reckoned."""

import math
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from gevinst.engines.businesscase.figures.formula import parse

AMOUNT = st.decimals(Decimal("0.01"), Decimal(100_000), places=2)
RECKONINGS = st.sampled_from(
    [
        "a*b/60",
        "100*(a/b-1)",
        "(a-b)/(a+b)",
        "sum([a, b, a*b])",
        "max(a, b) - min(a, b)",
        "cum([-a, b, b])[2]",
        "a/(1+b)**3",
        "sqrt(a*b)",
        "a if a > b else b",
        "sum(x/2 for x in [a, b])",
        "abs(a-b)",
    ]
)


@given(RECKONINGS, AMOUNT, AMOUNT)
def test_exact_and_binary_agree(text: str, a: Decimal, b: Decimal) -> None:
    exact = parse(text).value({"a": a, "b": b})
    binary = parse(text).value({"a": a, "b": b}, float)
    assert isinstance(exact, Decimal | int)
    assert isinstance(binary, float | int)
    assert math.isclose(exact, binary, rel_tol=1e-9, abs_tol=1e-6)


@given(AMOUNT, st.integers(0, 2))
def test_half_up_is_the_decimal_one(a: Decimal, places: int) -> None:
    found = parse("half_up(a, n)").value({"a": a, "n": places})
    assert abs(found - a) <= Decimal("0.5").scaleb(-places)
    assert parse("half_up(a, n)").value({"a": a, "n": places}, float) == float(found)


@given(st.integers(1, 999), st.integers(1, 999))
def test_a_share_taken_and_given_back_rounds_as_the_whole(part: int, whole: int) -> None:
    assert parse("half_up(a/b*b, 20) == a").value({"a": part, "b": whole}) is True
