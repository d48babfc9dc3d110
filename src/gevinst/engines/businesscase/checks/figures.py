"""Published figures against each other and against what the case comes to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from gevinst.engines.businesscase.calculus.result import Result
from gevinst.engines.businesscase.checks.codes import note
from gevinst.engines.businesscase.model.published_figure import PublishedFigure
from gevinst.engines.businesscase.notes import Note

SCALES = {"mio": Decimal(1_000_000), "t.kr": Decimal(1000)}
PER_YEAR = re.compile(r"/\s*(year|år)\b|per year|a year|årlig", re.IGNORECASE)
NEAR = Decimal("0.02")


def in_dkk(figure: PublishedFigure) -> Decimal | None:
    """A figure's amount in DKK; None for what is not money."""
    if "DKK" not in figure.unit and "kr" not in figure.unit.lower():
        return None
    if not isinstance(figure.value, Decimal):
        return None
    scale = next((by for word, by in SCALES.items() if word in figure.unit.lower()), Decimal(1))
    return figure.value * scale


def cumulative_as_annual(result: Result) -> Iterator[Note]:
    """A yearly amount that no year comes to, and the sum of some years does (trap 1)."""
    for figure in result.case.published:
        amount = in_dkk(figure)
        if amount is None or not amount or not PER_YEAR.search(figure.unit):
            continue
        years = (*result.net, *result.gain, *result.cost)
        if any(near(amount, each) for each in years):
            continue
        sums = dict(zip(result.years, result.cumulative, strict=True))
        reached = [year for year, total in sums.items() if near(amount, total)]
        if reached:
            yield note(
                "cumulative-as-annual",
                f"{figure.title}: {figure.value} {figure.unit} is the sum to the end of {reached[0]}.",
                f"{figure.title}: {figure.value} {figure.unit} er summen til og med {reached[0]}.",
                figure=figure.id,
                year=reached[0],
            )


def different_windows(result: Result) -> Iterator[Note]:
    """Figures from one line of the source that cover different years (trap 2)."""
    windows: dict[tuple[str, int], list[PublishedFigure]] = {}
    for figure in result.case.published:
        if figure.window is not None and figure.source.line:
            windows.setdefault((figure.source.document, figure.source.line), []).append(figure)
    for (_, line), figures in windows.items():
        if len({figure.window for figure in figures}) > 1:
            told = "; ".join(f"{each.title} {each.window}" for each in figures)
            names = tuple(each.id for each in figures)
            yield note(
                "different-windows",
                f"Line {line} tells of different years: {told}.",
                f"Linje {line} fortæller om forskellige år: {told}.",
                figures=names,
            )


def near(one: Decimal, other: Decimal) -> bool:
    """Whether two amounts differ by less than a fiftieth."""
    return abs(one - other) <= NEAR * abs(one)
