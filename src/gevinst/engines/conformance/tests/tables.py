"""The tests of a table of rules: each row's rule fires on some fragments and stays silent on others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache

import pytest

from gevinst.engines.conformance.judge import judge
from gevinst.engines.conformance.tests.fragments import Case, fragments, ubl

Test = Callable[[str, str], None]


def checks_of(cases: Sequence[Case], profile: str) -> tuple[Test, Test]:
    """Two tests for a file to name: every rule fires where it must, and nowhere it must not.

    All fragments of the table are judged as one batch, when the first test runs.
    """
    fire = [(rule, text) for rule, texts, _ in cases for text in texts]
    still = [(rule, text) for rule, _, texts in cases for text in texts]
    fired = cache(lambda: fired_rules(cases, profile))

    @pytest.mark.parametrize(("rule", "fragment"), fire)
    def fires(rule: str, fragment: str) -> None:
        assert rule in fired()[fragment], f"{rule} stays silent on {fragment}"

    @pytest.mark.parametrize(("rule", "fragment"), still)
    def stays_silent(rule: str, fragment: str) -> None:
        assert rule not in fired()[fragment], f"{rule} fires on {fragment}"

    return fires, stays_silent


def fired_rules(cases: Iterable[Case], profile: str) -> Mapping[str, frozenset[str]]:
    """Fragment -> the rules that fire on it, all judged as one batch."""
    texts = fragments(cases)
    judgements = judge([ubl(text) for text in texts], profile)
    return {
        text: frozenset(finding.rule for finding in judgement.findings)
        for text, judgement in zip(texts, judgements, strict=True)
    }
