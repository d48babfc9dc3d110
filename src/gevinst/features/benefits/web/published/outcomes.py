"""What a case comes to as it stands and under each reading, as cells and rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from django.utils.translation import gettext as _

from gevinst.engines.businesscase.calculus.result import Result
from gevinst.features.benefits.charts.case_chart import money, reading_name
from gevinst.features.benefits.publishing.sections import (
    years_words,
)
from gevinst.shared.templatetags.gevinst import number


class Outcome(NamedTuple):
    """What the case comes to under one reading."""

    name: str
    letter: str
    title: str
    reason: str
    cells: tuple[tuple[str, str], ...]


def outcomes(results: Mapping[str, Result]) -> list[Outcome]:
    """The case as it stands and under each reading, in the same cells."""
    return [_outcome(at, name, result) for at, (name, result) in enumerate(results.items())]


def outcome_rows(found: Sequence[Outcome]) -> list[tuple[str, list[str]]]:
    """The same as rows: a figure, and what it is under each reading."""
    terms = [term for term, _text in found[0].cells]
    return [(term, [each.cells[at][1] for each in found]) for at, term in enumerate(terms)]


def _outcome(at: int, name: str, result: Result) -> Outcome:
    reading = result.case.readings.get(name)
    roi, turn, payback = result.roi(), result.break_even(), result.payback()
    never = _("not within the years")
    cells = (
        (_("Net over the years"), money(result.total)),
        (_("Gains"), money(sum(result.gain, Decimal(0)))),
        (_("Costs"), money(sum(result.cost, Decimal(0)))),
        (_("ROI"), "–" if roi is None else f"{number(100 * roi, 1)} %"),
        (_("Earned back"), never if turn is None else str(turn.year)),
        (_("Payback"), years_words(payback)),
    )
    title = reading.title if reading else _("As the case stands")
    return Outcome(name, reading_name(at), title, reading.reason if reading else "", cells)
