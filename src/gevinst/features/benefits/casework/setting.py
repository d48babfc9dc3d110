"""Values set in a case file and taken away from it."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from gevinst.features.benefits.casework.paths import Data, Path, value_at


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
