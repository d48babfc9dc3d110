"""The numbers and lines that experience cases are asked for, and what each field takes."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gevinst.features.benefits.estimating.inputs import EXPERIENCE
from gevinst.features.benefits.web.estimates.form import EstimateForm
from gevinst.features.benefits.web.estimates.form_fields import TypedNumber
from gevinst.features.benefits.web.estimates.typed_cases import cases_of

HUNDRED = Decimal(100)


class ExperienceFields(EstimateForm):
    """One's own size and price year, how size counts, and cases of one's own."""

    method = EXPERIENCE
    size = TypedNumber(
        gettext_lazy("Your size"),
        gettext_lazy("In what the cases are measured by: citizens, users, cases a year."),
        initial="1",
    )
    beta = TypedNumber(
        gettext_lazy("How much does size count? (beta)"),
        gettext_lazy(
            "1: twice the size is twice the amount. 0: size does not count. 0,7: less than so."
        ),
        initial="1",
    )
    price_year = forms.IntegerField(
        label=gettext_lazy("Price year"),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "input-char-5"}),
        min_value=1990,
        max_value=2100,
    )
    price_growth = TypedNumber(
        gettext_lazy("Price rise a year where there is no index, %"),
        gettext_lazy("Empty: prices of those years are not adjusted."),
        required=False,
    )
    cases = forms.CharField(
        label=gettext_lazy("Cases of your own"),
        help_text=gettext_lazy(
            "On each line: name; value; size; price year. Size and year may be left out."
        ),
        required=False,
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def clean_price_growth(self) -> Decimal | None:
        """The price rise as a rate."""
        growth: Decimal | None = self.cleaned_data["price_growth"]
        if growth is not None and growth <= -HUNDRED:
            raise ValidationError(_("A growth must be above -100 %."))
        return None if growth is None else growth / HUNDRED

    def clean_size(self) -> Decimal:
        """A size above 0."""
        size: Decimal = self.cleaned_data["size"]
        if size <= 0:
            raise ValidationError(_("Write a size above 0."))
        return size

    def clean_beta(self) -> Decimal:
        """A beta that can be worked with."""
        beta: Decimal = self.cleaned_data["beta"]
        if not -3 <= beta <= 3:  # noqa: PLR2004
            raise ValidationError(_("Write a number from -3 to 3."))
        return beta

    def clean_cases(self) -> list[dict[str, Any]]:
        """Cases of one's own."""
        return cases_of(self.cleaned_data["cases"])

    def told(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """The inputs of experience cases."""
        names = ("size", "beta", "price_year", "price_growth", "cases")
        return {name: given[name] for name in names}
