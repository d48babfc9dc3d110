"""Starts the business case that a form asks for."""

from __future__ import annotations

from typing import Any

from django import forms

from gevinst.features.benefits.actions import cases as actions
from gevinst.features.benefits.models import BusinessCase
from gevinst.features.benefits.queries.cases.library import shipped_case
from gevinst.shared.actor import Actor
from gevinst.shared.errors import DomainError

FILE_BYTES = 2_000_000


def started(form: forms.Form, how: str, actor: Actor) -> BusinessCase | None:
    """The new case; None, with the complaint in the form, where it was refused."""
    given = form.cleaned_data
    try:
        if how == "process":
            return actions.start_case_of_process(process_id=int(given["process"]), by=actor)
        place = int(given["authority"])
        if how == "blank":
            return actions.start_case(authority_id=place, title=given["title"], by=actor)
        text, origin = _text(given, how)
        return actions.start_case_from_text(
            authority_id=place, text=text, by=actor, started_from=origin
        )
    except DomainError as fault:
        if fault.code != "invalid":
            raise
        field = str(fault.facts.get("field", ""))
        form.add_error(field if field in form.fields else None, str(fault.message))
        return None


def _text(given: dict[str, Any], how: str) -> tuple[str, str]:
    if how == "shipped":
        found = shipped_case(given["case"])
        return (found.text if found else ""), f"shipped:{given['case']}"
    return given["file"].read(FILE_BYTES + 1).decode("utf-8", "replace"), "file"
