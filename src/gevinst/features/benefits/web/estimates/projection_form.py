"""The form of a projection."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gevinst.features.benefits.estimating.inputs import Inputs
from gevinst.features.benefits.web.cases.typed.kinds import shown
from gevinst.features.benefits.web.estimates.projection_faults import faults_of
from gevinst.features.benefits.web.estimates.projection_fields import ProjectionFields
from gevinst.features.benefits.web.estimates.typed_history import shown_history


class ProjectionForm(ProjectionFields):
    """A projection as it is kept, shown again and checked."""

    def shown(self, held: Inputs) -> dict[str, Any]:
        """Years as one types them, growth in per cent."""
        first, last = self.years
        growth = held.get("growth")
        return {
            **super().shown(held),
            "history": shown_history(held.get("history", {})),
            "origin": held.get("origin", ""),
            "since": held.get("from", first),
            "until": held.get("to", last),
            "write": held.get("write", "value"),
            "use": held.get("use", ""),
            "growth": shown("percent", growth),
        }

    def clean(self) -> dict[str, Any]:
        """The years projected to come after those that are known, and a growth is there where it is used."""
        given = super().clean() or self.cleaned_data
        for name, message in faults_of(given):
            self.add_error(name, message)
        return given

    def told(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """The inputs of a projection."""
        names = ("history", "origin", "write", "use", "growth")
        return {
            **{name: given[name] for name in names},
            "from": given["since"],
            "to": given["until"],
        }
