"""Whether a value is a hit: against every true value that the printed figure stands for."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from gevinst.engines.businesscase.figures.display import Display, Qualifier
from gevinst.engines.businesscase.figures.hits import hits
from gevinst.engines.businesscase.figures.interval import Interval
from gevinst.engines.businesscase.figures.matching import matches, overlaps
from gevinst.engines.businesscase.figures.published import Published
from gevinst.engines.businesscase.figures.tolerance import scalar
from gevinst.engines.businesscase.model.published_figure import Check, PublishedFigure


def expected(figure: PublishedFigure, check: Check) -> Any:
    """What the check's formula should give: its own `expects`, else the printed figure."""
    return figure.value if check.expects is None else check.expects


def hit(
    figure: PublishedFigure, check: Check, computed: Any, swept: tuple[Interval, ...]
) -> tuple[bool, bool]:
    """Whether the value, and whether its interval, meets the printed figure."""
    told, number = standing_for(figure, check), scalar(computed)
    if told is None:
        wanted, tolerance = expected(figure, check), check.tolerance or 0
        point = matches(computed, wanted, tolerance)
        return point, point or overlaps(swept, wanted, tolerance)
    if number is None:
        return False, False
    found = hits(number, swept[0] if swept else None, told)
    return found.point, found.interval


def standing_for(figure: PublishedFigure, check: Check) -> Interval | None:
    """Every true value the printed figure stands for; None where a tolerance or another value is given."""
    given = check.expects is not None or check.tolerance is not None
    if given or figure.value is None or isinstance(figure.value, bool):
        return None
    if not isinstance(figure.value, tuple):
        return _published(figure, figure.value).interval()
    low, *high = figure.value
    is_range = figure.qualifier == Qualifier.RANGE and len(high) == 1
    return _published(figure, low, high[0]).interval() if is_range else None


def _published(figure: PublishedFigure, value: Decimal, high: Decimal | None = None) -> Published:
    return Published(
        value,
        figure.decimals,
        Qualifier(figure.qualifier),
        figure.unit,
        high,
        Display(figure.display),
    )
