"""What an administrator fills in."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gevinst.features.accounts import queries
from gevinst.features.accounts.actions.tokens import TOKEN_ROLES
from gevinst.features.accounts.models import Authority, Unit
from gevinst.shared.actor import Role

LOCAL_ROLES = [role for role in Role if role is not Role.NATIONAL_ADMIN]


def unit_choice(authority: Authority, label: Any) -> forms.ModelChoiceField[Unit]:
    """One of an authority's units, or none."""
    return forms.ModelChoiceField(
        queries.units(authority), required=False, label=label, empty_label=_("None")
    )


class PersonForm(forms.Form):
    """A person and the first role; somebody known already gets the role."""

    email = forms.EmailField(label=_("E-mail"))
    name = forms.CharField(
        label=_("Name"),
        max_length=120,
        help_text=_("Not used when the person already has an account."),
    )
    role = forms.ChoiceField(
        label=_("Role"), choices=[(role.value, role.label) for role in LOCAL_ROLES]
    )

    def __init__(self, *args: Any, authority: Authority, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"] = unit_choice(authority, _("Organisation unit"))


class UnitForm(forms.Form):
    """A new organisation unit."""

    name = forms.CharField(label=_("Name"), max_length=120)

    def __init__(self, *args: Any, authority: Authority, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["parent"] = unit_choice(authority, _("Part of"))

    def parent(self) -> Unit | None:
        """The unit above the new one."""
        found: Unit | None = self.cleaned_data["parent"]
        return found


class TokenForm(forms.Form):
    """A new token for an integration."""

    name = forms.CharField(
        label=_("Name"),
        max_length=120,
        help_text=_("Which system uses it, for example “Finance system”."),
    )
    role = forms.ChoiceField(
        label=_("Role"), choices=[(role.value, role.label) for role in TOKEN_ROLES]
    )
    days = forms.TypedChoiceField(
        label=_("Valid for"),
        coerce=int,
        initial=365,
        choices=[(30, _("30 days")), (90, _("90 days")), (365, _("1 year")), (730, _("2 years"))],
    )


class TrailForm(forms.Form):
    """Filters of the audit trail."""

    action = forms.ChoiceField(label=_("Action"), required=False)
    since = forms.DateField(
        label=_("From"), required=False, widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d")
    )
    until = forms.DateField(
        label=_("Until"),
        required=False,
        widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
    )
