"""The filters of the list of suppliers."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

ORDER = [
    ("amount", _("Largest amount first")),
    ("errors", _("Most errors first")),
    ("volume", _("Most invoices first")),
    ("latest", _("Latest first")),
]


class SupplierFilters(forms.Form):
    """Search, period and order; what cannot be understood is left out."""

    q = forms.CharField(label=_("Search"), required=False, max_length=100)
    periode = forms.ChoiceField(
        label=_("Period"),
        required=False,
        choices=[("", _("The last 12 months")), ("alt", _("All"))],
    )
    orden = forms.ChoiceField(label=_("Order"), required=False, choices=ORDER)

    def __init__(self, asked: QueryDict) -> None:
        super().__init__(asked, auto_id="s-%s")

    def wanted(self, since: date) -> dict[str, Any]:
        """What the query takes; `since` is where the last 12 months begin."""
        self.is_valid()
        chosen = self.cleaned_data
        return {
            "q": chosen.get("q", "").replace("\x00", ""),
            "since": None if chosen.get("periode") == "alt" else since,
            "sort": chosen.get("orden") or "amount",
        }
