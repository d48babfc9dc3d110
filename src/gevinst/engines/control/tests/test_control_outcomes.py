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
    ("loan.kind in ('a', 'b')", {"kind": "b"}, True),
    ("loan.kind in ('a', 'b')", {"kind": "c"}, False),
    ("loan.kind in ('a', 'b')", {}, None),
    ("loan.kind not in ('a', 'b')", {"kind": "c"}, True),
    ("loan.kind not in ('a', 'b')", {}, None),
    ("loan.count in (1, loan.position)", {"count": 4, "position": 4}, True),
    ("loan.count between 1 and 3", {"count": 3}, True),
    ("loan.count between 1 and 3", {"count": 4}, False),
    ("loan.count not between 1 and 3", {"count": 4}, True),
    ("loan.on between 2026-01-01 and 2026-12-31", {"on": date(2026, 12, 31)}, True),
    ("loan.on < 2026-01-01", {"on": date(2026, 1, 1)}, False),
    ("abs(loan.price - 10) <= 0.05", {"price": D("9.95")}, True),
    ("abs(loan.price - 10) <= 0.05", {"price": D("9.94")}, False),
    ("max(loan.count, 5) == 5", {"count": 2}, True),
    ("max(loan.count, loan.position, 5) == 7", {"count": 2, "position": 7}, True),
    ("max(loan.count, 5) == 5", {}, None),
    ("min(loan.count, 5) == 2", {"count": 2}, True),
    ("min(loan.count, 5) == 5", {}, None),
    ("max(loan.on, 2026-03-01) == 2026-03-01", {"on": date(2026, 1, 1)}, True),
    ("add_days(loan.on, 30) == 2026-01-31", {"on": date(2026, 1, 1)}, True),
    ("add_days(loan.on, -parameter.days) == 2025-12-29", {"on": date(2026, 1, 1)}, True),
    ("add_days(loan.on, 1) == loan.on", {}, None),
    ("starts_with(loan.kind, 'LÆ')", {"kind": "LÆ125"}, True),
    ("starts_with(loan.kind, 'LÆ')", {"kind": "XLÆ"}, False),
    ("edit_distance(loan.kind, loan.key) == 1", {"kind": "F-1001", "key": "F-1010"}, False),
    ("edit_distance(loan.kind, loan.key) == 1", {"kind": "F-1001", "key": "F-101"}, True),
    ("edit_distance(loan.kind, loan.key) <= 1", {"kind": "F-1001"}, None),
    ("length(loan.kind) == 3", {"kind": "æøå"}, True),
    ("if_missing(loan.count, 0) == 0", {}, True),
    ("if_missing(loan.count, 0) == 0", {"count": 1}, False),
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
