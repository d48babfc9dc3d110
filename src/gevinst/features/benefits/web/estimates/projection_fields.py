"""The years and choices that a projection is asked for, and what each field takes."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gevinst.features.benefits.estimating.inputs import PROJECTION
from gevinst.features.benefits.web.estimates.form import EstimateForm
from gevinst.features.benefits.web.estimates.form_fields import TypedNumber, area
from gevinst.features.benefits.web.estimates.method_words import CANDIDATES
from gevinst.features.benefits.web.estimates.typed_history import history_of

HUNDRED = Decimal(100)


class ProjectionFields(EstimateForm):
    """Years with amounts, how they are carried forward, and to when."""

    method = PROJECTION
    history = area(
        gettext_lazy("Past years"),
        gettext_lazy("A year and its number on each line, as 2024: 1.200. Or paste from Excel."),
    )
    origin = forms.CharField(widget=forms.HiddenInput, required=False, max_length=60)
    since = forms.IntegerField(label=gettext_lazy("Project from"))
    until = forms.IntegerField(label=gettext_lazy("Project until"))
    write = forms.ChoiceField(
        label=gettext_lazy("Write it as"),
        choices=[
            ("value", gettext_lazy("One value: the mean of these years")),
            ("by_year", gettext_lazy("A value for each year")),
        ],
    )
    use = forms.ChoiceField(
        label=gettext_lazy("How is it carried forward?"),
        choices=[("", gettext_lazy("As foretells best")), *CANDIDATES.items()],
        required=False,
    )
    growth = TypedNumber(
        gettext_lazy("Growth a year, %"),
        gettext_lazy("Only where you know it from elsewhere. 15 is 15 %."),
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("since", "until"):
            self.fields[name].widget = forms.TextInput(
                attrs={"inputmode": "numeric", "class": "input-char-5"}
            )

    def clean_history(self) -> dict[str, Decimal]:
        """Amounts by year."""
        return history_of(self.cleaned_data["history"])

    def clean_growth(self) -> Decimal | None:
        """The growth as a rate."""
        growth: Decimal | None = self.cleaned_data["growth"]
        if growth is not None and growth <= -HUNDRED:
            raise ValidationError(_("A growth must be above -100 %."))
        return None if growth is None else growth / HUNDRED
