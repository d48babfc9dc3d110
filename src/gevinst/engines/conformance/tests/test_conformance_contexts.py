"""Contexts, variables and values: our findings are at the nodes where the stylesheet in Saxon says."""

from __future__ import annotations

import pytest

from gevinst.engines.blockkit.contract import Text
from gevinst.engines.conformance.judge import FormatFinding, findings
from gevinst.engines.conformance.markup import read_nodes
from gevinst.engines.conformance.program import program
from gevinst.engines.conformance.ruleset import FormatRule, RuleSet
from gevinst.engines.conformance.stylesheet import fired, stylesheet
from gevinst.engines.conformance.vocabulary import Vocabulary
from gevinst.engines.conformance.xpath import choice
from gevinst.engines.conformance.xpath.parser import NAMESPACES

DECLARED = " ".join(f'xmlns:{name}="{uri}"' for name, uri in NAMESPACES.items())
PARTY = (
    "<cac:Party><cbc:EndpointID schemeID='0184'>1</cbc:EndpointID><cac:PartyIdentification><cbc:ID "
    "schemeID='GLN'>2</cbc:ID></cac:PartyIdentification><cbc:ID>3</cbc:ID><cbc:ID/></cac:Party>"
)
BODIES = (
    "",
    f"<cbc:ID>DK</cbc:ID><cac:AccountingSupplierParty>{PARTY}</cac:AccountingSupplierParty>",
    f"<cbc:ID>SE</cbc:ID><cac:AccountingCustomerParty>{PARTY}{PARTY}</cac:AccountingCustomerParty>",
)
CONTEXTS = """
cbc:ID
/ubl:Invoice
/*
/cn:CreditNote
cac:Party/cbc:ID
//cbc:ID
/*//cbc:ID
cac:*/cbc:ID
cac:AccountingSupplierParty//cbc:ID
cbc:ID[@schemeID]
cbc:ID[@schemeID = 'GLN'] | cbc:EndpointID
cac:Party[cbc:EndpointID]/cbc:ID
cac:Party/cbc:ID[1]
cac:Party/cbc:ID[last()]
cac:Party[2]/cbc:ID
cac:Party/cbc:ID[position() = 2][. = '']
cbc:ID/@schemeID
@schemeID
@*
*[not(*)]
/ubl:Invoice/*
(ubl:Invoice | cn:CreditNote)/cbc:ID
cac:Party/(cbc:ID | cbc:EndpointID)
/*[$country = 'DK']//cbc:ID
cac:AccountingCustomerParty[cac:Party[2]]//cbc:ID[@schemeID]
cac:AccountingCustomerParty[cac:Party]//cac:Party/cbc:ID
/*[cbc:ID = 'SE']/cac:AccountingCustomerParty/cac:Party[1]
cbc:ID[.. = 'x']
(cbc:ID)
ext:UBLExtensions
cac:Party[true()][count(cbc:ID)]
cbc:ID[not(. = '')][../cbc:EndpointID]
""".strip().splitlines()


def rule(name: str, context: str, test: str = "false()", **more: object) -> FormatRule:
    return FormatRule(name, "own", "fatal", context, test, Text("da", "en"), **more)  # type: ignore[arg-type]


def judged(rules: RuleSet) -> list[tuple[FormatFinding, ...]]:
    words = Vocabulary()
    return findings(program([rules]), [read_nodes(document(body), words) for body in BODIES], words)


def document(body: str) -> bytes:
    return f"<ubl:Invoice {DECLARED}>{body}</ubl:Invoice>".encode()


@pytest.mark.parametrize("context", CONTEXTS)
def test_a_context_is_where_saxon_says(context: str) -> None:
    processor = pytest.importorskip("saxonche").PySaxonProcessor(license=False)
    lists = rule("lists", "cbc:Never", "g:in-list(., 'CURRENCY')")
    rules = RuleSet("own", {"country": "string(cbc:ID)"}, (rule("here", context), lists))
    xslt = processor.new_xslt30_processor().compile_stylesheet(stylesheet_text=stylesheet([rules]))
    ours = judged(rules)
    for body, found in zip(BODIES, ours, strict=True):
        node = processor.parse_xml(xml_text=document(body).decode())
        lines = xslt.transform_to_string(xdm_node=node) or ""
        assert sorted((one.rule, one.path) for one in found) == sorted(fired(lines))


@pytest.mark.parametrize("context", [text for text in CONTEXTS if "][" in text])
def test_a_large_batch_looks_only_where_it_matters(
    context: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    rules = RuleSet("own", {}, (rule("here", context),))
    everywhere = judged(rules)
    monkeypatch.setattr(choice, "LARGE", 0)
    assert judged(rules) == everywhere


def test_variables_of_the_rule_and_of_the_document_meet() -> None:
    lets = {"own": "cbc:EndpointID", "both": "concat($country, $own)"}
    party = rule(
        "r", "cac:Party", "$both = 'DK1'", lets=lets, reads=("$both", "cbc:ID", "cbc:None")
    )
    found = judged(RuleSet("own", {"id": "/*/cbc:ID", "country": "string($id)"}, (party,)))
    assert [len(each) for each in found] == [0, 0, 2]
    assert found[2][0].values == {"$both": "SE1", "cbc:ID": "3, ", "cbc:None": ""}


def test_a_variable_keeps_its_context_inside_predicates() -> None:
    lets = {"id": "cbc:ID"}
    root = rule("r", "/*", "exists(//cac:Party[cbc:EndpointID = '1' and $id = 'DK'])", lets=lets)
    assert [len(each) for each in judged(RuleSet("own", {}, (root,)))] == [1, 0, 1]


def test_findings_come_in_the_order_of_the_rules_then_of_the_document() -> None:
    rules = RuleSet("own", {}, (rule("b", "cbc:ID"), rule("a", "/*"), rule("c", "cbc:ID")))
    assert [one.rule for one in judged(rules)[1]] == ["b", "b", "b", "b", "a", "c", "c", "c", "c"]


def test_one_context_serves_many_rules_and_many_documents() -> None:
    alone = [judged(RuleSet("own", {}, (rule("x", context),))) for context in CONTEXTS[:10]]
    rules = tuple(rule(str(at), context) for at, context in enumerate(CONTEXTS[:10]))
    together = judged(RuleSet("own", {}, rules))
    for doc, found in enumerate(together):
        assert len(found) == sum(len(each[doc]) for each in alone)
