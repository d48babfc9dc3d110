"""Changes one part of a case file that others may be writing in: read anew, changed, saved."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext_lazy as _

from gevinst.engines.businesscase.casefile.document import CaseFault
from gevinst.engines.businesscase.casefile.exact_yaml import parsed
from gevinst.engines.businesscase.casefile.write import dumps
from gevinst.features.benefits.actions.cases.writing import save_case
from gevinst.features.benefits.casework.paths import Data
from gevinst.features.benefits.models import BusinessCase
from gevinst.features.benefits.queries import cases as kept
from gevinst.shared.actor import Actor
from gevinst.shared.errors import DomainError

ATTEMPTS = 3


def write_part(*, case: BusinessCase, change: Callable[[Data], None], by: Actor) -> BusinessCase:
    """The draft with `change` made to its values, on top of what others have saved meanwhile.

    `change` alters the values it is given, or raises `DomainError` where they are not what it was made for.
    Raises `DomainError`: "not-found", "not-allowed", "wrong-state", "invalid" (no case file), "conflict".
    """
    left = ATTEMPTS
    while True:
        row = kept.case(by, case.pk)
        data = file_of(row)
        change(data)
        left -= 1
        try:
            return save_case(case=row, text=dumps(data), revision=row.revision, by=by)
        except DomainError as fault:
            if fault.code != "conflict" or not left:
                raise


def file_of(case: BusinessCase) -> Data:
    """The values of the draft. Raises `DomainError("invalid")` where its text has none."""
    try:
        data: Any = parsed(case.text).data
    except CaseFault:
        data = None
    if not isinstance(data, dict):
        raise DomainError(
            "invalid", _("The case file has a fault. Set it right in the editor first.")
        )
    return data


def part_of(data: Data, name: str) -> Data:
    """The keys and values under a name, made where there are none."""
    held = data.get(name)
    if not isinstance(held, dict):
        held = data[name] = {}
    return held
