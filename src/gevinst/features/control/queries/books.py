"""The rule book in force at an authority, rule by rule as a clerk reads it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from gevinst.engines.blockkit.contract import Block
from gevinst.engines.control import Rule, RuleBook, RuleFault
from gevinst.engines.control.explain import Explanation, explain
from gevinst.engines.control.trial import try_examples
from gevinst.features.control.models import RuleSet
from gevinst.features.control.queries.places import installed
from gevinst.features.control.queries.rule_sets import rule_set_on
from gevinst.features.control.rule_files import kept_book, told_fault
from gevinst.shared.errors import DomainError

if TYPE_CHECKING:
    from gevinst.features.accounts.models import Authority


@dataclass(frozen=True, slots=True)
class Opened:
    """The rules that decide on the day `on`. `rule_set` is None where they are the block's own."""

    authority: Authority
    block: Block
    rule_set: RuleSet | None
    files: Mapping[str, str]
    book: RuleBook
    on: date

    def rule(self, rule_id: str, version: str = "") -> Rule:
        """The version stated, else the one in force, else the latest. Raises `DomainError("not-found")`."""
        versions = self.book.versions(rule_id)
        chosen = [each for each in versions if each.version == version] if version else []
        if not version and versions:
            chosen = [each for each in versions if each.in_force(self.on)] or [versions[-1]]
        if not chosen:
            raise DomainError("not-found", _("There is no such rule."), rule=rule_id)
        return chosen[0]

    def current(self) -> list[Explanation]:
        """Every rule that decides or is tried on the day, in the order that rules are reported."""
        manifest = self.block.manifest
        return [explain(rule, self.book, manifest) for rule in self.rules()]

    def rules(self) -> list[Rule]:
        """The rules in force on the day."""
        return [rule for rule in self.book.rules if rule.in_force(self.on)]

    def explained(self, rule: Rule) -> Explanation:
        """All that can be said of the rule, its examples run now."""
        tried = try_examples(self.book, [rule])
        return explain(rule, self.book, self.block.manifest, tried)


def opened(authority: Authority, block_key: str, on: date) -> Opened:
    """The rule book of that day. Raises `DomainError`: "not-found" (no such block), "rule-fault"."""
    block = installed(block_key)
    own = rule_set_on(authority.pk, block_key, on)
    files = own.files if own else block.rule_files
    try:
        return Opened(authority, block, own, files, kept_book(block_key, files), on)
    except RuleFault as fault:
        message = _("The rules cannot be used: %(fault)s") % {"fault": told_fault(fault)}
        raise DomainError("rule-fault", message, faults=[str(fault)]) from fault
