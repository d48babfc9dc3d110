"""The authority's own hours: left out of the costs, or dearer than hours are."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from gevinst.engines.businesscase.calculus.result import Result
from gevinst.engines.businesscase.checks.codes import note
from gevinst.engines.businesscase.model.taxonomy import is_internal, place
from gevinst.engines.businesscase.notes import Note
from gevinst.engines.money import danish

# DKK that an effective hour of the authority's own staff may cost at most, before it is doubted.
DEAREST_HOUR = Decimal(500)


def own_time(result: Result) -> Iterator[Note]:
    """No line with the authority's own hours in the project (trap 12)."""
    costs = [line for line in result.case.lines if not line.is_benefit]
    project = [line for line in costs if place(line.place).level1 == "project"]
    internal = [line for line in project if is_internal(line.place)]
    if costs and not internal:
        yield note(
            "internal-time-left-out",
            "No line has the hours of the authority's own staff in the project.",
            "Ingen linje har timerne fra myndighedens egne medarbejdere i projektet.",
            place="project.resources.internal",
        )


def dear_hours(result: Result) -> Iterator[Note]:
    """Benefits of more DKK than their hours can cost (trap 9)."""
    for name, series in result.gains.items():
        hours = sum(result.lines[name].hours)
        amount = sum(series, Decimal(0))
        if hours > 0 and amount / hours > DEAREST_HOUR:
            yield note(
                "hours-cannot-carry",
                f"{result.lines[name].line.title} is {amount / hours:.0f} DKK for each hour freed.",
                f"{result.lines[name].line.title} er {danish(amount / hours, 0)} for hver frigivet time.",
                line=name,
                rate=amount / hours,
            )
