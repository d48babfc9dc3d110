"""The plain values of a case file by their place, brought to their long form."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from gevinst.engines.businesscase.casefile.document import CaseFault
from gevinst.engines.businesscase.casefile.exact_yaml import parsed

Data = dict[str, Any]
Path = tuple[str | int, ...]
LISTS = ("costs", "benefits", "risks", "quality", "transfers")


def plain(text: str) -> Data | None:
    """The values of a case file's text, in their long form; None where it cannot be read at all."""
    try:
        data = parsed(text).data
    except CaseFault:
        return None
    return long_form(data) if isinstance(data, dict) else None


def long_form(data: Data) -> Data:
    """The same values, with assumptions, amounts and consequences that are a number alone spelled out."""
    data = deepcopy(data)
    named = data.get("assumptions")
    if isinstance(named, dict):
        data["assumptions"] = {
            key: value if isinstance(value, dict) else {"value": value}
            for key, value in named.items()
        }
    for row in rows(data, "costs") + rows(data, "benefits"):
        if "amount" in row and not isinstance(row["amount"], dict):
            row["amount"] = {"driver": "amount", "amount": row["amount"]}
    for row in rows(data, "risks"):
        if "consequence" in row and not isinstance(row["consequence"], dict):
            row["consequence"] = {"likely": row["consequence"]}
    return data


def rows(data: Data, part: str) -> list[Data]:
    """The things of a list of the file that are things."""
    found = data.get(part)
    return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []


def steps(name: str) -> Path:
    """The path of a dotted name: "costs.0.title" is ("costs", 0, "title")."""
    return tuple(int(step) if step.isdecimal() else step for step in name.split("."))


def value_at(data: Any, path: Path) -> Any:
    """What stands there; None where nothing does."""
    for step in path:
        if isinstance(data, dict):
            data = data.get(str(step))
        elif isinstance(data, list) and isinstance(step, int) and step < len(data):
            data = data[step]
        else:
            return None
    return data
