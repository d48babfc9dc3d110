"""What `gevinst registers check` says: lines for people, one object for machines."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from datetime import date

import click

from gevinst.cli.language import language, spoken
from gevinst.engines.blockkit import Manifest, Register, RegisterSpec
from gevinst.engines.blockkit.registers.checks import RegisterRemark, RemarkLevel, Survey

COLOURS = {RemarkLevel.ERROR: "red", RemarkLevel.WARNING: "yellow", RemarkLevel.INFO: None}
# What stands in the register's own line, or in `--json` only.
IN_HEAD = {"rows", "extract", "types"}


def as_lines(found: Survey, manifest: Manifest) -> str:
    """The report: a paragraph a register, and how many errors and warnings there are."""
    lines = [line for spec in manifest.registers for line in _register(found, spec)]
    counts = Counter(each.severity for each in found.remarks)
    errors, warnings = counts[RemarkLevel.ERROR], counts[RemarkLevel.WARNING]
    lines.append(
        spoken(
            f"Fejl: {errors}. Advarsler: {warnings}.", f"Errors: {errors}. Warnings: {warnings}."
        )
    )
    return "\n".join(lines)


def _register(found: Survey, spec: RegisterSpec) -> Iterator[str]:
    yield click.style(f"{spec.title.in_language(language())} ({spec.name})", bold=True)
    remarks = [each for each in found.remarks if each.register == spec.name]
    for each in remarks:
        if each.code in {"rows", "extract"}:
            yield f"  {each.message.in_language(language())}"
    for level in RemarkLevel:
        for each in remarks:
            if each.severity is level and each.code not in IN_HEAD:
                yield from _remark(each)
    yield ""


def _remark(remark: RegisterRemark) -> Iterator[str]:
    words = {
        RemarkLevel.ERROR: spoken("FEJL", "ERROR"),
        RemarkLevel.WARNING: spoken("advarsel", "warning"),
        RemarkLevel.INFO: spoken("oplysning", "info"),
    }
    word = click.style(words[remark.severity].ljust(9), fg=COLOURS[remark.severity])
    yield f"  {word}  {remark.message.in_language(language())} [{remark.code}]"
    for example in remark.examples:
        yield f"             {example}"


def as_object(found: Survey, manifest: Manifest, on: date) -> str:
    """The report as JSON: the registers with their extracts, and every remark."""
    told = {
        "block": manifest.key,
        "on": on.isoformat(),
        "usable": found.usable,
        "registers": {name: _told(register) for name, register in found.registers.items()},
        "remarks": [
            {
                "register": each.register,
                "code": each.code,
                "severity": each.severity.value,
                "message": each.message.in_language(language()),
                "count": each.count,
                "examples": list(each.examples),
            }
            for each in found.remarks
        ],
    }
    return json.dumps(told, ensure_ascii=False, indent=2)


def _told(register: Register) -> dict[str, object]:
    extract = register.extract
    return {
        "rows": register.table.num_rows,
        "id": extract.id,
        "source": extract.source,
        "sha256": extract.sha256,
        "taken_at": extract.taken_at.isoformat(),
        "stale_after": extract.stale_after.isoformat() if extract.stale_after else None,
    }
