"""Versions of a rule: each stands once, and no two are in force on the same day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from gevinst.engines.control.model import Rule
from gevinst.engines.control.places import Place


class Versions:
    """The rules read so far, by id."""

    def __init__(self) -> None:
        self._rules: dict[str, list[Rule]] = {}

    def add(self, rule: Rule, place: Place) -> None:
        """Takes the rule in. Raises `RuleFault` with both places where it meets another of its id."""
        keys = place.pairs()
        for other in self._rules.get(rule.id, []):
            _meet(rule, other, keys)
        self._rules.setdefault(rule.id, []).append(rule)

    def ordered(self) -> tuple[Rule, ...]:
        """All rules in the order they are reported, versions by date."""
        rules = [rule for versions in self._rules.values() for rule in versions]
        return tuple(sorted(rules, key=lambda rule: (rule.order, rule.id, rule.valid_from)))


def _meet(rule: Rule, other: Rule, keys: Mapping[str, Place]) -> None:
    if rule.version == other.version:
        said = f"the rule {rule.id!r} stands twice with version {rule.version!r}"
        raise keys["version"].fault(f"{said}; first at {other.place}")
    if rule.valid_from <= _end(other) and other.valid_from <= _end(rule):
        later = max(rule.valid_from, other.valid_from)
        said = f"version {rule.version!r} of the rule {rule.id!r} is in force on {later}"
        raise keys["valid_from"].fault(
            f"{said} with version {other.version!r} at {other.place}; expected periods that do not overlap"
        )


def _end(rule: Rule) -> date:
    return rule.valid_to or date.max
