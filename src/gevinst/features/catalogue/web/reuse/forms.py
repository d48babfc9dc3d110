"""What is asked about reuse: where to, how much of it, which own process, hours, announcements."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gevinst.features.catalogue.models import Adoption, Announcement
from gevinst.features.catalogue.web.reuse.words import PARTS

Choices = Sequence[tuple[Any, Any]]


class UseForm(forms.Form):
    """Where the copy is to be and how much of the source it takes."""

    authority = forms.ChoiceField(label=_("For which authority?"))
    extent = forms.ChoiceField(
        label=_("How much of it do you reuse?"),
        choices=Adoption.Extent.choices,
        initial=Adoption.Extent.WHOLE,
        widget=forms.RadioSelect,
    )
    parts = forms.MultipleChoiceField(
        label=_("Which parts?"),
        help_text=_("Only when you reuse parts of it. What it is about always comes along."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, data: Any, *, places: Choices, parts: Sequence[str]) -> None:
        super().__init__(data)
        chosen = self.fields["authority"]
        chosen.choices = places  # type: ignore[attr-defined]
        if len(places) == 1:
            chosen.widget, chosen.initial = forms.HiddenInput(), places[0][0]
        self.fields["parts"].choices = [(part, PARTS[part]) for part in parts]  # type: ignore[attr-defined]


class LinkForm(forms.Form):
    """Which of the own processes reuses the source."""

    process = forms.ChoiceField(label=_("Which of your processes?"))
    extent = forms.ChoiceField(
        label=_("How much of it do you reuse?"),
        choices=Adoption.Extent.choices,
        initial=Adoption.Extent.PARTS,
        widget=forms.RadioSelect,
    )

    def __init__(self, data: Any, *, processes: Choices) -> None:
        super().__init__(data)
        self.fields["process"].choices = processes  # type: ignore[attr-defined]


class ReportForm(forms.ModelForm):  # type: ignore[type-arg]
    """Hours that reuse took, and would have taken alone; what was learnt."""

    class Meta:
        model = Adoption
        fields = ("hours_spent", "hours_alone", "note")
        help_texts = {
            "hours_spent": _("Everybody's hours from the first look until it ran."),
            "hours_alone": _(
                "Your honest estimate of what it would have taken without the source."
            ),
            "note": _("What would you tell the next one who reuses it?"),
        }
        widgets = {"note": forms.Textarea(attrs={"rows": 5})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("hours_spent", "hours_alone"):
            self.fields[name].localize = True
            self.fields[name].widget = forms.TextInput(
                attrs={"inputmode": "decimal", "class": "input-width-s"}
            )
            self.fields[name].widget.is_localized = True


class AnnounceForm(forms.Form):
    """What those who reuse the process are to know."""

    kind = forms.ChoiceField(
        label=_("What is it about?"), choices=Announcement.Kind.choices, widget=forms.RadioSelect
    )
    text = forms.CharField(
        label=_("What changed, and what should they do?"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
