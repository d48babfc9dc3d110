"""The rules of Peppol BIS 3 as a whole: each has a table of cases, and two evaluators agree on them."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from lxml import etree
from saxonche import PySaxonProcessor

from gevinst.engines.conformance.judge import judge
from gevinst.engines.conformance.ruleset import load_ruleset
from gevinst.engines.conformance.stylesheet import fired, stylesheet
from gevinst.engines.conformance.tests import (
    test_company_number_rules,
    test_danish_rules,
    test_german_payment_rules,
    test_german_rules,
    test_national_rules,
    test_nordic_rules,
    test_peppol_code_rules,
    test_peppol_document_rules,
    test_peppol_line_rules,
)
from gevinst.engines.conformance.tests.fragments import Case, fragments, ubl

TABLES: tuple[tuple[Case, ...], ...] = (
    test_danish_rules.CASES,
    test_german_payment_rules.CASES,
    test_german_rules.CASES,
    test_national_rules.CASES,
    test_nordic_rules.CASES,
    test_peppol_code_rules.CASES,
    test_peppol_document_rules.CASES,
    test_peppol_line_rules.CASES,
)
NUMBERS = {f"PEPPOL-COMMON-{rule}" for rule, _, _ in test_company_number_rules.VALID}
NUMBER_DOCUMENTS = [
    document
    for _, scheme, numbers in (*test_company_number_rules.VALID, *test_company_number_rules.WRONG)
    for number in numbers
    for document in test_company_number_rules.places(scheme, number)
]


def test_every_rule_has_cases() -> None:
    shown = {rule for table in TABLES for rule, fire, silent in table if fire and silent}
    shown |= NUMBERS | {"PEPPOL-COMMON-R056-2"}
    assert set(load_ruleset("peppol-bis-3").ids()) == shown


def one_element_away(documents: Iterable[bytes]) -> list[bytes]:
    """Every document that comes of taking one element out of one of these."""
    less: dict[bytes, None] = {}
    for document in documents:
        size = len(list(etree.fromstring(document).iter()))
        for at in range(1, size):
            root = etree.fromstring(document)
            gone = list(root.iter())[at]
            parent = gone.getparent()
            assert parent is not None
            parent.remove(gone)
            less[etree.tostring(root)] = None
    return list(less)


def by_stylesheet(documents: Iterable[bytes]) -> list[list[str]]:
    """The rules that fire on each document, as Saxon finds them."""
    sheet = stylesheet([load_ruleset("peppol-bis-3")])
    with PySaxonProcessor(license=False) as processor:
        run = processor.new_xslt30_processor().compile_stylesheet(stylesheet_text=sheet)
        trees = (processor.parse_xml(xml_text=text.decode()) for text in documents)
        return [sorted(r for r, _ in fired(run.transform_to_string(xdm_node=one))) for one in trees]


def by_judge(documents: list[bytes]) -> list[list[str]]:
    """The rules that fire on each document, as the judge finds them."""
    ours = set(load_ruleset("peppol-bis-3").ids())
    judged = judge(documents, "peppol-bis-3")
    return [sorted(f.rule for f in one.findings if f.rule in ours) for one in judged]


@pytest.mark.parametrize(
    "documents",
    [*([ubl(text) for text in fragments(table)] for table in TABLES), NUMBER_DOCUMENTS],
)
def test_the_stylesheet_finds_the_same(documents: list[bytes]) -> None:
    assert by_judge(documents) == by_stylesheet(documents)


@pytest.mark.parametrize("table", TABLES)
def test_the_stylesheet_finds_the_same_one_element_away(table: tuple[Case, ...]) -> None:
    documents = one_element_away(ubl(text) for text in fragments(table))
    assert by_judge(documents) == by_stylesheet(documents)
