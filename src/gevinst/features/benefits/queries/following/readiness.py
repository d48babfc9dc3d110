"""The readiness of a case: the answers in its file, and the risks that are in it."""

from __future__ import annotations

from gevinst.engines.businesscase.casefile.document import CaseFault
from gevinst.engines.businesscase.casefile.exact_yaml import parsed
from gevinst.engines.businesscase.readiness.answers_file import Answered, read_answers
from gevinst.features.benefits.models import BusinessCase


def answers_of(case: BusinessCase) -> Answered:
    """What the case file says of readiness; nothing where it cannot be read."""
    return read_answers(_part(case, "readiness"))


def risk_ids(case: BusinessCase) -> set[str]:
    """The ids of the risks in the case file, also where it has faults elsewhere."""
    rows = _part(case, "risks")
    listed = rows if isinstance(rows, list) else []
    return {str(row.get("id")) for row in listed if isinstance(row, dict)}


def _part(case: BusinessCase, name: str) -> object:
    try:
        data = parsed(case.text).data
    except CaseFault:
        return None
    return data.get(name) if isinstance(data, dict) else None
