"""What a change of the rules does to each rule, readable from and to."""

from __future__ import annotations

from dataclasses import dataclass

from gevinst.engines.blockkit.contract import Text
from gevinst.engines.control import RuleBook, RuleFault, compare
from gevinst.engines.control.trial import check_examples
from gevinst.features.control import queries
from gevinst.features.control.models import RuleChange
from gevinst.features.control.rule_files import faults, kept_book


@dataclass(frozen=True, slots=True)
class Differing:
    """A rule that differs. `same_version` is True where it was changed and kept its version number."""

    rule: str
    name: Text
    version: str
    against: str
    fields: tuple[compare.FieldChange, ...]
    same_version: bool


@dataclass(frozen=True, slots=True)
class Difference:
    """The rules that differ, and what keeps the change from being used."""

    rules: tuple[Differing, ...]
    faults: tuple[str, ...]
    book: RuleBook | None = None


def difference(change: RuleChange) -> Difference:
    """From the rules that the change began with to those that it holds."""
    try:
        before = kept_book(change.block_key, queries.base_files(change))
        after = kept_book(change.block_key, change.files)
    except RuleFault:
        return Difference((), tuple(faults(change.block_key, change.files)))
    broken = faults(change.block_key, change.files) if check_examples(after) else []
    found = tuple(_differing(each, before, after) for each in compare.differences(before, after))
    return Difference(found, tuple(broken), after)


def _differing(change: compare.RuleChange, before: RuleBook, after: RuleBook) -> Differing:
    named = (after.versions(change.rule) or before.versions(change.rule))[-1]
    own = {each.field for each in change.fields if not each.field.startswith("fact ")}
    same = change.version == change.against and bool(own - {"valid_to"})
    return Differing(change.rule, named.name, change.version, change.against, change.fields, same)
