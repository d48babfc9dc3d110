"""What a change of the rules does to each rule, readable from and to."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

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


def field_words(key: str) -> str:
    """What a field of a rule is called: `case 2 message da` is `Case 2: message (Danish)`."""
    plain = {
        "version": _("Version"),
        "name da": _("Name (Danish)"),
        "name en": _("Name (English)"),
        "subject": _("About"),
        "order": _("Order"),
        "valid_from": _("Valid from"),
        "valid_to": _("Valid to"),
        "owner": _("Owner"),
        "legal_basis": _("Legal basis"),
        "severity": _("Weight"),
        "queue": _("Queue"),
        "mode": _("Mode"),
        "unknown da": _("Message where something is unknown (Danish)"),
        "unknown en": _("Message where something is unknown (English)"),
    }
    if key in plain:
        return plain[key]
    kind, _space, rest = key.partition(" ")
    if kind == "case":
        return _case(rest)
    if kind == "examples":
        return _("Example %(number)s") % {"number": rest}
    return _("Fact %(name)s") % {"name": rest}


def _case(rest: str) -> str:
    number, _space, part = rest.partition(" ")
    parts = {
        "when": _("condition"),
        "outcome": _("outcome"),
        "message da": _("message (Danish)"),
        "message en": _("message (English)"),
    }
    return _("Case %(number)s: %(part)s") % {"number": number, "part": parts.get(part, part)}
