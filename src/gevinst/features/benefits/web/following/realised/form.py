"""The form of what a line came to in a year."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from gevinst.features.benefits.web.fields import DanishNumber
from gevinst.features.benefits.web.following.realised.words import TERMS


class ActualForm(forms.Form):
    """What one line came to in a year: DKK, and the terms of its driver."""

    source = forms.CharField(
        label=gettext_lazy("Where does the number come from?"),
        help_text=gettext_lazy("The accounts, a log, a count: with its date."), max_length=500,
    )  # fmt: skip
    reason = forms.CharField(
        label=gettext_lazy("Why is it another number?"),
        help_text=gettext_lazy("Only where a number is there already. The old one is kept."),
        max_length=500, required=False,
    )  # fmt: skip

    def __init__(self, terms: list[str], data: Any = None) -> None:
        super().__init__(data, auto_id="actual-%s")
        numbers = {
            name_of(term): DanishNumber(
                label=TERMS[term], required=False, max_digits=18, decimal_places=4, localize=True,
                widget=forms.TextInput(attrs={"inputmode": "decimal", "class": "input-char-11"}),
            )
            for term in terms
        }  # fmt: skip
        self.fields = {**numbers, **self.fields}
        self.terms = terms

    def values(self) -> dict[str, Decimal]:
        """The numbers that were written, by term."""
        told = {term: self.cleaned_data[name_of(term)] for term in self.terms}
        return {term: value for term, value in told.items() if value is not None}


def name_of(term: str) -> str:
    """The field of a term."""
    return f"term_{term or 'dkk'}"
