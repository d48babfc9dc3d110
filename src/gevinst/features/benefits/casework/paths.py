"""The plain values of a case file by their place: read, set, take away, and brought to their long form."""

from __future__ import annotations

import re
from copy import deepcopy
from typing import Any

from gevinst.engines.businesscase.casefile.document import CaseFault
from gevinst.engines.businesscase.casefile.exact_yaml import parsed
from gevinst.shared.danish import in_ascii

Data = dict[str, Any]
Path = tuple[str | int, ...]
LISTS = ("costs", "benefits", "risks", "quality", "transfers")
KEY_LENGTH = 60


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


def set_at(data: Data, path: Path, value: Any) -> None:
    """Puts a value there, with what must stand around it; None takes it away, and what is empty then."""
    *above, last = path
    holder: Any = data
    for step in above:
        inner = value_at(holder, (step,))
        if not isinstance(inner, dict | list):
            if value is None or isinstance(holder, list):
                return
            inner = holder[str(step)] = {}
        holder = inner
    if not isinstance(holder, dict):
        return
    if value is not None:
        holder[str(last)] = value
    elif str(last) in holder:
        del holder[str(last)]
        if not holder and above and above[-1] in ("when", "source", "behaviour", "consequence"):
            set_at(data, tuple(above), None)


def taken_away(data: Data, path: Path) -> Data:
    """The values without the thing or the assumption that stands there."""
    data = deepcopy(data)
    holder = value_at(data, path[:-1])
    last = path[-1] if path else ""
    if isinstance(holder, dict):
        holder.pop(str(last), None)
    elif isinstance(holder, list) and isinstance(last, int) and last < len(holder):
        del holder[last]
    return data


def key_of(title: str, taken: set[str] | frozenset[str] = frozenset(), joint: str = "-") -> str:
    """A key of small letters for a title, other than those that are taken.

    >>> key_of("Årlig drift (ca.)", {"aarlig-drift-ca"})
    'aarlig-drift-ca-2'
    """
    words = re.sub(r"[^a-z0-9]+", joint, in_ascii(title).lower()).strip(joint)[:KEY_LENGTH]
    key = words if words[:1].isalpha() else joint.join(part for part in ("n", words) if part)
    wanted, count = key, 1
    while wanted in taken:
        count += 1
        wanted = f"{key}{joint}{count}"
    return wanted
