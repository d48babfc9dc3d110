"""Every official document: the fatal rules that fire are exactly the official ones."""

from __future__ import annotations

import pytest

from gevinst.engines.conformance.tests.official import (
    DOCUMENTS,
    Document,
    documents,
    here,
    judged_documents,
)  # fmt: skip

pytestmark = here


def test_all_documents_are_here() -> None:
    assert len(documents()) == DOCUMENTS


@pytest.mark.parametrize("document", [pytest.param(each, id=each.name) for each in documents()])
def test_the_fatal_rules_are_the_official_ones(document: Document) -> None:
    judgement = judged_documents()[document.name]
    found = {finding.rule for finding in judgement.findings if finding.severity == "fatal"}
    assert found == document.fatal
