"""The form of a three-point estimate."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gevinst.features.benefits.estimating.inputs import THREE_POINT, Inputs
from gevinst.features.benefits.web.cases.typed.numbers import shown_number
from gevinst.features.benefits.web.estimates.form import EstimateForm
from gevinst.features.benefits.web.estimates.form_fields import TypedNumber
from gevinst.features.benefits.web.estimates.method_words import KINDS

POINTS = ("min", "likely", "max")


class ThreePointForm(EstimateForm):
    """The least, the likely and the most, and how they are weighed."""

    method = THREE_POINT
    min = TypedNumber(gettext_lazy("The least"))
    likely = TypedNumber(gettext_lazy("The likely"))
    max = TypedNumber(gettext_lazy("The most"))
    kind = forms.ChoiceField(
        label=gettext_lazy("How are they weighed?"), choices=list(KINDS.items())
    )

    def shown(self, held: Inputs) -> dict[str, Any]:
        """The three points as one types them."""
        points = {name: shown_number(held[name]) for name in POINTS if name in held}
        return {**super().shown(held), **points, "kind": held.get("kind", "triangular")}

    def clean(self) -> dict[str, Any]:
        """The three stand in order."""
        given = super().clean() or self.cleaned_data
        low, likely, high = (given.get(name) for name in POINTS)
        if low is not None and likely is not None and likely < low:
            self.add_error("likely", _("The likely is below the least."))
        if likely is not None and high is not None and high < likely:
            self.add_error("max", _("The most is below the likely."))
        return given

    def told(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """The inputs of three points."""
        return {name: given[name] for name in (*POINTS, "kind")}
