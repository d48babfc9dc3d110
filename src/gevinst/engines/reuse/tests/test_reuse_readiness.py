"""The grade of readiness for reuse: what counts, what caps it, and which licences are open."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gevinst.engines.reuse.readiness import WEIGHTS, open_licence, readiness

ALL: dict[str, str] = {
    "repository_url": "https://example.org/", "licence": "MPL-2.0", "documentation": "D",
    "infrastructure": "I", "data_protection": "P", "policies": "O", "translations": "da, en",
}  # fmt: skip
ORDER = "ABCDE"


def without(*names: str, **instead: str) -> dict[str, str]:
    return {**{key: value for key, value in ALL.items() if key not in names}, **instead}


@pytest.mark.parametrize(
    ("facts", "grade"),
    [
        (ALL, "A"),
        (without("translations"), "A"),
        (without("policies"), "A"),
        (without("policies", "translations"), "B"),
        (without("documentation"), "B"),
        (without("documentation", documentation_url="https://example.org/d"), "A"),
        (without("licence"), "C"),
        (without("repository_url"), "C"),
        (without("repository_url", "licence", block_key="invoice_control"), "A"),
        (without("licence", licence="proprietary"), "C"),
        ({"documentation": "D", "policies": "P"}, "D"),
        ({"documentation": "  ", "policies": None}, "E"),
        ({}, "E"),
    ],
)
def test_grades(facts: dict[str, Any], grade: str) -> None:
    assert readiness(facts).grade == grade


def test_the_weights_are_100_together() -> None:
    assert sum(WEIGHTS.values()) == 100


def test_a_closed_licence_is_told_apart_from_none() -> None:
    assert readiness(without("licence", licence="Proprietary")).licence_closed
    assert not readiness(without("licence")).licence_closed
    assert not readiness(ALL).licence_closed


@pytest.mark.parametrize(
    ("expression", "is_open"),
    [
        ("EUPL-1.2", True), ("mit", True), ("Apache-2.0", True), ("GPL-3.0-or-later", True),
        ("(MIT OR Apache-2.0)", True), ("Apache-2.0 WITH LLVM-exception", True),
        ("CC-BY-4.0", True), ("CC-BY-SA-4.0", True), ("CC-BY-NC-4.0", False), ("MITx", False),
        ("LicenseRef-KMD", False), ("BUSL-1.1", False), ("MIT AND proprietary", False), ("", False),
    ],
)  # fmt: skip
def test_open_licences(expression: str, is_open: bool) -> None:
    assert open_licence(expression) is is_open


@given(st.sets(st.sampled_from(sorted(ALL))), st.sampled_from(sorted(ALL)))
def test_more_never_lowers_the_grade(names: set[str], one: str) -> None:
    before = readiness({name: ALL[name] for name in names})
    after = readiness({name: ALL[name] for name in {*names, one}})
    assert ORDER.index(after.grade) <= ORDER.index(before.grade)
    assert after.points >= before.points
    assert set(before.there) | set(before.missing) == set(WEIGHTS)
