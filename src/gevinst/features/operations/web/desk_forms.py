"""What is typed at the desk: filters in the address, and the reason for each decision."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gevinst.features.operations.queries import Wanted
from gevinst.features.operations.reasons import ApproveReason, ReturnReason

ANY = ("", _("All"))
WHO = [ANY, ("free", _("Free")), ("mine", _("Mine")), ("taken", _("Taken"))]
ORDER = [
    ("oldest", _("Oldest first")),
    ("newest", _("Newest first")),
    ("due", _("Due first")),
    ("amount", _("Largest amount first")),
    ("supplier", _("By supplier")),
]
DAY = {"type": "date"}


class Filters(forms.Form):
    """The filters of a list; what cannot be understood is left out and said beside the field."""

    q = forms.CharField(label=_("Search"), required=False, max_length=100)
    grund = forms.ChoiceField(label=_("Reason"), required=False)
    hvem = forms.ChoiceField(label=_("Who has it"), required=False, choices=WHO)
    mindst = forms.DecimalField(label=_("Amount from"), required=False, localize=True)
    hoejst = forms.DecimalField(label=_("Amount to"), required=False, localize=True)
    fra = forms.DateField(
        label=_("Received from"), required=False, widget=forms.DateInput(DAY, "%Y-%m-%d")
    )
    til = forms.DateField(
        label=_("Received to"), required=False, widget=forms.DateInput(DAY, "%Y-%m-%d")
    )
    orden = forms.ChoiceField(label=_("Order"), required=False, choices=ORDER)

    def __init__(self, data: Any, reasons: list[tuple[str, str]]) -> None:
        super().__init__(data, auto_id="f-%s")
        self.fields["grund"].choices = [ANY, *reasons]  # type: ignore[attr-defined]

    def narrowed(self, wanted: Wanted) -> Wanted:
        """`wanted`, narrowed by what is chosen."""
        self.is_valid()
        chosen = self.cleaned_data
        return replace(
            wanted,
            q=chosen.get("q", ""),
            reason=chosen.get("grund", ""),
            who=chosen.get("hvem", ""),
            amount_from=chosen.get("mindst"),
            amount_to=chosen.get("hoejst"),
            received_from=chosen.get("fra"),
            received_to=chosen.get("til"),
            sort=chosen.get("orden") or "oldest",
        )

    @property
    def narrow(self) -> bool:
        """Whether anything but the order is chosen."""
        self.is_valid()
        return any(
            value not in (None, "") for name, value in self.cleaned_data.items() if name != "orden"
        )


class _Reasoned(forms.Form):
    reason = forms.ChoiceField(
        label=_("Reason"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose a reason.")},
    )
    text = forms.CharField(
        label=_("In words"), required=False, max_length=2000, widget=forms.Textarea({"rows": 2})
    )


class Approval(_Reasoned):
    """Why it is approved."""

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, auto_id="approve-%s")
        self.fields["reason"].choices = ApproveReason.choices  # type: ignore[attr-defined]


class Return(_Reasoned):
    """Why it goes back."""

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, auto_id="return-%s")
        self.fields["reason"].choices = ReturnReason.choices  # type: ignore[attr-defined]


class Hold(forms.Form):
    """Until when, and why."""

    until = forms.DateField(
        label=_("Until"),
        widget=forms.DateInput(DAY, "%Y-%m-%d"),
        error_messages={"required": _("Choose a day.")},
    )
    text = forms.CharField(
        label=_("In words"), required=False, max_length=2000, widget=forms.Textarea({"rows": 2})
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, auto_id="hold-%s")
