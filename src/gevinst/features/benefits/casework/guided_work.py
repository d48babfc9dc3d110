"""The work by hand and the time that is freed of it, as the guided questions write them."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from gevinst.features.benefits.casework.guided_lines import periods
from gevinst.features.benefits.casework.paths import Data, rows

WORK = "work"
TIME = "time"


def add_work(data: Data, now: dict[str, Any]) -> None:
    """The work by hand, in both scenarios, and the time that is freed of it."""
    if not all(answered(now.get(name)) for name in ("volume", "minutes_before", "hourly_cost")):
        return
    now["periods"] = {**periods(), **(now.get("periods") or {})}
    terms = {"driver": "time", "units": "volume", "periods": "periods", "rate": "hourly_cost"}
    if not has_line(data, "costs", WORK):
        data.setdefault("costs", []).insert(0, {
            "id": WORK,
            "title": _("The work by hand"),
            "scenario": "both",
            "place": "operation.system.internal",
            "amount": {**terms, "minutes": "minutes_before"},
        })  # fmt: skip
    if answered(now.get("minutes_after")) and not has_line(data, "benefits", TIME):
        data.setdefault("benefits", []).append({
            "id": TIME,
            "title": _("Time freed"),
            "place": "benefit.budget.time",
            "relieves": WORK,
            "mode": "reallocated_time",
            "amount": {**terms, "minutes": "minutes_before - minutes_after"},
            "when": {"from": data.get("operation_from")},
        })  # fmt: skip


def named(data: Data) -> dict[str, Any]:
    """The assumptions by their key."""
    found = data.get("assumptions")
    return found if isinstance(found, dict) else {}


def answered(assumption: Any) -> bool:
    """Whether an assumption has a value, or says how it comes to one."""
    given = assumption if isinstance(assumption, dict) else {"value": assumption}
    return any(given.get(key) is not None for key in ("value", "by_year", "formula"))


def has_line(data: Data, part: str, name: str) -> bool:
    """Whether a part of the file has a line of that key."""
    return any(row.get("id") == name for row in rows(data, part))
