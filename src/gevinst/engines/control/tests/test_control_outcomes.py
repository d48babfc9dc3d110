"""Cases: the first true one decides, and what is unknown is never taken for an answer."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gevinst.engines.control.tests.conftest import rule
from gevinst.engines.money import half_up

Run = Callable[..., list[dict[str, Any]]]
D = Decimal


CONDITIONS: list[tuple[str, dict[str, Any], bool | None]] = [
    ("loan.count == 1", {"count": 1}, True),
    ("loan.count == 1", {"count": 2}, False),
    ("loan.count == 1", {}, None),
    ("loan.count != 1", {"count": 2}, True),
    ("loan.count < 2", {"count": 1}, True),
    ("loan.count <= 2", {"count": 2}, True),
    ("loan.count > 2", {"count": 2}, False),
    ("loan.count >= 2", {"count": 2}, True),
    ("loan.count + 1 == 3", {"count": 2}, True),
    ("loan.count - 1 == -loan.count", {"count": 2}, False),
    ("loan.price * 2 == 5", {"price": D("2.5")}, True),
    ("loan.price == 2.50", {"price": D("2.5")}, True),
    ("loan.kind == 'a'", {"kind": "a"}, True),
    ("loan.kind is missing", {}, True),
    ("loan.kind is missing", {"kind": "a"}, False),
    ("loan.kind is present", {}, False),
    ("not loan.count == 1", {"count": 1}, False),
    ("not loan.count == 1", {}, None),
    ("loan.count == 1 and loan.kind == 'a'", {"count": 2}, False),
    ("loan.count == 1 and loan.kind == 'a'", {"count": 1}, None),
    ("loan.count == 1 or loan.kind == 'a'", {"count": 1}, True),
    ("loan.count == 1 or loan.kind == 'a'", {"count": 2}, None),
    ("loan.count <= parameter.days", {"count": 3}, True),
    ("loan.price <= parameter.limit", {"price": D(3)}, None),
    ("days_between(loan.on, loan.on) == 0", {"on": date(2026, 1, 1)}, True),
    ("quotient_rounds_to(loan.price, 0, loan.price)", {"price": D(3)}, None),
]


@pytest.fixture(scope="module")
def matrix(answered: Run) -> list[dict[str, Any]]:
    """Every condition as a rule of its own, on every loan: compiled once."""
    rules = [
        rule((condition, "ok"), ("", "fail"), named=f"r{number}")
        for number, (condition, _, _) in enumerate(CONDITIONS)
    ]
    text = rules[0] + "".join(each.replace("\nrules:\n", "") for each in rules[1:])
    return answered([loan for _, loan, _ in CONDITIONS], text, facts="")


@pytest.mark.parametrize("number", range(len(CONDITIONS)), ids=lambda n: f"{CONDITIONS[n][0]} {n}")
def test_conditions(matrix: list[dict[str, Any]], number: int) -> None:
    wanted = {True: 0, False: 1, None: -1}[CONDITIONS[number][2]]
    assert matrix[number][f"r{number}"] == wanted


@pytest.mark.parametrize(
    ("loan", "case"),
    [({"count": 1, "kind": "b"}, 0), ({"count": 2, "kind": "a"}, 1), ({"count": 2, "kind": "b"}, 2),
     ({"count": 1}, 0), ({"count": 2}, -1), ({"kind": "a"}, -1)],
)  # fmt: skip
def test_a_case_decides_only_when_those_before_it_are_false(
    answered: Run, loan: dict[str, Any], case: int
) -> None:
    rules = rule(("loan.count == 1", "ok"), ("loan.kind == 'a'", "fail"), ("", "undecided"))
    (answer,) = answered([loan], rules)
    assert answer["the-rule"] == case


QUOTIENT = rule(
    ("quotient_rounds_to(loan.price * loan.quantity, loan.base, loan.amount)", "ok"), ("", "fail")
)
AMOUNTS = st.decimals(-10_000, 10_000, places=6)


@settings(max_examples=30, deadline=None)
@given(
    st.lists(
        st.tuples(AMOUNTS, st.decimals("0.000001", 1000, places=6), st.integers(-1, 1)), min_size=5
    )
)
def test_a_quotient_rounds_half_up_to_the_cent_and_to_no_other(
    answered: Run, cases: list[tuple[Decimal, Decimal, int]]
) -> None:
    """`total / divisor` in exact arithmetic, on and beside the halves."""
    loans, wanted = [], []
    for price, base, off in cases:
        right = half_up(price * 3 / base)
        amount = right + D(off) / 100
        if abs(amount) >= D(10) ** 12:
            continue
        loans.append({"price": price, "quantity": D(3), "base": base, "amount": amount})
        wanted.append(0 if off == 0 else 1)
    assert [each["the-rule"] for each in answered(loans, QUOTIENT, facts="")] == wanted


@pytest.mark.parametrize(
    ("total", "divisor", "result", "holds"),
    [
        ("2.675", "1", "2.68", True),
        ("2.675", "1", "2.67", False),
        ("-2.675", "1", "-2.68", True),
        ("-2.675", "1", "-2.67", False),
        ("2.674999", "1", "2.67", True),
        ("10", "3", "3.33", True),
        ("10", "3", "3.34", False),
        ("0", "7", "0", True),
        ("5", "1000", "0.01", True),
        ("4.999999", "1000", "0.00", True),
    ],
)
def test_halves_go_away_from_zero(
    answered: Run, total: str, divisor: str, result: str, holds: bool
) -> None:
    loan = {"price": D(total), "quantity": D(1), "base": D(divisor), "amount": D(result)}
    (answer,) = answered([loan], QUOTIENT, facts="")
    assert (answer["the-rule"] == 0) is holds
