"""What the guided questions make of their answers: an answered assumption brings the line that it feeds."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from gevinst.features.benefits.casework.paths import Data, rows, value_at

WEEKS, MONTHS, YEAR = 52, 12, 1
WORK, TIME = "work", "time"
LONGEST = 40


def blank(*, key: str, title: str, authority: str, party: str, year: int) -> Data:
    """A case with the frame of the guided questions and no figure yet: a year to build, then four."""
    return {
        "case": 1,
        "id": key,
        "title": title,
        "authorities": [authority],
        "years": {"from": year, "to": year + 4},
        "operation_from": year + 1,
        "price_year": year,
        "origin": "project_start",
        "baseline": "frozen",
        "parties": [party],
        "assumptions": {},
        "costs": [],
        "benefits": [],
        "risks": [],
    }


def completed(data: Data, before: Data) -> Data:
    """The values with a line for each guided assumption that was answered now and feeds none yet.

    A line that somebody took away later stays away: only an assumption that is new brings its line.
    """
    data = deepcopy(data)
    then, now = _named(before), _named(data)
    fresh = {name for name in now if _answered(now[name]) and not _answered(then.get(name))}
    for name in fresh:
        now[name].update({**TITLES.get(name, dict)(), **now[name]})
    if {"volume", "minutes_before", "minutes_after", "hourly_cost"} & fresh:
        _work(data, now)
    for name, line in LINES.items():
        if name in fresh and not _has(data, "costs", name):
            data.setdefault("costs", []).append({"id": name, **line(data)})
    return data


def _work(data: Data, now: dict[str, Any]) -> None:
    """The work by hand, in both scenarios, and the time that is freed of it."""
    if not all(_answered(now.get(name)) for name in ("volume", "minutes_before", "hourly_cost")):
        return
    now["periods"] = {**_periods(), **(now.get("periods") or {})}
    terms = {"driver": "time", "units": "volume", "periods": "periods", "rate": "hourly_cost"}
    if not _has(data, "costs", WORK):
        data.setdefault("costs", []).insert(0, {
            "id": WORK,
            "title": _("The work by hand"),
            "scenario": "both",
            "place": "operation.system.internal",
            "amount": {**terms, "minutes": "minutes_before"},
        })  # fmt: skip
    if _answered(now.get("minutes_after")) and not _has(data, "benefits", TIME):
        data.setdefault("benefits", []).append({
            "id": TIME,
            "title": _("Time freed"),
            "place": "benefit.budget.time",
            "relieves": WORK,
            "mode": "reallocated_time",
            "amount": {**terms, "minutes": "minutes_before - minutes_after"},
            "when": {"from": data.get("operation_from")},
        })  # fmt: skip


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


def _named(data: Data) -> dict[str, Any]:
    found = data.get("assumptions")
    return found if isinstance(found, dict) else {}


def _answered(assumption: Any) -> bool:
    given = assumption if isinstance(assumption, dict) else {"value": assumption}
    return any(given.get(key) is not None for key in ("value", "by_year", "formula"))


def _has(data: Data, part: str, name: str) -> bool:
    return any(row.get("id") == name for row in rows(data, part))


def _titles(title: str, unit: str) -> Data:
    return {"title": title, "unit": unit, "status": "estimated"}


TITLES: dict[str, Callable[[], Data]] = {
    "volume": lambda: _titles(_("How often a period"), "1/period"),
    "minutes_before": lambda: _titles(_("Minutes each today"), "minutes"),
    "minutes_after": lambda: _titles(_("Minutes each after"), "minutes"),
    "hourly_cost": lambda: _titles(_("Cost of an hour"), "DKK/hour"),
    "one_off": lambda: _titles(_("Bought once"), "DKK"),
    "own_hours": lambda: _titles(_("Own staff's hours in the project"), "hours"),
    "training": lambda: _titles(_("Training and change"), "DKK"),
    "running": lambda: _titles(_("Operation a year"), "DKK/year"),
}


def _periods() -> Data:
    """How many periods a year has: known, not assumed."""
    return {
        "title": _("Periods a year"),
        "value": YEAR,
        "unit": "1/year",
        "status": "reported",
        "source": _("The calendar"),
    }


def _first_year(data: Data) -> Data:
    return {"at": value_at(data, ("years", "from"))}


def _in_operation(data: Data) -> Data:
    return {"from": data.get("operation_from")}


def _cost(title: str, place: str, amount: Any, when: Data) -> Data:
    return {"title": title, "scenario": 1, "place": place, "amount": amount, "when": when}


def _amount(name: str) -> Data:
    return {"driver": "amount", "amount": name}


LINES: dict[str, Callable[[Data], Data]] = {
    "one_off": lambda data: _cost(
        _("Bought once"), "project.acquisition.external", _amount("one_off"), _first_year(data)
    ),
    "own_hours": lambda data: _cost(
        _("Own staff in the project"),
        "project.resources.internal",
        {"driver": "hours", "hours": "own_hours", "rate": "hourly_cost"},
        _first_year(data),
    ),
    "training": lambda data: _cost(
        _("Training and change"),
        "project.resources.training",
        _amount("training"),
        _first_year(data),
    ),
    "running": lambda data: _cost(
        _("Operation"), "operation.system.external", _amount("running"), _in_operation(data)
    ),
}


def of_process(
    data: Data, *, minutes: Decimal, after: Decimal | None, rate: Decimal, items: int, source: str
) -> Data:
    """The values with what is known of a process: items a year, minutes by hand and after, DKK an hour."""
    measured = {"status": "measured", "evidence": "B", "source": source}
    answers = {
        "volume": Decimal(items) if items else None,
        "minutes_before": minutes,
        "minutes_after": after,
        "hourly_cost": rate,
    }
    given = {**data, "assumptions": dict(_named(data))}
    for name, value in answers.items():
        if value is not None:
            given["assumptions"][name] = {"value": value, **TITLES[name](), **measured}
    return completed(given, data)
