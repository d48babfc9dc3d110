"""The grammar of conditions: what it reads, and what it says of mistakes."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gevinst.engines.control.expression import Call, Expression, Literal, Name, names, needed
from gevinst.engines.control.grammar import SyntaxFault, parse

A, B, C = Name("a", "x"), Name("b", "y"), Name("c", "z")


@pytest.mark.parametrize(
    ("source", "tree"),
    [
        ("1", Literal(1)),
        ("1.50", Literal(Decimal("1.50"))),
        ("'DKK'", Literal("DKK")),
        ("a.x", A),
        ("(a.x)", A),
        ("-a.x", Call("-", (Literal(0), A))),
        ("a.x + b.y - c.z", Call("-", (Call("+", (A, B)), C))),
        ("a.x + b.y * c.z", Call("+", (A, Call("*", (B, C))))),
        ("a.x <= 3", Call("<=", (A, Literal(3)))),
        ("a.x is missing", Call("missing", (A,))),
        ("a.x is present", Call("present", (A,))),
        ("not a.x == b.y", Call("not", (Call("==", (A, B)),))),
        ("a.x or b.y and c.z", Call("or", (A, Call("and", (B, C))))),
        ("(a.x or b.y) and c.z", Call("and", (Call("or", (A, B)), C))),
        ("days_between(a.x, b.y) > 3", Call(">", (Call("days_between", (A, B)), Literal(3)))),
        ("  a.x  ", A),
        ("2026-01-31", Literal(date(2026, 1, 31))),
        ("a.x in (1, b.y)", Call("in", (A, Literal(1), B))),
        ("a.x not in (1)", Call("not", (Call("in", (A, Literal(1))),))),
        ("a.x between 1 and b.y + 2", Call("between", (A, Literal(1), Call("+", (B, Literal(2)))))),
        ("a.x not between 1 and 2", Call("not", (Call("between", (A, Literal(1), Literal(2))),))),
        ("a.x between 1 and 2 and b.y", Call("and", (parse("a.x between 1 and 2"), B))),
        ("min(a.x, b.y, c.z)", Call("min", (A, B, C))),
    ],
)
def test_reads(source: str, tree: Expression) -> None:
    assert parse(source) == tree


@pytest.mark.parametrize(
    ("source", "column", "expected"),
    [
        ("", 1, "a name, a number, a date or a text"),
        ("a.x ==", 7, "a name, a number, a date or a text"),
        ("a.x = 3", 5, "a name, number, date, text or sign"),
        ("a.x ; 3", 5, "a name, number, date, text or sign"),
        ("a.x 3", 5, "the end of the condition"),
        ("(a.x", 5, "')'"),
        ("ax == 3", 1, "a name of the form owner.attribute"),
        ("a.x == and", 8, "a name of the form owner.attribute"),
        ("a.x is 3", 8, "'missing' or 'present'"),
        ("eval(a.x)", 1, "abs or add_days or days_between or"),
        ("__import__('os')", 1, "abs or add_days or days_between or"),
        ("days_between(a.x)", 1, "2 operands of days_between"),
        ("days_between(a.x, b.y", 22, "')'"),
        ("days_between(a.x, b.y, c.z)", 1, "2 operands of days_between"),
        ("min(a.x)", 1, "2 or more operands of min"),
        ("a.x in 3", 8, "'('"),
        ("a.x in ()", 9, "a name, a number, a date or a text"),
        ("a.x between 1 or 2", 15, "'and'"),
        ("a.x not 3", 9, "'in' or 'between'"),
        ("a.x == 2026-02-30", 8, "a day that exists"),
    ],
)
def test_says_what_was_expected_and_where(source: str, column: int, expected: str) -> None:
    with pytest.raises(SyntaxFault) as caught:
        parse(source)
    assert (caught.value.column, expected in str(caught.value)) == (column, True)


def test_names_are_listed_in_reading_order() -> None:
    assert list(names(parse("a.x + 1 == days_between(b.y, a.x)"))) == [A, B, A]


def test_what_is_asked_only_whether_it_is_known_is_not_needed() -> None:
    tree = parse("a.x is missing or if_missing(b.y, 1) == c.z")
    assert list(needed(tree)) == [C]


@given(st.text(alphabet="ab.xy()'<>=+-* 12not is missing and or", max_size=40))
def test_any_text_is_read_or_refused_within_it(source: str) -> None:
    columns = [1]
    try:
        parse(source)
    except SyntaxFault as fault:
        columns.append(fault.column)
    assert max(columns) <= len(source) + 1
