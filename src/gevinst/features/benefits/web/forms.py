"""The form of a baseline."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from django import forms
from django.utils.translation import gettext_lazy as _

from gevinst.features.benefits.models import Evidence, Grade
from gevinst.features.benefits.web.fields import amount, choice, day

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


def _number(label: StrOrPromise, hint: StrOrPromise) -> forms.DecimalField:
    return forms.DecimalField(
        label=label,
        help_text=hint,
        min_value=Decimal(0),
        max_digits=8,
        decimal_places=2,
        localize=True,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "class": "input-char-11"}),
    )


class BaselineForm(forms.Form):
    """What an item costs by hand, from when, and where the numbers come from."""

    valid_from = forms.DateField(
        label=_("Holds from"),
        help_text=_("Runs from this day on are counted by it. What is counted already stays."),
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date", "class": "input-width-s"}),
    )
    manual_minutes = _number(
        _("Minutes an item by hand"), _("From a clerk opens it until it is done, on average.")
    )
    exception_minutes = _number(
        _("Minutes an exception"),
        _("What a clerk uses on an item that the robot leaves. Stands in until it is measured."),
    )
    hourly_cost = _number(
        _("DKK an hour"), _("Pay with pension and overhead, divided by effective hours.")
    )
    evidence = forms.ChoiceField(
        label=_("How are the numbers known?"), choices=Evidence.choices, widget=forms.RadioSelect
    )
    grade = choice(
        _("Grade of evidence"),
        list(Grade.choices),
        _("Empty: A for a log, B for a measurement, D for an estimate."),
        required=False,
    )
    n = forms.IntegerField(
        label=_("Number of cases measured"),
        required=False,
        min_value=0,
        max_value=2**31 - 1,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "input-char-7"}),
    )
    minutes_before = amount(
        _("Minutes an item before"), _("Where you measured before and after."), required=False
    )
    minutes_after = amount(_("Minutes an item after"), required=False)
    measured_on = day(_("Measured on"), required=False)
    source = forms.CharField(
        label=_("Where do the numbers come from?"),
        help_text=_(
            "Who measured or estimated, when, and how many items. Shown beside every figure."
        ),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
