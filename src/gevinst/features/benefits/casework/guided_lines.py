"""The assumptions and lines that the guided questions bring."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _

from gevinst.features.benefits.casework.paths import Data, value_at

YEAR = 1


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


def periods() -> Data:
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
