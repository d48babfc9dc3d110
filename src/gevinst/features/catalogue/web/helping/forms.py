"""The form of a post, and of an answer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gevinst.features.catalogue.models import HelpAnswer, HelpPost

Choices = Sequence[tuple[Any, Any]]


class PlaceForm(forms.Form):
    """For which authority one speaks; asked only where there is a choice."""

    authority = forms.ChoiceField(label=_("For which authority?"))

    def __init__(self, data: Any, *, places: Choices, **more: Any) -> None:
        super().__init__(data, **more)
        chosen = self.fields["authority"]
        chosen.choices = places  # type: ignore[attr-defined]
        if len(places) == 1:
            chosen.widget, chosen.initial = forms.HiddenInput(), places[0][0]


class PostForm(PlaceForm):
    """What is asked for or offered."""

    kind = forms.ChoiceField(
        label=_("Do you ask or offer?"), choices=HelpPost.Kind.choices, widget=forms.RadioSelect
    )
    title = forms.CharField(
        label=_("What is it about, in one line?"),
        max_length=HelpPost._meta.get_field("title").max_length,
        widget=forms.TextInput(attrs={"class": "g-wide"}),
    )
    text = forms.CharField(
        label=_("Tell what you need or what you can"),
        max_length=HelpPost._meta.get_field("text").max_length,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("No person numbers, and nothing about citizens."),
    )
    field_order = ("authority", "kind", "title", "text")


class AnswerForm(PlaceForm):
    """An answer to a post."""

    text = forms.CharField(
        label=_("Your answer"),
        max_length=HelpAnswer._meta.get_field("text").max_length,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    field_order = ("authority", "text")
