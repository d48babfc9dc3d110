"""The formula language in Excel's words: it comes to the same, or it is refused."""

from __future__ import annotations

from decimal import Decimal

import pytest

from gevinst.engines.businesscase.figures.formula import parse
from gevinst.features.benefits.reporting.workbook.formula import excel
from gevinst.features.benefits.reporting.workbook.formula_signs import Untranslatable
from gevinst.features.benefits.reporting.workbook.names import cell_names
from gevinst.features.benefits.tests.excel_evaluation import Formula, Sheets

GIVEN = {"a": Decimal("7.5"), "b": Decimal(-3), "c": Decimal(2), "zero": Decimal(0)}
SAME = [
    ("a + b * c", "a+b*c"),
    ("(a + b) * c", "(a+b)*c"),
    ("a - (b - c)", "a-(b-c)"),
    ("a / (b / c)", "a/(b/c)"),
    ("a / b / c", "a/b/c"),
    ("-a ** c", "(-(a^c))"),
    ("(-a) ** c", "(-a)^c"),
    ("c ** c ** c", "c^(c^c)"),
    ("(a ** c) ** c", "(a^c)^c"),
    ("+a", "(a)"),
    ("a // b", "INT(a/b)"),
    ("a % b", "MOD(a,b)"),
    ("1 if a > b else 2", "IF((a>b),1,2)"),
    ("1 if b < a < 8 and not c == 3 else 2", "IF(AND(AND(b<a,a<8),NOT((c=3))),1,2)"),
    ("1 if a <= b or c != 2 else 0", "IF(OR((a<=b),(c<>2)),1,0)"),
    ("5 if a >= 7.5 else 0", "IF((a>=7.5),5,0)"),
    ("1 if True else 0", "IF(TRUE,1,0)"),
    ("1 if False else 0", "IF(FALSE,1,0)"),
    ("half_up(a / c, 1)", "ROUND(a/c,1)"),
    ("half_up(1.045, 2)", "ROUND(1.045,2)"),
    ("half_up(b / c)", "ROUND(b/c,0)"),
    ("trunc(b / c, 0)", "TRUNC(b/c,0)"),
    ("int(b / c)", "TRUNC(b/c,0)"),
    ("floor(b / c)", "INT(b/c)"),
    ("ceil(a)", "(-INT(-a))"),
    ("abs(b) + fabs(b)", "ABS(b)+ABS(b)"),
    ("min(a, b, c) * max(a, b)", "MIN(a,b,c)*MAX(a,b)"),
    ("min([a, b])", "MIN(a,b)"),
    ("sum([a, b, c])", "SUM(a,b,c)"),
    ("prod([a, c])", "PRODUCT(a,c)"),
    ("mean([a, b])", "AVERAGE(a,b)"),
    ("median((a, b, c))", "MEDIAN(a,b,c)"),
    ("sqrt(c * 8)", "SQRT(c*8)"),
    ("pow(a, c) / 2", "(a^c)/2"),
    ("float(a) * 2", "a*2"),
    ("exp(c)", "EXP(c)"),
    ("log(a)", "LN(a)"),
    ("log(8, c)", "LOG(8,c)"),
    ("log10(a)", "LOG10(a)"),
    ("a * (b if a > 0 else c)", "a*IF((a>0),b,c)"),
]
REFUSED = [
    "sum(x for x in [a, b])",
    "round(a, 1)",
    "[a, b][0]",
    "sum(a)",
    "{1: a}.get(1)",
    "sum([a], start=c)",
    "'text'",
    "1 if a in [a] else 2",
    "sqrt([a, b])",
    "next([a])",
    "1 if (a and b) else 2",
    "a or b > 1",
]


def worked_out(told: str) -> Decimal:
    sheets = Sheets.__new__(Sheets)
    sheets.given = GIVEN
    found = Formula(told, "", sheets).result()
    assert isinstance(found, Decimal)
    return found


@pytest.mark.parametrize(("text", "told"), SAME, ids=[text for text, _ in SAME])
def test_the_same_in_excel(text: str, told: str) -> None:
    assert excel(parse(text), str) == told
    assert abs(worked_out(told) - Decimal(parse(text).value(GIVEN))) < Decimal("1e-20")


@pytest.mark.parametrize("text", REFUSED)
def test_what_excel_cannot_say_is_refused(text: str) -> None:
    with pytest.raises(Untranslatable):
        excel(parse(text), str)


def test_a_name_is_looked_up() -> None:
    assert excel(parse("visits * minutes"), {"visits": "A1", "minutes": "'B'!C2"}.__getitem__) == (
        "A1*'B'!C2"
    )


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("fte", "fte"),
        ("ab12", "v_ab12"),
        ("xfd1", "v_xfd1"),
        ("r1c1", "v_r1c1"),
        ("c", "v_c"),
        ("true", "v_true"),
        ("laesning", "laesning_2"),
        ("abcd1", "abcd1"),
    ],
)
def test_names_that_excel_would_misread(name: str, told: str) -> None:
    assert cell_names([name]) == {name: told}
