"""The business case as a value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

from gevinst.engines.businesscase.model.assumption import Assumption
from gevinst.engines.businesscase.model.case_parts import Quality, Reading, RiskEntry, Transfer
from gevinst.engines.businesscase.model.lines import Line
from gevinst.engines.businesscase.model.published_figure import PublishedFigure

ORIGINS = ("project_start", "operation_start")


@dataclass(frozen=True, slots=True)
class Case:
    """A business case over the years `first`..`last`, in DKK of `price_year`.

    `origin` says whether periods are counted from the start of the project or of operation (which is in
    `operation_from`). `perspective` are the parties whose net counts; () for all of them.
    `story` holds the texts of the published case, `tree` and `readiness` what their rooms read.
    """

    id: str
    title: str
    first: int
    last: int
    price_year: int
    origin: str
    operation_from: int
    baseline: str = "frozen"
    authorities: tuple[str, ...] = ()
    field_of_work: str = ""
    technology: str = ""
    kind: str = ""
    summary: str = ""
    discount: str = ""
    effective_hours: str = ""
    parties: tuple[str, ...] = ()
    perspective: tuple[str, ...] = ()
    assumptions: Mapping[str, Assumption] = field(default_factory=dict)
    lines: tuple[Line, ...] = ()
    risks: tuple[RiskEntry, ...] = ()
    transfers: tuple[Transfer, ...] = ()
    quality: tuple[Quality, ...] = ()
    readings: Mapping[str, Reading] = field(default_factory=dict)
    price_levels: Mapping[str, Mapping[int, Decimal]] = field(default_factory=dict)
    published: tuple[PublishedFigure, ...] = ()
    story: Mapping[str, object] = field(default_factory=dict)
    tree: Mapping[str, object] = field(default_factory=dict)
    readiness: Mapping[str, int] = field(default_factory=dict)
    agreements: Mapping[str, object] = field(default_factory=dict)

    @property
    def years(self) -> tuple[int, ...]:
        """The years of the horizon."""
        return tuple(range(self.first, self.last + 1))

    def line(self, name: str) -> Line:
        """The line of that id. Raises `KeyError`."""
        return {line.id: line for line in self.lines}[name]

    def under(self, reading: str) -> Case:
        """The case under a named reading; "" is the case as it stands. Raises `KeyError`."""
        chosen = self.readings[reading] if reading else Reading("", "")
        kept = tuple(
            line
            for line in self.lines
            if line.id not in chosen.without and (not line.readings or reading in line.readings)
        )
        given = {
            name: _fixed(self.assumptions[name], value)
            for name, value in chosen.assumptions.items()
        }
        return replace(
            self,
            lines=kept,
            assumptions={**self.assumptions, **given},
            perspective=chosen.perspective or self.perspective,
        )


def _fixed(assumption: Assumption, value: Decimal) -> Assumption:
    return replace(
        assumption, value=value, formula=None, by_year={}, decimals=None, qualifier="exact"
    )
