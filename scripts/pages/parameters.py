"""`parameters.md`: every dated number that the engine `businesscase` ships, with its source."""

from __future__ import annotations

from collections.abc import Mapping

from gevinst.engines.businesscase.parameters import Dated, Parameter, Value, shipped
from pages.markdown import code, table

HEAD = """# Parameters

Numbers that change with the law, the year or the authority. Each holds from a date, and says where it
comes from; an authority's own table goes before these
([how](../how-to/use-the-engine-as-a-library.md#numbers-of-your-own)). **Unconfirmed** means that nobody
has looked it up: confirm it before you rest a decision on it.
"""
ASKED = "\nTo be confirmed before they are used as a default: {}.\n"


def page() -> str:
    """The page."""
    held = shipped().parameters
    doubtful = [name for name, each in held.items() if any(d.unconfirmed for d in each.values)]
    rows = [row for each in held.values() for row in _rows(each)]
    head = ["Parameter", "What it is", "Unit", "Holds", "Value", "Source"]
    asked = ASKED.format(", ".join(map(code, sorted(doubtful))))
    return f"{HEAD}\n{table(head, rows)}\n{asked if doubtful else ''}"


def _rows(parameter: Parameter) -> list[list[object]]:
    told: list[object] = [code(parameter.name), parameter.description, parameter.unit]
    return [
        [*(told if at == 0 else ["", "", ""]), _dates(each), _value(each.value), _source(each)]
        for at, each in enumerate(parameter.values)
    ]


def _dates(each: Dated) -> str:
    return f"from {each.start}" + (f" to {each.end}" if each.end else "")


def _value(value: Value) -> str:
    if not isinstance(value, Mapping):
        return code(value)
    return ", ".join(f"from {start} on {code(held)}" for start, held in value.items())


def _source(each: Dated) -> str:
    doubt = "**Unconfirmed.** " if each.unconfirmed else ""
    return f"{doubt}{each.source}." + (f" {each.note}" if each.note else "")
