"""What is typed about a change of the rules."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

DAY = {"type": "date"}


def _day(label: Any, help_text: Any = "", *, required: bool = False) -> forms.DateField:
    widget = forms.DateInput(DAY, "%Y-%m-%d")
    return forms.DateField(label=label, help_text=help_text, required=required, widget=widget)


class Start(forms.Form):
    """A new change; `how` is what becomes of the rule's version in force."""

    FOLLOW, REPLACE = "follow", "replace"

    title = forms.CharField(
        label=_("What is changed"),
        max_length=160,
        help_text=_("A few words, for the list of changes."),
    )
    purpose = forms.CharField(
        label=_("Why"),
        required=False,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("The colleague who approves it reads this."),
    )


class Begin(forms.Form):
    """How a rule is changed within a change."""

    how = forms.ChoiceField(
        label=_("What becomes of the version in force?"),
        choices=[
            (Start.FOLLOW, _("It ends, and a new version follows from a day on")),
            (Start.REPLACE, _("A new version takes its place for its whole period")),
        ],
        widget=forms.RadioSelect,
        initial=Start.FOLLOW,
    )
    begins = _day(
        _("The new version is valid from"),
        _("The version in force ends the day before. Left empty where it takes its place."),
    )

    def clean(self) -> dict[str, Any]:
        """A version that follows needs a day."""
        given = super().clean() or {}
        if given.get("how") == Start.FOLLOW and not given.get("begins"):
            self.add_error("begins", _("Say from which day the new version is valid."))
        return given


class Period(forms.Form):
    """The decisions that a change is tried on; all where nothing is stated."""

    first_on = _day(_("From"))
    last_on = _day(_("To"))


class Approval(forms.Form):
    """From when the rules decide, and a word to the author."""

    live_from = _day(_("Live from"), required=True)
    answer = forms.CharField(
        label=_("Remark to the author"), required=False, widget=forms.Textarea({"rows": 2})
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, auto_id="approve-%s", initial={"live_from": timezone.localdate()})


class Rejection(forms.Form):
    """Why it is turned down."""

    answer = forms.CharField(label=_("Why"), widget=forms.Textarea({"rows": 2}))

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, auto_id="reject-%s")


class Purpose(forms.Form):
    """The change's purpose, written anew."""

    purpose = Start.base_fields["purpose"]
