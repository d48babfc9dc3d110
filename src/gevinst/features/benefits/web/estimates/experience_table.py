"""The table of comparables: what is ticked and weighed, and what cannot be used of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from gevinst.features.benefits.queries.estimates.match import Match
from gevinst.features.benefits.web.cases.typed.numbers import number, shown_number
from gevinst.features.benefits.web.estimates.experience_row import Row

TYPED = ("weight", "size")


class ExperienceTable:
    """The comparables with what was sent of them, else with what is kept."""

    def __init__(
        self,
        matches: Sequence[Match],
        held: Sequence[Mapping[str, Any]],
        sent: QueryDict | None,
    ) -> None:
        self.matches, self.held, self.sent = list(matches), held, sent

    @property
    def rows(self) -> list[Row]:
        """The comparables with what was ticked, sent or kept."""
        return [
            self._kept(each) if self.sent is None else self._sent(each) for each in self.matches
        ]

    @property
    def faults(self) -> dict[str, str]:
        """What cannot be used of those that are ticked, by ref."""
        found = {ref: self._fault(ref) for ref in self._refs()}
        return {ref: fault for ref, fault in found.items() if fault}

    @property
    def faulty(self) -> list[str]:
        """Titles of the comparables with a weight or a size that cannot be used."""
        return [each.title for each in self.matches if each.ref in self.faults]

    @property
    def chosen(self) -> list[dict[str, Any]]:
        """The ticked comparables as the case file keeps them."""
        known = {each.ref: each for each in self.matches}
        return [self._case(known[ref]) for ref in self._refs() if ref in known]

    def _kept(self, match: Match) -> Row:
        held = next((each for each in self.held if each.get("ref") == match.ref), None)
        if held is None:
            return Row(match, ticked=False, weight="1", size="")
        size = shown_number(held["size"]) if "size" in held else ""
        return Row(match, ticked=True, weight=shown_number(held.get("weight", 1)), size=size)

    def _sent(self, match: Match) -> Row:
        weight, size = (self._text(name, match.ref) for name in TYPED)
        ticked = match.ref in self._refs()
        return Row(match, ticked, weight, size, self.faults.get(match.ref, ""))

    def _refs(self) -> list[str]:
        return [] if self.sent is None else self.sent.getlist("case")

    def _fault(self, ref: str) -> str:
        weight, size = (self._decimal(name, ref) for name in TYPED)
        if weight is None or weight < 0:
            return _("Write a weight of 0 or more.")
        if self._text("size", ref) and (size is None or size <= 0):
            return _("Write a size above 0, or nothing.")
        return ""

    def _text(self, name: str, ref: str) -> str:
        return "" if self.sent is None else str(self.sent.get(f"{name}-{ref}", ""))

    def _decimal(self, name: str, ref: str) -> Decimal | None:
        found = number(self._text(name, ref))
        return None if found is None else Decimal(found)

    def _case(self, match: Match) -> dict[str, Any]:
        size = self._decimal("size", match.ref)
        return {
            "ref": match.ref,
            "source": f"{match.origin}: {match.title}",
            "value": match.value,
            "price_year": match.price_year,
            "weight": self._decimal("weight", match.ref),
            **({} if size is None else {"size": size}),
        }
