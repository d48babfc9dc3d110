"""The form of experience cases: comparables that are ticked and weighed, and cases of one's own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext as _

from gevinst.features.benefits.estimating.inputs import Inputs
from gevinst.features.benefits.queries.estimates.match import Match
from gevinst.features.benefits.web.cases.typed.kinds import shown
from gevinst.features.benefits.web.cases.typed.numbers import shown_number
from gevinst.features.benefits.web.estimates.experience_fields import ExperienceFields
from gevinst.features.benefits.web.estimates.experience_row import Row
from gevinst.features.benefits.web.estimates.experience_table import ExperienceTable
from gevinst.features.benefits.web.estimates.typed_cases import shown_cases


class ExperienceForm(ExperienceFields):
    """One's own numbers, and the comparables beside cases of one's own."""

    def __init__(self, *args: Any, matches: Sequence[Match] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        held = self.kept.get(self.method, {}).get("cases", [])
        sent = cast(QueryDict, self.data) if self.is_bound else None
        self.table = ExperienceTable(matches, held, sent)

    def shown(self, held: Inputs) -> dict[str, Any]:
        """The fields for inputs that are kept; cases from the register stand in the table instead."""
        own = [each for each in held.get("cases", []) if not each.get("ref")]
        growth = held.get("price_growth")
        told = {name: shown_number(held[name]) for name in ("size", "beta") if name in held}
        year = {"price_year": held["price_year"]} if "price_year" in held else {}
        return {
            **super().shown(held),
            **told,
            **year,
            "cases": shown_cases(own),
            "price_growth": shown("percent", growth),
        }

    @property
    def rows(self) -> list[Row]:
        """The comparables with what was ticked, sent or kept."""
        return self.table.rows

    def clean(self) -> dict[str, Any]:
        """At least one case has a weight."""
        given = super().clean() or self.cleaned_data
        if self.table.faults:
            message = _("A weight or a size cannot be used: %(titles)s.")
            raise ValidationError(message % {"titles": "; ".join(self.table.faulty)})
        if "cases" in given:
            given["cases"] = [*self.table.chosen, *given["cases"]]
            if not any(each.get("weight", 1) for each in given["cases"]):
                raise ValidationError(_("Tick a case with a weight, or write one of your own."))
        return given
