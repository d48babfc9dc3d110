"""Two evaluators, one set of rules: the vectorised judge and the stylesheet find the same, warnings too."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import lru_cache

import pytest
from saxonche import PySaxonProcessor

from gevinst.engines.conformance.judge import DocumentJudgement
from gevinst.engines.conformance.profiles import RULESETS
from gevinst.engines.conformance.ruleset import load_ruleset
from gevinst.engines.conformance.stylesheet import fired, stylesheet
from gevinst.engines.conformance.tests.official import (
    Document,
    cases,
    documents,
    here,
    judged_cases,
    judged_documents,
)  # fmt: skip

pytestmark = here
SAXON = PySaxonProcessor(license=False)
FOLDERS = sorted({case.name.partition("/")[0] for case in cases()})


@lru_cache(maxsize=8)
def transform(profile: str) -> Callable[[bytes], list[tuple[str, str]]]:
    """Document -> rule and path of everything that fires by the stylesheet of the profile."""
    text = stylesheet([load_ruleset(name) for name in RULESETS[profile]])
    compiled = SAXON.new_xslt30_processor().compile_stylesheet(stylesheet_text=text)

    def run(content: bytes) -> list[tuple[str, str]]:
        node = SAXON.parse_xml(xml_text=content.decode("utf-8-sig"))
        return fired(compiled.transform_to_string(xdm_node=node) or "")

    return run


def differences(content: bytes, judgement: DocumentJudgement) -> Counter[tuple[str, str]]:
    """What only one of the two finds: by the stylesheet counted up, by the judge down."""
    assert judgement.profile is not None
    found = Counter(transform(judgement.profile)(content))
    found.subtract((finding.rule, finding.path) for finding in judgement.findings)
    return Counter({key: count for key, count in found.items() if count})


@pytest.mark.parametrize("folder", FOLDERS)
def test_both_find_the_same_in_every_case(folder: str) -> None:
    found = {
        case.name: differences(case.content, judged_cases()[case.name])
        for case in cases()
        if case.name.startswith(f"{folder}/")
    }
    assert {name: differ for name, differ in found.items() if differ} == {}


@pytest.mark.parametrize("document", [pytest.param(each, id=each.name) for each in documents()])
def test_both_find_the_same_in_every_document(document: Document) -> None:
    assert not differences(document.content, judged_documents()[document.name])
