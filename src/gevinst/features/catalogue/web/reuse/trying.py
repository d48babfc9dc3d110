"""What is sent with a form, and the action behind it; what that refuses stands in the form."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from django import forms
from django.http import HttpRequest, QueryDict

from gevinst.shared.errors import DomainError

Made = TypeVar("Made")
# What the person who fills in the form can do something about.
MENDABLE = frozenset({"invalid", "own-process", "circular", "already-done"})


def tried(form: forms.BaseForm, call: Callable[[], Made]) -> Made | None:
    """What the action gave; None, and its complaint in the form. Raises `DomainError` for the rest."""
    try:
        return call()
    except DomainError as fault:
        if fault.code not in MENDABLE:
            raise
        named = [name for name in fault.facts.get("fields", ()) if name in form.fields]
        form.add_error(named[0] if named else None, str(fault.message))
        return None


def posted(request: HttpRequest) -> QueryDict | None:
    """What a form is bound to: what was sent, also when that is nothing; None while it is only shown."""
    return request.POST if request.method == "POST" else None
