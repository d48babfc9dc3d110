"""The form of a market analysis."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gevinst.features.benefits.estimating.inputs import MARKET, Inputs
from gevinst.features.benefits.web.cases.typed.kinds import shown
from gevinst.features.benefits.web.estimates.form import EstimateForm
from gevinst.features.benefits.web.estimates.form_fields import TypedNumber, area
from gevinst.features.benefits.web.estimates.typed_offers import offers_of, shown_offers

HUNDRED = Decimal(100)


class MarketForm(EstimateForm):
    """Offers, and how much is cut away at each end."""

    method = MARKET
    offers = area(
        gettext_lazy("Offers"),
        gettext_lazy("Who and how much on each line, as Supplier A; 120.000."),
    )
    trim = TypedNumber(
        gettext_lazy("Cut away at each end, %"),
        gettext_lazy("20 leaves out the lowest and the highest fifth. Empty cuts none."),
        required=False,
    )

    def shown(self, held: Inputs) -> dict[str, Any]:
        """Offers as one types them, the trim in per cent."""
        trim = held.get("trim")
        return {
            **super().shown(held),
            "offers": shown_offers(held.get("offers", [])),
            "trim": shown("percent", trim),
        }

    def clean_offers(self) -> list[dict[str, Any]]:
        """Who asks how much."""
        return offers_of(self.cleaned_data["offers"])

    def clean_trim(self) -> Decimal | None:
        """The trim as a share."""
        trim: Decimal | None = self.cleaned_data["trim"]
        if trim is not None and not 0 <= trim < HUNDRED / 2:
            raise ValidationError(_("Cut from 0 and below 50 %."))
        return None if trim is None else trim / HUNDRED

    def told(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """The inputs of a market analysis."""
        return {name: given[name] for name in ("offers", "trim")}
