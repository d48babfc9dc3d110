"""One entry of a file of checks as the check it asks for."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from gevinst.engines.businesscase.figures.interval import Interval
from gevinst.engines.businesscase.figures.published import Published
from gevinst.engines.businesscase.figures.reading import read as read_figure
from gevinst.engines.businesscase.figures.verdict import Check

GIVEN = ("reproduces", "how", "computed", "computed_interval", "power", "deviation")


def as_check(each: Mapping[str, Any]) -> Check:
    """The check of one object of the file; its verdict and computed value are not looked at."""
    inputs: dict[str, Any] = dict(each.get("inputs") or {})
    intervals = {
        name: _interval(ends)
        for name, ends in (each.get("input_intervals") or {}).items()
        if _is_pair(ends) and not isinstance(inputs.get(name), list)
    }
    published, tolerance = _published(each.get("published"), each.get("tolerance"))
    return Check(
        formula=str(each.get("formula") or ""),
        inputs=inputs,
        published=published,
        tolerance=tolerance,
        intervals=intervals,
        assumptions=_assumptions(each.get("assumptions")),
        circular=bool(each.get("circular")),
        figure=str(each.get("figure") or ""),
        unit=str(each.get("unit") or ""),
    )


def _published(published: Any, tolerance: Any) -> tuple[Any, Any]:
    """Where no tolerance is given, half a unit of the last printed digit is."""
    if isinstance(published, str):
        published, own = _from_text(published)
        return published, own if tolerance is None else tolerance
    if tolerance is None:
        return published, _half_unit(published)
    return published, tolerance


def _from_text(text: str) -> tuple[Any, Any]:
    try:
        figure = read_figure(text)
    except ValueError:
        return text, 0
    assert isinstance(figure, Published)
    return figure.value, figure.last_digit / 2


def _half_unit(published: Any) -> Any:
    if isinstance(published, list):
        return [_half_unit(part) for part in published]
    if isinstance(published, Decimal):
        return Decimal("0.5").scaleb(int(published.as_tuple().exponent))
    return 0


def _interval(ends: Any) -> Interval:
    low, high = (Decimal(str(end)) for end in ends)
    return Interval(min(low, high), max(low, high))


def _is_pair(ends: Any) -> bool:
    return isinstance(ends, list) and len(ends) == 2 and None not in ends  # noqa: PLR2004


def _assumptions(given: Any) -> tuple[str, ...]:
    if isinstance(given, str):
        return (given,) if given else ()
    return tuple(str(each) for each in given or ())
