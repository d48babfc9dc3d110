"""How a rule came to be as it is: every approved change that touched it, from what to what."""

from __future__ import annotations

from dataclasses import dataclass

from gevinst.engines.control import RuleFault, compare
from gevinst.features.control.models import RuleSet
from gevinst.features.control.queries.changes import base_files
from gevinst.features.control.queries.rule_sets import rule_sets
from gevinst.features.control.rule_files import kept_book


@dataclass(frozen=True, slots=True)
class Step:
    """A rule book that came into force, and what it changed. `readable` is False where it is no longer
    understood by the building block that is installed."""

    rule_set: RuleSet
    changes: tuple[compare.RuleChange, ...]
    readable: bool = True


def rule_history(authority_id: int, block_key: str, rule_id: str) -> list[Step]:
    """The steps in which the rule was changed, the latest first."""
    steps = (_step(each) for each in rule_sets(authority_id, block_key))
    found = [(step, _about(step, rule_id)) for step in steps]
    return [Step(step.rule_set, changes, step.readable) for step, changes in found if changes]


def _step(rule_set: RuleSet) -> Step:
    key = rule_set.block_key
    try:
        before = kept_book(key, base_files(rule_set.change))
        return Step(rule_set, compare.differences(before, kept_book(key, rule_set.files)))
    except RuleFault:
        return Step(rule_set, (), readable=False)


def _about(step: Step, rule_id: str) -> tuple[compare.RuleChange, ...]:
    return tuple(each for each in step.changes if each.rule == rule_id)
