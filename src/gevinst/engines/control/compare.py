"""What differs between two rule books, rule by rule and field by field."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from gevinst.engines.control.model import Rule, RuleBook

WORDS = ("name", "owner", "legal_basis", "examples")


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field with its text before and after, "" where it is in one of them only.

    `field` is the key in the YAML, of a case with its number from 1: `case 2 when`; `fact <name> where` is
    a field of a fact that the rule reads.
    """

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class RuleChange:
    """How a version of a rule differs from `against`, the version that it takes over from.

    `version` is "" where the rule is gone, `against` where it is new.
    """

    rule: str
    version: str
    against: str
    fields: tuple[FieldChange, ...]

    def __str__(self) -> str:
        lines = [f"{self.rule} {self.against or '-'} -> {self.version or '-'}"]
        for each in self.fields:
            lines += [f"  {each.field}:", f"    - {each.before}", f"    + {each.after}"]
        return "\n".join(lines)


def changed(before: RuleBook, after: RuleBook) -> tuple[str, ...]:
    """The ids of the rules that may decide or say something else, in alphabetical order.

    Not those where only the name, the owner, the legal basis or the examples differ.
    """
    ids = {rule.id for rule in (*before.rules, *after.rules)}
    return tuple(sorted(each for each in ids if _deciding(before, each) != _deciding(after, each)))


def _deciding(book: RuleBook, rule: str) -> list[dict[str, str]]:
    return [
        {key: text for key, text in _fields(each, book).items() if key.split()[0] not in WORDS}
        for each in book.versions(rule)
    ]


def differences(before: RuleBook, after: RuleBook) -> tuple[RuleChange, ...]:
    """Every difference: of a version in both books with itself, of a new one with that before it."""
    ids = sorted({rule.id for rule in (*before.rules, *after.rules)})
    return tuple(change for each in ids for change in _changes(before, after, each))


def _changes(before: RuleBook, after: RuleBook, rule: str) -> list[RuleChange]:
    old = {each.version: each for each in before.versions(rule)}
    new = {each.version: each for each in after.versions(rule)}
    pairs = [(old.get(version) or _taken_over(old, each), each) for version, each in new.items()]
    gone = [(each, None) for version, each in old.items() if version not in new]
    changes = [_change(rule, earlier, later, before, after) for earlier, later in [*pairs, *gone]]
    return [change for change in changes if change.fields]


def _taken_over(old: Mapping[str, Rule], new: Rule) -> Rule | None:
    """The version of the earlier book that was last in force when the new one begins."""
    earlier = [each for each in old.values() if each.valid_from <= new.valid_from]
    return max(earlier, key=lambda each: each.valid_from, default=None)


def _change(
    rule: str, earlier: Rule | None, later: Rule | None, before: RuleBook, after: RuleBook
) -> RuleChange:
    old = _fields(earlier, before) if earlier else {}
    new = _fields(later, after) if later else {}
    fields = tuple(
        FieldChange(key, old.get(key, ""), new.get(key, ""))
        for key in dict.fromkeys([*old, *new])
        if old.get(key, "") != new.get(key, "")
    )
    return RuleChange(
        rule, later.version if later else "", earlier.version if earlier else "", fields
    )


def _fields(rule: Rule, book: RuleBook) -> dict[str, str]:
    """Every field of the rule as text, and of the facts that it reads."""
    fields = {
        "version": rule.version,
        "name da": rule.name.da,
        "name en": rule.name.en,
        "subject": rule.subject,
        "order": str(rule.order),
        "valid_from": str(rule.valid_from),
        "valid_to": str(rule.valid_to or ""),
        "owner": rule.owner,
        "legal_basis": rule.legal_basis,
        "severity": str(rule.severity),
        "queue": rule.queue,
        "mode": "shadow" if rule.shadow else "live",
        "unknown da": rule.unknown.da.written,
        "unknown en": rule.unknown.en.written,
    }
    for number, case in enumerate(rule.cases, start=1):
        fields |= {
            f"case {number} when": case.written or "otherwise",
            f"case {number} outcome": str(case.outcome) + (" (wait)" if case.wait else ""),
            f"case {number} message da": case.message.da.written,
            f"case {number} message en": case.message.en.written,
        }
    return fields | _examples(rule) | _facts(rule, book)


def _examples(rule: Rule) -> dict[str, str]:
    return {
        f"examples {number}": f"{example.title.da}: "
        + ", ".join(f"{name} = {value}" for name, value in example.given.items())
        + f" -> {example.outcome}"
        for number, example in enumerate(rule.examples, start=1)
    }


def _facts(rule: Rule, book: RuleBook) -> dict[str, str]:
    facts = [book.facts[name] for name in rule.facts]
    return {f"fact {fact.name} {key}": text for fact in facts for key, text in fact.written.items()}
