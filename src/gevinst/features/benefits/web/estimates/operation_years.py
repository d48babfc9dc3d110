"""The years that a process has run, as the history of a projection."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from gevinst.features.benefits.queries.estimates.own_years import COUNTS, OwnYears, own_years
from gevinst.features.benefits.web.estimates.place import Place
from gevinst.features.benefits.web.estimates.typed_history import shown_history


def run_years(place: Place, what: str) -> OwnYears:
    """What the case's process came to by year."""
    process = place.case.process_id or 0
    return own_years(place.actor, process, what, timezone.localdate())


def from_operation(place: Place, what: str) -> dict[str, str]:
    """The process's own years as the history, where they are asked for."""
    if what not in COUNTS or place.case.process_id is None:
        return {}
    held = run_years(place, what)
    origin = f"process:{place.case.process_id}:{what}"
    whole = {str(year): amount for year, amount in held.by_year.items()}
    return {"history": shown_history(whole), "origin": origin}


def honest(place: Place, inputs: dict[str, Any]) -> dict[str, Any]:
    """The inputs; that years are from operation is said only of numbers that are still those."""
    kind, _colon, what = str(inputs.pop("origin", "")).rpartition(":")
    same = (
        kind == f"process:{place.case.process_id}"
        and what in COUNTS
        and run_years(place, what).by_year
        == {int(year): amount for year, amount in inputs.get("history", {}).items()}
    )
    return {**inputs, "origin": f"{kind}:{what}"} if same else inputs


def partial_years(place: Place, request: HttpRequest) -> str:
    """The years that are left out because they are not whole."""
    what = request.GET.get("fra", "")
    if what not in COUNTS or place.case.process_id is None:
        return ""
    return ", ".join(str(year) for year in run_years(place, what).partial)
