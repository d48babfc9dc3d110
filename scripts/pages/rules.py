"""`rules.md`: the rules of every installed building block, from their YAML."""

from __future__ import annotations

from gevinst.engines.blockkit import Block, block, blocks
from gevinst.engines.control.model import Rule
from gevinst.engines.control.rulebook import load_rulebook
from pages.markdown import code, table

HEAD = """# Rules

The rules of the installed building blocks, in the order in which they are reported. How they lead to a
decision: [how invoice control decides](../explanation/invoice-control.md).
"""


def page() -> str:
    """The page."""
    return HEAD + "".join(_section(block(key)) for key in blocks())


def _section(found: Block) -> str:
    manifest = found.manifest
    head = (
        f"\n## {manifest.name.en} (`{manifest.key}` {manifest.version})\n\n{manifest.summary.en}\n"
    )
    queues = table(
        ["Queue", "English", "Danish"],
        [[code(key), text.en, text.da] for key, text in manifest.queues.items()],
    )
    parameters = table(
        ["Parameter", "Meaning", "Default", "Unit"],
        [[code(p.name), p.title.en, code(p.default), p.unit] for p in manifest.parameters],
    )
    registers = table(
        ["Register", "Meaning", "Columns"],
        [[code(r.name), r.title.en, ", ".join(map(code, r.columns))] for r in manifest.registers],
    )
    parts = [head, _rules(found) if found.rule_files else "", "\n### Queues\n", queues]
    parts += ["\n### Registers\n", registers, "\n### Parameters\n", parameters, ""]
    return "\n".join(parts)


def _rules(found: Block) -> str:
    manifest = found.manifest
    parameters = {each.name: each.kind for each in manifest.parameters}
    book = load_rulebook(found.rule_files, manifest.tables, parameters)
    rows = [_row(rule) for rule in book.rules]
    head = [
        "Rule",
        "Version",
        "Name",
        "Navn",
        "About",
        "Severity",
        "Queue",
        "In force",
        "Legal basis",
    ]
    return f"\n### Rules\n\n{table(head, rows)}\n"


def _row(rule: Rule) -> list[object]:
    force = f"from {rule.valid_from}" + (f" to {rule.valid_to}" if rule.valid_to else "")
    named = [code(rule.id), rule.version, rule.name.en, rule.name.da, rule.subject]
    return [*named, rule.severity, code(rule.queue), force, rule.legal_basis]
