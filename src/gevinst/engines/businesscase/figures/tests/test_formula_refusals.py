"""What a formula may not say: each mistake is named, placed, and nothing hangs or runs."""

import time
from decimal import Decimal
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gevinst.engines.businesscase.figures.effort import Effort, TooMuch
from gevinst.engines.businesscase.figures.formula import FormulaError, parse

MISTAKES: list[tuple[str, str, int]] = [
    ("", "nothing here", 1),
    ("  ", "nothing here", 1),
    ("a +", "invalid syntax", 4),
    ("a ** * b", "invalid syntax", 6),
    ("x = 3", "invalid syntax", 3),
    ("a; b", "invalid syntax", 2),
    ("1 + " * 1001, "at most 4000", 4001),
    ("-" * 3000 + "1", "cannot be read", 1),
    ("\x00", "", 2),
    ("(a +\n1 +)", "invalid syntax", 9),
    ("(" * 300 + "1" + ")" * 300, "too many nested parentheses", 201),
    ("-" * 70 + "1", "nested too deep", 61),
    ("1 + a.b", "a point after a name", 5),
    ("().__class__", "a point after a name", 1),
    ("math.pi", "a point after a name", 1),
    ("__import__('os')", "no function is called __import__", 1),
    ("1 + eval('1')", "no function is called eval", 5),
    ("math.system('x')", "no function is called system", 1),
    ("a.pop()", "only functions can be called", 1),
    ("(lambda: 1)()", "only functions can be called", 1),
    ("[].__class__()", "only functions can be called", 1),
    ("f'{a}'", "JoinedStr is not part of the language", 1),
    ("1 + (y := 2)", "NamedExpr is not part of the language", 6),
    ("a @ b", "MatMult is not part of the language", 1),
    ("a | b", "BitOr is not part of the language", 1),
    ("2 + 3j", "not a number", 5),
    ("b'x'", "not a number", 1),
    ("...", "not a number", 1),
    ("max(**d)", "** before an argument", 1),
    ("await x", "Await is not part of the language", 1),
]


@pytest.mark.parametrize(("text", "message", "column"), MISTAKES, ids=lambda p: str(p)[:40])
def test_a_mistake_is_named_and_placed(text: str, message: str, column: int) -> None:
    with pytest.raises(FormulaError) as caught:
        parse(text)
    assert message in caught.value.message
    assert caught.value.column == column


FAILURES: list[tuple[str, dict[str, Any], str, int]] = [
    ("a + b", {"a": 1}, "b has no value; the values given are: a", 5),
    ("b", {}, "the values given are: none", 1),
    ("æø + b", {"æø": 1}, "b has no value", 6),
    ("1 + 2/x", {"x": 0}, "divided by zero", 5),
    ("0/x", {"x": 0}, "divided by zero", 1),
    ("1 // x", {"x": 0}, "divided by zero", 1),
    ("x ** 0.5", {"x": -1}, "no number comes of this", 1),
    ("1e999999*10", {}, "no number comes of this", 1),
    ("half_up(1e9000, 2)", {}, "no number comes of this", 1),
    ("exp(1e9)", {}, "no number comes of this", 1),
    ("'%s' % 1", {}, "expected a number before %", 1),
    ("1 + 'a'", {}, "does not fit together", 1),
    ("[1][2]", {}, "does not fit together", 1),
    ("{}['a']", {}, "does not fit together", 1),
    ("5[0]", {}, "expected a list before [", 1),
    ("{**d}", {"d": {}}, "expected a key before each value", 1),
    ("[x for v[0] in v]", {"v": [1]}, "expected a name after for", 1),
    ("[a for a, b in v]", {"v": [[1, 2, 3]]}, "does not fit together", 1),
    ("sum(5)", {}, "expected a list", 1),
    ("range(2.5)", {}, "2.5 is not a whole number", 1),
    ("next([])", {}, "nothing is left to take", 1),
    ("(5).items()", {}, "expected a dict before .items", 1),
    ("[].index(4)", {}, "does not fit together", 1),
    ("annuity_rate(1, 0, 3)", {}, "pays this loan back", 1),
    ("min([])", {}, "does not fit together", 1),
    ("max(1, 2, start=3)", {}, "does not fit together", 1),
    ("x + 1", {"x": None}, "does not fit together", 1),
    ("count_int(0, 0, 94, 0)", {}, "expected a number of at least 1", 1),
]


@pytest.mark.parametrize(("text", "values", "message", "column"), FAILURES)
def test_a_formula_that_cannot_be_worked_out_says_where(
    text: str, values: dict[str, Any], message: str, column: int
) -> None:
    with pytest.raises(FormulaError) as caught:
        parse(text).value(values)
    assert message in caught.value.message
    assert caught.value.column == column


HOSTILE = [
    "9**9**9",
    "10**10001",
    "((9**999)**999)",
    "sum([i for i in range(10**9)])",
    "[[0]*100000 for i in range(1000)]",
    "[i for i in range(200000) for j in range(200000)]",
    "sum([1 for i in range(100000) if i in range(100000)])",
    "sum([1 for x in v if x in v])",
    "'a'*10**9",
    "[1]*1e6",
    "[1]*1e99999",
    "int(1e9000)",
    "sum([[1]*1000 for i in range(900)], [])",
    "sum([1.1**9999.5 for i in range(200000)])",
    "sum([exp(5.5) for i in range(200000)])",
    "annuity_rate(4246, 1114, 1e6)",
    "count_int(0, 10**12, 50, 0)",
    "prod([10**2000, 10**2000])",
    "[*range(150000), *range(150000), *range(150000)]",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_formula_stops(text: str) -> None:
    formula, began = parse(text), time.monotonic()
    with pytest.raises(FormulaError):
        formula.value({"v": list(range(100_000))})
    assert time.monotonic() - began < 5


def test_in_exact_numbers_an_array_has_no_place() -> None:
    with pytest.raises(FormulaError):
        parse("x * 0.5").value({"x": np.array([1.0])}, Decimal)


def test_effort_is_counted_to_the_last_unit() -> None:
    effort = Effort(2)
    effort.spend(2)
    with pytest.raises(TooMuch):
        effort.spend()


def column_of_mistake(text: str) -> int | None:
    try:
        parse(text).value({"a": Decimal("1.5")})
    except FormulaError as error:
        return error.column
    return None


@given(st.text(max_size=60))
def test_any_text_is_worked_out_or_refused(text: str) -> None:
    assert (column_of_mistake(text) or 1) >= 1


WORDS = "a 1 2.5 + - * / ** ( ) [ ] , : for in if else range( sum( cum( half_up( len( 'x' % //"
PIECES = st.lists(st.sampled_from(WORDS.split()), max_size=25).map(" ".join)


@given(PIECES)
def test_any_string_of_pieces_is_worked_out_or_refused(text: str) -> None:
    assert (column_of_mistake(text) or 1) <= len(text) + 2
