"""The verdict on a published figure: the best outcome among its checks decides, and all are kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final

from gevinst.engines.businesscase.figures.power import Power
from gevinst.engines.businesscase.figures.verdict import How, Reproduces
from gevinst.engines.businesscase.model.published_figure import PublishedFigure
from gevinst.engines.businesscase.proof.outcome import CheckOutcome, judged
from gevinst.engines.businesscase.proof.workings import Workings


class Finding(StrEnum):
    """What is found of a published figure."""

    REPRODUCED = "reproduced"
    ONLY_UNDER_A_READING = "only_under_a_reading"
    NOT_REPRODUCIBLE = "not_reproducible"
    IMPLIED = "implied"


_FOUND: Final[Mapping[Reproduces, Finding]] = {
    Reproduces.YES: Finding.REPRODUCED,
    Reproduces.AMBIGUOUS: Finding.ONLY_UNDER_A_READING,
    Reproduces.NO: Finding.NOT_REPRODUCIBLE,
    Reproduces.IMPLIED: Finding.IMPLIED,
}
_RANK = tuple(_FOUND)
# A number that was solved from the figure itself proves least, so it comes last among hits.
_GROUNDS = (*(how for how in How if how is not How.SOLVED_FOR), How.SOLVED_FOR)


@dataclass(frozen=True, slots=True)
class FigureProof:
    """A published figure with the outcome of each of its checks, and what the best of them comes to.

    `computed`, `deviation` (computed less printed) and `power` are the best outcome's; None without checks.
    """

    figure: PublishedFigure
    outcomes: tuple[CheckOutcome, ...]
    verdict: Finding
    best: CheckOutcome | None
    reason: str

    @property
    def computed(self) -> Any:
        """What the best check comes to."""
        return None if self.best is None else self.best.computed

    @property
    def deviation(self) -> Decimal | None:
        """Computed less printed."""
        return None if self.best is None else self.best.deviation

    @property
    def power(self) -> Power | None:
        """How much the best check proves."""
        return None if self.best is None else self.best.power


def figure_proof(figure: PublishedFigure, workings: Workings) -> FigureProof:
    """The verdict on one figure; one that was not printed is implied."""
    outcomes = tuple(judged(figure, check, workings) for check in figure.checks)
    best = best_of(outcomes)
    verdict = Finding.NOT_REPRODUCIBLE if best is None else _FOUND[best.reproduces]
    if figure.value is None:
        verdict = Finding.IMPLIED
    said = "" if best is None else best.reason or best.fault
    return FigureProof(figure, outcomes, verdict, best, figure.reason or said)


def best_of(outcomes: Sequence[CheckOutcome]) -> CheckOutcome | None:
    """The outcome that decides: yes before ambiguous before no, then points, then the nearest."""
    return min(outcomes, key=_order, default=None)


def _order(outcome: CheckOutcome) -> tuple[int, int, Decimal]:
    deviation = Decimal(0) if outcome.deviation is None else abs(outcome.deviation)
    return _RANK.index(outcome.reproduces), _GROUNDS.index(outcome.how), deviation
