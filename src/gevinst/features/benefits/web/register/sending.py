"""A form that was sent, carried out; a fault of the action stands in the form."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms

from gevinst.shared.errors import DomainError


def done(form: forms.Form, act: Callable[[], Any]) -> Any:
    """What `act` gave of a valid form; None where the form has a fault, which then stands in it."""
    if not form.is_valid():
        return None
    try:
        return act()
    except DomainError as fault:
        if fault.code not in {"invalid", "wrong-state", "already-done"}:
            raise
        field = fault.facts.get("field")
        form.add_error(field if field in form.fields else None, str(fault.message))
        return None
