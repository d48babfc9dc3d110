"""A comparable as a row of the table of experience cases."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse

from gevinst.features.benefits.estimating.worked import rounded
from gevinst.features.benefits.queries.estimates.match import BENEFIT, Match
from gevinst.features.benefits.web.cases.typed.numbers import shown_number
from gevinst.features.benefits.web.cases.words.evidence import STATUSES


@dataclass(frozen=True, slots=True)
class Row:
    """A comparable as a row of the table: whether it is ticked, its weight and size as typed, its fault."""

    match: Match
    ticked: bool
    weight: str
    size: str
    fault: str = ""

    @property
    def value(self) -> str:
        """The value with as many decimals as it bears."""
        return shown_number(rounded(self.match.value)[0])

    @property
    def known(self) -> str:
        """How the value is known, in words."""
        return str(STATUSES.get(self.match.known, self.match.known))

    @property
    def address(self) -> str:
        """Where it can be read."""
        name = "benefit" if self.match.kind == BENEFIT else "published-case"
        return reverse(name, args=[self.match.key])
