"""What the inputs of a case come to, also those that somebody has changed by hand."""

from __future__ import annotations

from gevinst.features.benefits.estimating.inputs import METHODS, TRIANGULATION, Inputs
from gevinst.features.benefits.estimating.methods import work_out
from gevinst.features.benefits.estimating.worked import Worked
from gevinst.features.benefits.queries.estimates.prices import rates_of
from gevinst.features.benefits.web.cases.typed.numbers import shown_number
from gevinst.features.benefits.web.estimates import method_words as words
from gevinst.features.benefits.web.estimates.place import Place


def work_out_here(place: Place, inputs: Inputs) -> Worked:
    """The estimate of the inputs beside those that are kept. Raises `ValueError`."""
    rates = rates_of(place.case.text)
    return work_out({**place.kept, place.method: inputs}, place.method, rates)


def worked_if_fit(place: Place, inputs: Inputs) -> Worked | None:
    """What kept inputs come to; None where somebody has made them unfit by hand."""
    try:
        return work_out_here(place, inputs)
    except (ValueError, ArithmeticError, KeyError, TypeError, AttributeError):
        return None


def others(place: Place) -> list[tuple[str, ...]]:
    """What each kept method comes to, for the table of a triangulation."""
    if place.method != TRIANGULATION:
        return []
    rates = rates_of(place.case.text)
    found: list[tuple[str, ...]] = []
    for name in place.kept:
        if name == TRIANGULATION or name not in METHODS:
            continue
        try:
            worked = work_out(place.kept, name, rates)
            three = (shown_number(each) for each in worked.three)
            found.append((str(words.METHODS[name]), *three, str(worked.estimate.n)))
        except (ValueError, ArithmeticError, KeyError, TypeError, AttributeError):
            continue
    return found
