"""What the form of every method asks, and how its inputs are kept."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from gevinst.features.benefits.estimating.inputs import Inputs
from gevinst.features.benefits.web.cases.words.evidence import GRADES as GRADE_WORDS
from gevinst.features.benefits.web.estimates.method_words import GRADES

LAST = ("source", "evidence")


class EstimateForm(forms.Form):
    """What every method asks at the end: what the numbers rest on, and how well they are known."""

    method = ""
    source = forms.CharField(
        label=gettext_lazy("What does it rest on?"),
        help_text=gettext_lazy("Document, person's role, date. Shown with the value."),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    evidence = forms.ChoiceField(label=gettext_lazy("How well is it known?"))
    field_order: tuple[str, ...] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self.kept: Mapping[str, Inputs] = kwargs.pop("kept", {})
        self.years: tuple[int, int] = kwargs.pop("years", (0, 0))
        held = self.kept.get(self.method, {})
        initial = {"evidence": GRADES.get(self.method, "D"), **self.shown(held)}
        kwargs["initial"] = {**initial, **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)
        grades = self.fields["evidence"]
        assert isinstance(grades, forms.ChoiceField)
        grades.choices = [(key, word) for key, word in GRADE_WORDS.items() if key]
        self.order_fields([*(name for name in self.fields if name not in LAST), *LAST])

    def shown(self, held: Inputs) -> dict[str, Any]:
        """What stands in the fields for inputs that are kept."""
        return {key: held[key] for key in LAST if key in held}

    def inputs(self) -> dict[str, Any]:
        """What is kept of a valid form; without what was left empty."""
        found = {**self.told(self.cleaned_data), **{key: self.cleaned_data[key] for key in LAST}}
        return {key: value for key, value in found.items() if value not in (None, "")}

    def told(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """The method's own inputs."""
        raise NotImplementedError
