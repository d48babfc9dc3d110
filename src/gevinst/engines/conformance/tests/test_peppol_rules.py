"""The rules of Peppol BIS 3 as a whole: each has a table of cases, and two evaluators agree on them."""

from __future__ import annotations

import pytest
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


@pytest.mark.parametrize(
    "documents",
    [*([ubl(text) for text in fragments(table)] for table in TABLES), NUMBER_DOCUMENTS],
)
def test_the_stylesheet_finds_the_same(documents: list[bytes]) -> None:
    sheet = stylesheet([load_ruleset("peppol-bis-3")])
    ours = set(load_ruleset("peppol-bis-3").ids())
    with PySaxonProcessor(license=False) as processor:
        run = processor.new_xslt30_processor().compile_stylesheet(stylesheet_text=sheet)
        said = [
            sorted(
                rule
                for rule, _ in fired(
                    run.transform_to_string(xdm_node=processor.parse_xml(xml_text=text.decode()))
                )
            )
            for text in documents
        ]
    judged = judge(documents, "peppol-bis-3")
    found = [sorted(f.rule for f in one.findings if f.rule in ours) for one in judged]
    assert found == said
