"""New rows of the tables, rows taken away, and an amount that has got another driver."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from django.utils.translation import gettext as _

from gevinst.engines.businesscase.model.amounts import DRIVERS
from gevinst.features.benefits.casework.keys import key_of
from gevinst.features.benefits.casework.paths import Data, rows, steps
from gevinst.features.benefits.casework.setting import taken_away

NAMED = ("assumptions", "readings")
BESIDE = {"tiered": ("tiers", "kind"), "history": ("history", "committed")}
START: dict[str, Data] = {
    "tiered": {"tiers": [{"above": 0, "price": 0}]},
}


def added(data: Data, part: str, title: str) -> tuple[Data, str]:
    """The values with a new thing in that part, and its place; it is sound, and says nothing yet."""
    data = deepcopy(data)
    if part in NAMED:
        named: dict[str, Any] = data.get(part) or {}
        key = key_of(title or _("value"), set(named), joint="_")
        data[part] = {**named, key: _named(part, title or key)}
        return data, f"{part}.{key}"
    listed = list(data.get(part) or [])
    taken = {str(row.get("id")) for name in ("costs", "benefits", part) for row in rows(data, name)}
    words = title or str(LABELS[part]())
    listed.append({"id": key_of(words, taken), "title": words, **_new(data, part)})
    data[part] = listed
    return data, f"{part}.{len(listed) - 1}"


def _named(part: str, title: str) -> Data:
    return {"title": title, "value": 0} if part == "assumptions" else {"title": title}


def _new(data: Data, part: str) -> Data:
    made: dict[str, Data] = {
        "costs": {
            "scenario": 1,
            "place": "project.acquisition.external",
            "amount": {"driver": "amount", "amount": 0},
        },
        "benefits": {
            "place": "benefit.budget.time",
            "mode": "reallocated_time",
            "amount": {"driver": "amount", "amount": 0},
            "when": {"from": data.get("operation_from")},
        },
        "risks": {"probability": 0, "consequence": {"likely": 0}},
        "quality": {"kind": "task_quality"},
    }
    return {key: value for key, value in made[part].items() if value != {"from": None}}


def dropped(data: Data, name: str) -> Data:
    """The values without what stands there; only rows of the tables can be taken away."""
    path = steps(name)
    allowed = (*NAMED, *LABELS)
    return taken_away(data, path) if len(path) == 2 and path[0] in allowed else data  # noqa: PLR2004


def fitted(data: Data) -> Data:
    """The values with only those terms of each amount that its driver takes."""
    data = deepcopy(data)
    for line in rows(data, "costs") + rows(data, "benefits"):
        amount = line.get("amount")
        if isinstance(amount, dict) and amount.get("driver") in DRIVERS:
            driver = amount["driver"]
            needed, may = DRIVERS[driver]
            known = {"driver", *needed, *may, *BESIDE.get(driver, ())}
            line["amount"] = {
                **START.get(driver, {}),
                **{key: value for key, value in amount.items() if key in known},
            }
    return data


LABELS = {
    "costs": lambda: _("New cost"),
    "benefits": lambda: _("New benefit"),
    "risks": lambda: _("New risk"),
    "quality": lambda: _("New benefit of quality"),
}
