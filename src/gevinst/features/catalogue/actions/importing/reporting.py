"""A plan as plain values, to be kept with the run and shown: no names of people, long texts cut."""

from __future__ import annotations

from typing import Any

from gevinst.engines.exchange.processes import Remark
from gevinst.engines.identifiers import mask_all
from gevinst.features.catalogue.actions.importing.planned import Change, Plan, Planned

LONGEST = 300
PEOPLE = frozenset({"owner", "contact", "reporter", "co_editors"})


def report(plan: Plan) -> dict[str, Any]:
    """Counts, a row for each record, and the remarks on the file as a whole."""
    return {
        "counts": plan.counts(),
        "rows": [_row(one) for one in plan.records],
        "remarks": [_remark(one) for one in plan.remarks],
    }


def _row(one: Planned) -> dict[str, Any]:
    row = {
        "place": one.record.place,
        "id": one.record.source_id,
        "title": mask_all(one.record.title),
        "authority": one.authority,
        "outcome": one.outcome,
        "reason": one.reason,
        "process": one.process_id,
        "changes": [_change(change) for change in one.changes],
        "conflicts": [_change(change) for change in one.conflicts],
        "remarks": [_remark(remark) for remark in one.remarks],
    }
    return {name: value for name, value in row.items() if value not in ("", None, [])}


def _change(change: Change) -> list[Any]:
    name, before, after = change
    return [name, _short(name, before), _short(name, after)]


def _short(name: str, value: Any) -> Any:
    if name in PEOPLE:
        return []  # that it changed is enough: who it is stands on the process
    if isinstance(value, list):
        return [_short(name, one) for one in value]
    if isinstance(value, dict):
        return {key: _short(name, one) for key, one in value.items()}
    if isinstance(value, str):
        masked = mask_all(value)  # before it is cut: half a number would not be known
        return masked if len(masked) <= LONGEST else masked[:LONGEST] + "…"
    return value


def _remark(one: Remark) -> list[str]:
    return [one.place, one.field, mask_all(one.value), one.what, one.done]
