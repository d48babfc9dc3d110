"""The form that weighs estimates that are kept."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from gevinst.features.benefits.estimating.inputs import TRIANGULATION, Inputs
from gevinst.features.benefits.estimating.methods import METHOD
from gevinst.features.benefits.web.cases.typed.kinds import shown
from gevinst.features.benefits.web.estimates.form import LAST, EstimateForm
from gevinst.features.benefits.web.estimates.form_fields import TypedNumber
from gevinst.features.benefits.web.estimates.method_words import METHODS

HUNDRED = Decimal(100)


class TriangulationForm(EstimateForm):
    """A weight for each method that is kept; together they are 100 %."""

    method = TRIANGULATION

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in self.parts:
            label = _("Weight of %(method)s, %%") % {"method": str(METHODS[name]).lower()}
            self.fields[f"w-{name}"] = TypedNumber(label, required=False)
        self.order_fields([*(f"w-{name}" for name in self.parts), *LAST])

    @property
    def parts(self) -> list[str]:
        """The methods that are kept and can be weighed."""
        return [name for name in METHOD if name in self.kept]

    def shown(self, held: Inputs) -> dict[str, Any]:
        """The weights in per cent; of two at first half and half."""
        weights = held.get("weights", {})
        told = {f"w-{name}": shown("percent", each) for name, each in weights.items()}
        return {**super().shown(held), **told}

    def clean(self) -> dict[str, Any]:
        """Weights of 0 or more that sum to 100 %, of two methods at least."""
        given = super().clean() or self.cleaned_data
        weights = {name: given.get(f"w-{name}") or Decimal(0) for name in self.parts}
        for name, weight in weights.items():
            if weight < 0:
                self.add_error(f"w-{name}", _("A weight is 0 or more."))
        whole = sum(weights.values(), Decimal(0))
        if not self.errors and whole != HUNDRED:
            message = _("The weights sum to %(whole)s %%. They must sum to 100 %%.")
            raise ValidationError(message % {"whole": shown("percent", whole / HUNDRED)})
        given["weights"] = {name: each / HUNDRED for name, each in weights.items() if each}
        return given

    def told(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """The inputs of a triangulation."""
        return {"weights": given["weights"]}
