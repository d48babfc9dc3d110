"""EN 16931: each of the elements and attributes that do not belong is found where it stands."""

from __future__ import annotations

import re
from functools import lru_cache

import pytest
from lxml import etree

from gevinst.engines.conformance.judge import judge
from gevinst.engines.conformance.ruleset import NEVER, FormatRule, load_ruleset
from gevinst.engines.conformance.tests.official import cases, here, judged_cases
from gevinst.engines.conformance.xpath.parser import NAMESPACES

RULES = [rule for rule in load_ruleset("en16931").rules if rule.test == NEVER]
PREDICATES = re.compile(r"\[([^\]]*)\]")
EQUALS = re.compile(r"^(cbc:\w+) = '(\w+)'$")
ROOTS = {"ubl:Invoice": "ubl", "cn:CreditNote": "cn"}


def document(context: str) -> bytes:
    """The smallest document with a node at the first path of the pattern."""
    path = context.partition(" | ")[0]
    steps = [step for step in re.split(r"/(?![^\[]*\])", path) if step and step != "*"]
    root = etree.Element(f"{{{NAMESPACES['ubl']}}}Invoice")
    place = root
    for step in steps:
        name = PREDICATES.sub("", step)
        if name.startswith("@"):
            place.set(name[1:], "x")
        elif name not in ROOTS:
            place = etree.SubElement(place, qualified(name))
            for predicate in PREDICATES.findall(step):
                if found := EQUALS.match(predicate):
                    etree.SubElement(place, qualified(found[1])).text = found[2]
    return etree.tostring(root)


def qualified(name: str) -> str:
    prefix, _, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


@lru_cache(maxsize=1)
def fired() -> dict[str, frozenset[str]]:
    judgements = judge([document(rule.context) for rule in RULES], "en16931")
    return {
        rule.id: frozenset(finding.rule for finding in said.findings)
        for rule, said in zip(RULES, judgements, strict=True)
    }


def test_there_are_as_many_as_in_the_norm() -> None:
    assert sum(rule.id.startswith("UBL-CR-") for rule in RULES) == 679


@pytest.mark.parametrize("rule", [pytest.param(rule, id=rule.id) for rule in RULES])
def test_what_does_not_belong_is_found(rule: FormatRule) -> None:
    assert rule.id in fired()[rule.id]


@pytest.mark.parametrize(
    ("rule", "content"),
    [
        ("UBL-CR-002", "<cbc:UBLVersionID>2.1</cbc:UBLVersionID>"),
        (
            "UBL-CR-665",
            "<cac:AdditionalDocumentReference><cbc:ID schemeID='ABT'>1</cbc:ID>"
            "<cbc:DocumentTypeCode>130</cbc:DocumentTypeCode></cac:AdditionalDocumentReference>",
        ),
        (
            "UBL-CR-666",
            "<cac:AdditionalDocumentReference><cbc:ID>1</cbc:ID><cac:Attachment/>"
            "</cac:AdditionalDocumentReference>",
        ),
        (
            "UBL-DT-18",
            "<cac:PaymentMeans><cbc:PaymentMeansCode name='x'>1</cbc:PaymentMeansCode>"
            "</cac:PaymentMeans>",
        ),
    ],
)
def test_what_the_exception_allows_is_not_found(rule: str, content: str) -> None:
    spaces = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
    text = f"<ubl:Invoice{spaces}>{content}</ubl:Invoice>"
    (judgement,) = judge([text.encode()], "en16931")
    assert rule not in {finding.rule for finding in judgement.findings}


def test_a_due_date_in_the_payment_belongs_to_credit_notes() -> None:
    spaces = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
    dated = (
        "<cac:PaymentMeans><cbc:PaymentDueDate>2026-01-01</cbc:PaymentDueDate></cac:PaymentMeans>"
    )
    text = f"<cn:CreditNote{spaces}>{dated}</cn:CreditNote>"
    (judgement,) = judge([text.encode()], "en16931")
    assert "UBL-CR-412" not in {finding.rule for finding in judgement.findings}


@here
def test_the_fragments_of_the_official_cases_hold_few_of_them() -> None:
    """A pattern that matches too much would fire all over."""
    ids = {rule.id for rule in RULES}
    found = {each.rule for said in judged_cases().values() for each in said.findings} & ids
    assert len(found) < len(cases()) / 10
