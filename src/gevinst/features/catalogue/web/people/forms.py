"""What people fill in about themselves, and to hand processes over."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gevinst.features.accounts.queries import contributors
from gevinst.features.catalogue.models import Process, Profile
from gevinst.shared.actor import Actor


class ProfileForm(forms.ModelForm):  # type: ignore[type-arg]
    """My profile."""

    class Meta:
        model = Profile
        fields = ["title", "works_on", "answers_for", "reached_at", "shown"]
        help_texts = {
            "works_on": _("Tasks, systems and processes."),
            "reached_at": _("Telephone or the best way. Your e-mail address is shown already."),
            "shown": _("Otherwise only colleagues at your own authority see it."),
        }
        widgets = {
            "works_on": forms.Textarea(attrs={"rows": 4}),
            "answers_for": forms.Textarea(attrs={"rows": 4}),
        }


class HandOverForm(forms.Form):
    """Which processes of one person at one authority go to whom."""

    processes = forms.TypedMultipleChoiceField(
        label=_("Processes"), coerce=int, widget=forms.CheckboxSelectMultiple
    )
    to = forms.TypedChoiceField(label=_("New owner"), coerce=int, required=False, empty_value=None)
    mailbox = forms.EmailField(
        label=_("Role mailbox"),
        required=False,
        help_text=_("It outlives people: post for the role comes here, whoever holds it."),
    )

    def __init__(
        self, *args: Any, held: list[Process], leaver_id: int, by: Actor, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["processes"].choices = [(one.pk, one.title) for one in held]  # type: ignore[attr-defined]
        self.fields["processes"].initial = [one.pk for one in held]
        places = {one.authority_id for one in held}
        people = [user for user in contributors(places) if user.pk != leaver_id]
        self.fields["to"].choices = [("", _("Nobody: only the mailbox"))] + [  # type: ignore[attr-defined]
            (user.pk, user.name) for user in people
        ]
        if by.user_id in {user.pk for user in people}:
            self.fields["to"].initial = by.user_id

    def clean(self) -> dict[str, Any]:
        """One of the two is needed."""
        stated: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.errors and stated.get("to") is None and not stated.get("mailbox"):
            self.add_error("to", str(_("Choose a person or write a mailbox.")))
        return stated
