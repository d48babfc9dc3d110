"""The period of an account in the address: two days, both included."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

LONGEST = 366
DAY = {"type": "date", "class": "input-width-s"}


class Period(forms.Form):
    """From and to; today where nothing is stated."""

    fra = forms.DateField(label=_("From"), widget=forms.DateInput(DAY, "%Y-%m-%d"))
    til = forms.DateField(label=_("To"), widget=forms.DateInput(DAY, "%Y-%m-%d"))

    def __init__(self, asked: QueryDict) -> None:
        today = timezone.localdate().isoformat()
        first = asked.get("fra") or asked.get("til") or today
        super().__init__({"fra": first, "til": asked.get("til") or first}, auto_id="p-%s")

    def clean(self) -> dict[str, Any]:
        """Refuses a period that ends before it begins, and one of more than a year."""
        found: dict[str, Any] = super().clean() or {}
        first, last = found.get("fra"), found.get("til")
        if first and last and not 0 <= (last - first).days < LONGEST:
            self.add_error("til", _("Choose a period of at most a year that ends after it begins."))
        return found

    @property
    def days(self) -> tuple[date, date]:
        """The period; today where it cannot be understood."""
        if self.is_valid():
            return self.cleaned_data["fra"], self.cleaned_data["til"]
        today = timezone.localdate()
        return today, today

    def moved(self, way: int) -> tuple[date, date]:
        """The period of the same length just before (-1) or after (1)."""
        first, last = self.days
        step = timedelta(days=way * ((last - first).days + 1))
        return first + step, last + step
