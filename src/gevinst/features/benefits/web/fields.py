"""Fields that several forms of benefits share: Danish numbers and days."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from django import forms

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


_THOUSANDS = re.compile(r"[+-]?\d{1,3}(\.\d{3})+(,\d+)?")


class DanishNumber(forms.DecimalField):
    """A number as Danes write it: `65.000` is sixty-five thousand, `1.234,50` has two decimals."""

    def to_python(self, value: object) -> Any:
        """The number. Raises `ValidationError`."""
        told = str(value or "").strip()
        plain = told.replace(".", "") if _THOUSANDS.fullmatch(told) else value
        return super().to_python(plain)


def amount(
    label: StrOrPromise, hint: StrOrPromise = "", *, required: bool = True
) -> forms.DecimalField:
    """A number with two decimals, `1234,50`."""
    return DanishNumber(
        label=label,
        help_text=hint,
        required=required,
        max_digits=16,
        decimal_places=2,
        localize=True,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "class": "input-char-11"}),
    )


def day(label: StrOrPromise, hint: StrOrPromise = "", *, required: bool = True) -> forms.DateField:
    """A day of the calendar."""
    attrs = {"type": "date", "class": "input-width-s"}
    widget = forms.DateInput(format="%Y-%m-%d", attrs=attrs)
    return forms.DateField(label=label, help_text=hint, required=required, widget=widget)


def lines(
    label: StrOrPromise, hint: StrOrPromise = "", *, required: bool = True
) -> forms.CharField:
    """A few lines of text."""
    widget = forms.Textarea(attrs={"rows": 3})
    return forms.CharField(
        label=label, help_text=hint, required=required, max_length=2000, widget=widget
    )


def choice(
    label: StrOrPromise,
    choices: list[tuple[str, StrOrPromise]],
    hint: StrOrPromise = "",
    *,
    required: bool = True,
) -> forms.ChoiceField:
    """One of several, in a list that opens."""
    empty: list[tuple[str, StrOrPromise]] = [("", "–")]
    return forms.ChoiceField(
        label=label, help_text=hint, required=required, choices=empty + choices
    )
