"""An expression outside the subset is refused with the column and what was expected."""

from __future__ import annotations

import pytest

from gevinst.engines.conformance.xpath.contexts import read_context
from gevinst.engines.conformance.xpath.lexer import XPathFault
from gevinst.engines.conformance.xpath.parser import let, parse
from gevinst.engines.conformance.xpath.syntax import Let, Text, Variable, made

FAULTS = (
    ("1 +", 4, "expected an expression, found 'the end'"),
    ("cbc:ID = #", 10, "expected a token, found '#'"),
    ("foo:ID", 1, "expected one of the prefixes cac, cbc"),
    ("foo:*", 1, "expected one of the prefixes"),
    ("unknown(1)", 1, "expected a function of the subset"),
    ("contains('a')", 1, "expected 2 to 2 arguments of contains()"),
    ("count(cbc:ID", 13, "expected ','"),
    ("(cbc:ID", 8, "expected ')'"),
    ("cbc:ID[1", 9, "expected ']'"),
    ("sideways::cbc:ID", 1, "expected an axis: child"),
    ("$none", 2, "expected a variable that is defined (none)"),
    ("some $x in 1 return 2", 14, "expected 'satisfies'"),
    ("for $ in 1", 10, "expected 'in'"),
    ("some $1 in 2", 7, "expected the name of a variable"),
    ("if (1) 2", 8, "expected 'then'"),
    ("1 castable as xs:token", 23, "expected one of the types xs:decimal"),
    ("1 castable as 2", 15, "expected a type"),
    ("cbc:ID cbc:ID", 8, "expected the end of the expression"),
    ("@", 2, "expected a name"),
    ("child::2", 8, "expected a name"),
    ("g:in-list(., 'NO-SUCH-LIST')", 1, "expected the name of a list"),
    ("g:in-list(., cbc:ID)", 1, "expected the name of a list"),
)
CONTEXTS = (
    ("count(1)", "expected a pattern of names and predicates, found Call"),
    ("cbc:ID/text()", "expected a pattern of names and predicates, found Step"),
    ("ancestor::cbc:ID", "expected children, attributes or descendants, found ancestor"),
)


@pytest.mark.parametrize(("source", "column", "said"), FAULTS)
def test_a_fault_names_the_column_and_what_was_expected(
    source: str, column: int, said: str
) -> None:
    with pytest.raises(XPathFault) as caught:
        parse(source)
    assert said in str(caught.value)
    assert caught.value.column == column


@pytest.mark.parametrize(("source", "said"), CONTEXTS)
def test_a_context_is_a_pattern(source: str, said: str) -> None:
    with pytest.raises(XPathFault, match="expected"):
        read_context(source)
    with pytest.raises(XPathFault) as caught:
        read_context(source)
    assert said in str(caught.value)


def test_a_variable_stands_for_its_expression() -> None:
    lets = (
        ("a", let(parse("cbc:ID"), at_document=False)),
        ("b", let(parse("'x'"), at_document=True)),
    )
    assert parse("$a", lets) is made(Let, False, parse("cbc:ID"))
    assert parse("$b", lets) is made(Text, "x")


def test_a_bound_variable_hides_a_let() -> None:
    lets = (("x", parse("1")),)
    body = parse("for $x in cbc:ID return $x", lets).body  # type: ignore[attr-defined]
    assert body is made(Variable, "x")


def test_equal_expressions_are_one_object() -> None:
    assert parse("cbc:ID [ . = 'a' ]") is parse("cbc:ID[.='a']")
