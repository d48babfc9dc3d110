"""What is asked where a business case is started."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gevinst.features.benefits.queries.cases.library import shipped_cases

Choices = list[tuple[str, str]]


class PlaceForm(forms.Form):
    """Whose case it is; asked only where there is a choice."""

    HOW = "place"
    how = forms.CharField(widget=forms.HiddenInput)
    authority = forms.ChoiceField(label=_("Authority"))

    def __init__(self, data: Any, places: Choices, **more: Any) -> None:
        super().__init__(data, auto_id=f"{self.HOW}-%s", initial={"how": self.HOW}, **more)
        chosen = self.fields["authority"]
        chosen.choices = places  # type: ignore[attr-defined]
        if len(places) == 1:
            chosen.widget, chosen.initial = forms.HiddenInput(), places[0][0]


class BlankForm(PlaceForm):
    """A case with nothing in it yet."""

    HOW = "blank"
    title = forms.CharField(label=_("What is the case called?"), max_length=300)
    field_order = ("title", "authority", "how")


class ProcessForm(forms.Form):
    """A process that the case is about."""

    how = forms.CharField(widget=forms.HiddenInput)
    process = forms.ChoiceField(label=_("Process"))

    def __init__(self, data: Any, processes: Choices, chosen: str) -> None:
        super().__init__(data, auto_id="process-%s", initial={"how": "process", "process": chosen})
        self.fields["process"].choices = processes  # type: ignore[attr-defined]


class ShippedForm(PlaceForm):
    """A published case to begin with."""

    HOW = "shipped"
    case = forms.ChoiceField(label=_("Published case"))
    field_order = ("case", "authority", "how")

    def __init__(self, data: Any, places: Choices, chosen: str) -> None:
        super().__init__(data, places)
        listed = [(each.id, each.title) for each in shipped_cases()]
        self.fields["case"].choices = listed  # type: ignore[attr-defined]
        self.fields["case"].initial = chosen


class FileForm(PlaceForm):
    """A case file that one has."""

    HOW = "file"
    file = forms.FileField(label=_("Case file (YAML)"), max_length=200, allow_empty_file=True)
    field_order = ("file", "authority", "how")
