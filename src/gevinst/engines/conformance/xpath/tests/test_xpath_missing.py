"""Where XPath would end with an error or with NaN, the value is missing and evaluation goes on."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

Evaluate = Callable[[Sequence[str], str], list[list[str]]]
TWO = "<cbc:ID>1</cbc:ID><cbc:ID>x</cbc:ID><cbc:Amount>10</cbc:Amount><cbc:Day>2026-01-31</cbc:Day>"
MISSING = (
    "xs:decimal('abc')", "xs:decimal(cbc:None)", "xs:decimal(cbc:ID)", "xs:integer('1.5')",
    "xs:date('2026-02-30')",
    "xs:date('31.01.2026')", "1 div 0", "5 idiv 0", "5 mod 0", "'a' + 1", "cbc:ID + 1", "-'a'", "abs('x')",
    "round(cbc:None)", "xs:boolean('maybe')", "max(('a', 'b'))", "cbc:None to 3", "'a'/cbc:ID", "number('')",
)  # fmt: skip
SAID = (
    ("string(cbc:ID)", [""]),
    ("normalize-space(cbc:ID)", [""]),
    ("contains(cbc:ID, 'x')", ["false"]),
    ("sum(cbc:ID)", ["1"]),
    ("cbc:ID > 0", ["true"]),
    ("cbc:None != 1", ["false"]),
    ("cbc:Day < xs:date('2026-02-01')", ["true"]),
    ("xs:date('2026-02-01') - xs:date('2026-01-31')", ["1"]),
    ("(cbc:Amount, 5)", ["10", "5"]),
    ("(true(), 'false')", ["true", "false"]),
    ("(xs:date('2026-01-01'), '2026-01-02')", ["2026-01-01", "2026-01-02"]),
    ("(1, true())", ["1", "true"]),
    ("(xs:date('2026-01-01'), 'no')", ["2026-01-01"]),
    ("1 = true()", ["true"]),
    ("true() + 1", ["2"]),
    ("(true(), false())[1]", ["true"]),
    ("boolean((true())[. = false()])", ["false"]),
    ("boolean(cbc:ID/xs:boolean(.))", ["true"]),
    ("current()/@id", ["root"]),
    ("for $id in cbc:ID return current()/@id", ["root", "root"]),
    ("round(1.25, cbc:None)", ["1"]),
    ("substring('abc', cbc:None)", [""]),
    ("name(cbc:Amount)", ["cbc:Amount"]),
    ("1 to 20000", [str(at) for at in range(1, 10_001)]),
    ("g:slack(1.00, 1.02, 0.02)", ["true"]),
    ("g:slack(1.00, 1.0201, 0.02)", ["false"]),
    ("g:slack(cbc:None, 1, 0.02)", []),
    ("g:in-list('DKK', 'CURRENCY')", ["true"]),
    ("g:in-list('KR', 'CURRENCY')", ["false"]),
    ("g:gln('5798000000001')", ["true"]),
    ("12345678901234567890.1 div 3", ["4115226300411522630.033333333333333333"]),
    ("9999999999.5 * 9999999999.5", ["99999999990000000000.25"]),
    ("sum((9000000000000000000, 9000000000000000000))", ["18000000000000000000"]),
    ("9000000000000000000 * 2 > 1.5", ["true"]),
    ("max((9223372036854775807000, 1))", ["9223372036854775807000"]),
    ("distinct-values((1, 1.0, '1'))", ["1"]),
)  # fmt: skip


@pytest.mark.parametrize("expression", MISSING)
def test_what_has_no_value_is_missing(ours: Evaluate, expression: str) -> None:
    assert ours([TWO], expression) == [[]]


@pytest.mark.parametrize(("expression", "said"), SAID)
def test_what_is_there_still_counts(ours: Evaluate, expression: str, said: list[str]) -> None:
    assert ours([TWO], expression) == [said]


def test_a_document_without_a_value_takes_no_number_from_another(ours: Evaluate) -> None:
    bodies = ["<cbc:ID>x</cbc:ID>", "<cbc:ID>2</cbc:ID>", "", "<cbc:ID>4.5</cbc:ID>"]
    assert ours(bodies, "cbc:ID * 2") == [[], ["4"], [], ["9"]]


def test_an_element_with_elements_has_the_text_of_all(ours: Evaluate) -> None:
    body = "<cac:Party><cbc:ID a='no'>a</cbc:ID><cac:X><cbc:Y>b</cbc:Y></cac:X></cac:Party>"
    assert ours([body], "string(cac:Party)") == [["ab"]]


def test_text_among_elements_is_kept(ours: Evaluate) -> None:
    assert ours(["<cac:Party>a<cbc:ID>b</cbc:ID>c</cac:Party>"], "string(cac:Party)") == [["abc"]]
