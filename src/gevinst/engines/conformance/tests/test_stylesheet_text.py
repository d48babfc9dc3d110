"""The stylesheet of a rule set: contexts do not hide each other, and what cannot be cast is missing."""

from __future__ import annotations

import pytest
from saxonche import PySaxonProcessor

from gevinst.engines.blockkit.contract import Text
from gevinst.engines.conformance.ruleset import FormatRule, RuleSet
from gevinst.engines.conformance.stylesheet import fired, stylesheet
from gevinst.engines.conformance.xpath.parser import NAMESPACES

SAXON = PySaxonProcessor(license=False)


def rule(name: str, context: str, test: str, **lets: str) -> FormatRule:
    return FormatRule(name, "mine", "fatal", context, test, Text("", ""), lets)


def run(
    inside: str, *rules: FormatRule, lets: dict[str, str] | None = None
) -> list[tuple[str, str]]:
    text = stylesheet([RuleSet("mine", lets or {}, rules)])
    compiled = SAXON.new_xslt30_processor().compile_stylesheet(stylesheet_text=text)
    spaces = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
    document = f"<ubl:Invoice{spaces}>{inside}</ubl:Invoice>"
    return fired(compiled.transform_to_string(xdm_node=SAXON.parse_xml(xml_text=document)) or "")


def test_two_contexts_of_one_node_both_fire() -> None:
    both = (rule("A", "cbc:ID", "false()"), rule("B", "/*/cbc:ID", "false()"))
    assert {name for name, _ in run("<cbc:ID/>", *both)} == {"A", "B"}


def test_paths_count_among_elements_of_one_name() -> None:
    found = run("<cbc:ID/><cbc:Note/><cbc:ID a='1'/>", rule("A", "@a", "false()"))
    assert found == [("A", "/ubl:Invoice[1]/cbc:ID[2]/@a")]


def test_variables_of_rule_and_document_are_seen() -> None:
    checks = rule("A", "cbc:ID", "$own = $all", own="1 + $one")
    lets = {"one": "1", "all": "count(cbc:ID)"}
    assert run("<cbc:ID/>", checks, lets=lets) != []
    assert run("<cbc:ID/><cbc:ID/>", checks, lets=lets) == []


@pytest.mark.parametrize("test", ["xs:decimal(.) = 1", "xs:date(.) = xs:date('2026-01-01')"])
def test_what_cannot_be_cast_is_missing(test: str) -> None:
    assert run("<cbc:ID>abc</cbc:ID>", rule("A", "cbc:ID", test)) != []


def test_two_sets_may_not_give_one_variable_two_meanings() -> None:
    sets = [RuleSet("a", {"x": "1"}, ()), RuleSet("b", {"x": "2"}, ())]
    with pytest.raises(ValueError, match=r"\$x of b"):
        stylesheet(sets)
