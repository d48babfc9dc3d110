"""The examples in the rules of the block hold: they are what the rule book promises a clerk."""

import pytest

from gevinst.blocks.invoice_control.block import block
from gevinst.engines.control.trial import Tried, check_examples, try_examples


def test_every_rule_does_what_its_examples_say() -> None:
    assert [str(fault) for fault in check_examples(block.rules)] == []


@pytest.fixture(scope="module")
def tried() -> list[Tried]:
    """What every example leads to."""
    return try_examples(block.rules)


def test_every_case_that_can_decide_has_an_example(tried: list[Tried]) -> None:
    """A case without one is a promise that nobody has looked at."""
    shown = {(each.rule.id, each.rule.version, each.found) for each in tried}
    cases = {
        (rule.id, rule.version, number)
        for rule in block.rules.rules
        for number in range(len(rule.cases))
    }
    assert cases - shown == set()
