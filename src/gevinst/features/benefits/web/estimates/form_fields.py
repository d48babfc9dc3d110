"""The fields that the forms of estimating share: a typed number, and lines of text."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from gevinst.features.benefits.web.cases.typed.numbers import number

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


class TypedNumber(forms.CharField):
    """A number as it is typed in the reader's language; empty is None where it may be."""

    def __init__(self, label: StrOrPromise, hint: StrOrPromise = "", **more: Any) -> None:
        widget = forms.TextInput(attrs={"inputmode": "decimal", "class": "input-char-11"})
        super().__init__(label=label, help_text=hint, max_length=40, widget=widget, **more)

    def clean(self, value: Any) -> Any:
        """The number. Raises `ValidationError`."""
        typed = super().clean(value)
        if not typed:
            return None
        found = number(typed.rstrip("% "))
        if found is None:
            raise ValidationError(_("Write a number. “%(found)s” is not one.") % {"found": typed})
        return Decimal(found)


def area(label: StrOrPromise, hint: StrOrPromise, *, required: bool = True) -> forms.CharField:
    """A field of lines."""
    widget = forms.Textarea(attrs={"rows": 6})
    return forms.CharField(
        label=label, help_text=hint, widget=widget, max_length=20_000, required=required
    )
