"""What is typed about a robot and its suppliers: switches, parameters, accounts, limits."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gevinst.engines.blockkit.contract import Manifest, Parameter
from gevinst.features.operations.actions.parameters import SECRET
from gevinst.features.operations.blocks import words
from gevinst.features.operations.supplier_models import Channel

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


def _typed(label: StrOrPromise, hint: StrOrPromise = "", rows: int = 3) -> forms.CharField:
    area = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, help_text=hint, max_length=1000, widget=area)


class Switch(forms.Form):
    """Why the robot is stopped or started."""

    reason = _typed(gettext_lazy("Why?"), gettext_lazy("Your colleagues and the auditor read it."))


class Confirmation(forms.Form):
    """How an account was confirmed."""

    channel = forms.ChoiceField(
        label=gettext_lazy("How did you confirm it?"),
        choices=Channel.choices,
        widget=forms.RadioSelect,
    )
    note = _typed(
        gettext_lazy("What did you do?"),
        gettext_lazy(
            "Whom you spoke with, and where you had the number from. Not the invoice's own."
        ),
    )


class Withdrawal(forms.Form):
    """Why a confirmed account is no longer."""

    note = _typed(gettext_lazy("Why?"), rows=2)


class Limit(forms.Form):
    """What the robots may approve of a supplier."""

    ceiling = forms.DecimalField(
        label=gettext_lazy("Highest amount that the robot approves, DKK"),
        help_text=gettext_lazy("Leave it empty for no limit of the supplier's own."),
        required=False,
        min_value=Decimal(0),
        max_digits=16,
        decimal_places=2,
        localize=True,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "class": "input-char-11"}),
    )
    stopped = forms.BooleanField(
        label=gettext_lazy("Stop the robot for this supplier"), required=False
    )
    reason = _typed(gettext_lazy("Why?"), rows=2)


class Parameters(forms.Form):
    """One field a parameter of the block, by its kind; a secret one is never shown, and kept when empty."""

    def __init__(self, manifest: Manifest, stands: dict[str, str], data: Any = None) -> None:
        super().__init__(data)
        self.stands = stands
        for parameter in manifest.parameters:
            self.fields[parameter.name] = _field(parameter)
            if parameter.name not in SECRET:
                self.initial[parameter.name] = _initial(parameter, stands[parameter.name])

    def values(self) -> dict[str, str]:
        """What was typed, as parameters are kept."""
        return {
            name: value.isoformat() if hasattr(value, "isoformat") else str(value)
            for name, value in self.cleaned_data.items()
            if not (name in SECRET and not value)
        }


def _field(parameter: Parameter) -> forms.Field:
    label = words(parameter.title)
    hint = _("days") if parameter.unit == "days" else parameter.unit
    facts: dict[str, Any] = {"label": label, "help_text": hint}
    if parameter.name in SECRET:
        return _secret(label)
    if parameter.kind == "int":
        return forms.IntegerField(**facts, min_value=0, widget=_short("numeric"))
    if parameter.kind == "decimal":
        least = Decimal(0)
        return forms.DecimalField(**facts, min_value=least, localize=True, widget=_short("decimal"))
    if parameter.kind == "date":
        day = forms.DateInput({"type": "date", "class": "input-width-s"}, "%Y-%m-%d")
        return forms.DateField(**facts, widget=day)
    return forms.CharField(**facts, max_length=200, required=parameter.default != "")


def _short(mode: str) -> forms.TextInput:
    return forms.TextInput(attrs={"class": "input-char-11", "inputmode": mode})


def _secret(label: str) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=_("It is never shown. Write a new one only to change it."),
        required=False,
        max_length=200,
        widget=forms.PasswordInput(
            attrs={"autocomplete": "new-password", "class": "input-width-s"}
        ),
    )


def _initial(parameter: Parameter, value: str) -> object:
    return Decimal(value) if parameter.kind == "decimal" else value
