"""`format-rules.md`: every official format rule, and whether it is judged."""

from __future__ import annotations

from gevinst.engines.conformance.profiles import RULESETS
from gevinst.engines.conformance.ruleset import RuleSet, load_ruleset
from pages.markdown import code, table

HEAD = """# Format rules

The official rules for e-invoices that `gevinst einvoice check` judges, with their official ids and
severities; the wording is ours. A rule that is *not applicable* cannot be broken by any document, or is
not about the document; one that is *not yet* judged is missing.
"""
NAMES = {
    "en16931": "EN 16931, UBL",
    "peppol-bis-3": "Peppol BIS 3 with the national rules",
    "oioubl-2": "OIOUBL 2",
    "oioubl-3": "OIOUBL 3",
}
DONE, NOT_APPLICABLE, NOT_YET = "done", "not applicable", "not yet"


def page() -> str:
    """The page."""
    sets = [load_ruleset(name) for name in rule_sets()]
    rows = [_counts(found) for found in sets]
    head = ["Rule set", DONE, NOT_APPLICABLE, NOT_YET]
    return f"{HEAD}\n{table(head, rows)}\n" + "".join(_section(found) for found in sets)


def rule_sets() -> list[str]:
    """Every rule set that a profile uses, once."""
    return list(dict.fromkeys(name for names in RULESETS.values() for name in names))


def _counts(found: RuleSet) -> list[object]:
    return [
        NAMES.get(found.name, found.name),
        len(found.ids()),
        len(found.not_applicable),
        len(found.not_yet),
    ]


def _section(found: RuleSet) -> str:
    rows = sorted([*_done(found), *_left_out(found)])
    head = ["Rule", "Status", "Severity", "What it says"]
    body = table(head, [[code(rule), *rest] for rule, *rest in rows])
    return f"\n## {NAMES.get(found.name, found.name)}\n\n{body}\n"


def _done(found: RuleSet) -> list[list[str]]:
    """A row an id; where one id stands in several places, what the first says."""
    first: dict[str, list[str]] = {}
    for rule in found.rules:
        first.setdefault(rule.id, [rule.id, DONE, rule.flag, rule.message.en])
    return list(first.values())


def _left_out(found: RuleSet) -> list[list[str]]:
    statuses = ((NOT_APPLICABLE, found.not_applicable), (NOT_YET, found.not_yet))
    return [[rule, status, "", why] for status, left in statuses for rule, why in left.items()]
