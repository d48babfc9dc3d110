"""Every official rule case: the named rule fires or stays silent as stated."""

from __future__ import annotations

from collections import Counter

import pytest

from gevinst.engines.conformance.tests.official import CASES, Case, cases, here, judged_cases

pytestmark = here


def test_all_cases_are_here() -> None:
    assert len(cases()) == CASES


@pytest.mark.parametrize("case", [pytest.param(case, id=case.name) for case in cases()])
def test_the_rule_fires_or_stays_silent(case: Case) -> None:
    fired = Counter(finding.rule for finding in judged_cases()[case.name].findings)
    missing = {rule: number for rule, number in case.fire.items() if fired[rule] < number}
    assert (missing, [rule for rule in case.silent if fired[rule]]) == ({}, [])
