"""Drivers and events together: what is uncertain, and net per year for any values of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from gevinst.engines.businesscase.uncertainty.events import Event
from gevinst.engines.businesscase.uncertainty.measures import FloatArray, Outcome, evaluated
from gevinst.engines.businesscase.uncertainty.spreads import Spread


@dataclass(frozen=True, slots=True)
class Inputs:
    """An outcome with its drivers and the events that add to its costs; names are unique.

    Raises: ValueError for no driver at all and for a name given twice.
    """

    outcome: Outcome
    spreads: Sequence[Spread]
    events: Sequence[Event] = ()

    def __post_init__(self) -> None:
        if not self.spreads and not self.events:
            raise ValueError("nothing is uncertain: give at least one driver or event")
        refuse_twice(each.name for each in self.all)

    @property
    def all(self) -> tuple[Spread | Event, ...]:
        """Drivers first, then events."""
        return (*self.spreads, *self.events)

    def net(self, values: Mapping[str, FloatArray], rows: int) -> FloatArray:
        """Net per year, DKK, shape (rows, years), events' costs taken off; `values` names every input.

        Raises `ValueError` as `evaluated`, and for an event whose exposure has other years.
        """
        net = self._drawn(values, rows)
        for event in self.events:
            if len(event.exposure) != net.shape[1]:
                raise ValueError(
                    f"event {event.name} has {len(event.exposure)} years of exposure and the outcome "
                    f"{net.shape[1]} years: give one share per year"
                )
            net = net - np.outer(values[event.name], event.exposure)
        return net

    def _drawn(self, values: Mapping[str, FloatArray], rows: int) -> FloatArray:
        """The outcome before events; where nothing but events is uncertain, one row for every draw."""
        if not self.spreads:
            return np.repeat(evaluated(self.outcome, {}, 1), rows, axis=0)
        return evaluated(
            self.outcome, {each.name: values[each.name] for each in self.spreads}, rows
        )


def refuse_twice(names: Iterable[str]) -> None:
    """Raises `ValueError` for a name given twice."""
    seen: set[str] = set()
    for name in names:
        if name in seen:
            raise ValueError(f"{name} is given twice: every driver and event needs its own name")
        seen.add(name)


def bases(spreads: Sequence[Spread], rows: int) -> dict[str, FloatArray]:
    """Every driver at its likely value, `rows` times."""
    return {each.name: np.full(rows, float(each.likely)) for each in spreads}
