"""What the guided questions make of their answers: an answered assumption brings the line that it feeds."""

from __future__ import annotations

from copy import deepcopy

from gevinst.features.benefits.casework.guided_lines import LINES, TITLES
from gevinst.features.benefits.casework.guided_work import add_work, answered, has_line, named
from gevinst.features.benefits.casework.paths import Data, rows, value_at


def completed(data: Data, before: Data) -> Data:
    """The values with a line for each guided assumption that was answered now and feeds none yet.

    A line that somebody took away later stays away: only an assumption that is new brings its line.
    """
    data = deepcopy(data)
    then, now = named(before), named(data)
    fresh = {name for name in now if answered(now[name]) and not answered(then.get(name))}
    for name in fresh:
        now[name].update({**TITLES.get(name, dict)(), **now[name]})
    if {"volume", "minutes_before", "minutes_after", "hourly_cost"} & fresh:
        add_work(data, now)
    for name, line in LINES.items():
        if name in fresh and not has_line(data, "costs", name):
            data.setdefault("costs", []).append({"id": name, **line(data)})
    return data


def moved(data: Data, before: Data) -> Data:
    """The values with years of lines that followed the frame of the case following it still."""
    data = deepcopy(data)
    pairs = [
        (value_at(before, ("operation_from",)), value_at(data, ("operation_from",)), "from"),
        (value_at(before, ("years", "from")), value_at(data, ("years", "from")), "at"),
    ]
    for old, new, key in pairs:
        if old != new and isinstance(new, int):
            for line in rows(data, "costs") + rows(data, "benefits"):
                when = line.get("when")
                if isinstance(when, dict) and when.get(key) == old:
                    when[key] = new
    return data
