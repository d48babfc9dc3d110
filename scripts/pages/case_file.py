"""`case-file.md`: every key of a business case's file, from its JSON schema; the drivers; the template."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from gevinst.engines.businesscase.casefile.schema import schema
from gevinst.engines.businesscase.casefile.template import template
from gevinst.engines.businesscase.model.amounts import DRIVERS
from gevinst.engines.businesscase.model.diagram import categories
from gevinst.engines.businesscase.model.phases import phase
from gevinst.engines.businesscase.model.taxonomy import offered
from pages.case_parts import parts as case_parts
from pages.json_type import told, unlike
from pages.markdown import code, table

HEAD = """# The case file

A business case is one YAML file: [why](../adr/0017-the-case-file-as-text.md), [how to write
one](../how-to/build-a-business-case.md). Numbers are exact decimals, years are whole numbers. `gevinst
case check FILE` says what is wrong and where; `gevinst case schema` prints the JSON schema that this
page is made from, for an editor that completes while you type.
"""
PARTS = {
    "assumption": ("Assumptions", "`assumptions`: name → value. What may be used in formulas."),
    "cost": ("Costs", "`costs`: a list. What scenario 0, scenario 1 or both of them spend."),
    "benefit": ("Benefits", "`benefits`: a list. Keys that a cost has too stand there."),
    "risk": ("Risks", "`risks`: a list. What may happen or not; what is certain is a cost."),
    "quality": ("Quality", "`quality`: a list. What becomes better and is not money."),
    "transfer": ("Transfers", "`transfers`: a list. Money that one party gives another."),
    "reading": ("Readings", "`readings`: name → what it changes."),
    "published": ("Published figures", "`published`: a list. What was printed about the case."),
}
# What each driver comes to in a full year.
SUMS = {
    "amount": "amount",
    "time": "units × minutes / 60 × periods × rate",
    "hours": "hours × rate",
    "staffing": "fte × cost; with effective also the hours, fte × effective",
    "volume": "units × price × periods",
    "tiered": "units at prices that fall with the volume, × periods",
    "history": "what was spent in the years of history, then as the baseline of the case says",
}


def page() -> str:
    """The page. Raises `KeyError` for a part or a driver that is not told here."""
    whole = schema()
    parts = [HEAD, "\n## The case\n", _keys(whole)]
    for name, part in whole["$defs"].items():
        title, words = PARTS[name]
        shown = unlike(part, whole["$defs"]["cost"]) if name == "benefit" else part
        parts += [f"\n## {title}\n", words + "\n", _keys(shown)]
    parts += [
        _drivers(),
        _places(),
        case_parts(),
        "\n## The template\n",
        "`gevinst case new FILE` writes this:\n",
    ]
    return "\n".join([*parts, f"```yaml\n{template().rstrip()}\n```\n"])


def _keys(part: Mapping[str, Any]) -> str:
    return table(["Key", "Type", "", "Meaning"], list(_rows(part, "")))


def _rows(part: Mapping[str, Any], under: str) -> Iterator[list[str]]:
    needed = part.get("required", ())
    for key, each in part.get("properties", {}).items():
        yield [
            code(under + key),
            told(each),
            "needed" * (key in needed),
            each.get("description", ""),
        ]
        if key != "source":
            yield from _rows(each, f"{under}{key}.")
            yield from _rows(each.get("items", {}), f"{under}{key}[].")


def _drivers() -> str:
    rows = [
        [code(name), ", ".join(map(code, needed)), ", ".join(map(code, may)), SUMS[name]]
        for name, (needed, may) in DRIVERS.items()
    ]
    head = table(["Driver", "Needs", "May have", "DKK in a full year"], rows)
    words = (
        "A term is a number or a formula over the assumptions. `periods` is 1 where it is left out."
    )
    return f"\n## Drivers\n\n{words}\n\n{head}\n"


def _places() -> str:
    rows = [
        [code(each), ", ".join(map(code, offered(each))) or "a name of your own", _phase(each)]
        for each in categories()
    ]
    words = "The first two levels are fixed; the third may be a name of your own, or left out."
    head = table(["Level 1 and 2", "Level 3 that are known", "Part of the expenditure"], rows)
    return f"\n## Places in the estimation diagram\n\n{words}\n\n{head}\n"


def _phase(category: str) -> str:
    return str(phase(category)) if category.startswith(("project", "operation")) else ""
