"""The ways in which a published figure was tried, as a reader sees them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from gevinst.engines.businesscase.model.case import Case
from gevinst.engines.businesscase.model.published_figure import PublishedFigure
from gevinst.engines.businesscase.proof import CheckOutcome, Finding
from gevinst.features.benefits.publishing.numbers import computed_words, with_places, with_unit
from gevinst.features.benefits.publishing.verdict_words import VERDICTS
from gevinst.features.benefits.publishing.words import word


@dataclass(frozen=True, slots=True)
class Tried:
    """One way in which a figure was tried: in words, by which formula over which inputs, what it gave."""

    id: str
    words: str
    formula: str
    inputs: str
    computed: str
    verdict: str
    verdict_word: str
    reading: str
    assumptions: tuple[str, ...]
    reason: str


def tried_view(case: Case, figure: PublishedFigure, outcome: CheckOutcome) -> Tried:
    """What one check of a figure came to, in words."""
    check = outcome.check
    reading = case.readings[check.reading].title if check.reading in case.readings else ""
    finding = {
        "yes": Finding.REPRODUCED,
        "ambiguous": Finding.ONLY_UNDER_A_READING,
        "no": Finding.NOT_REPRODUCIBLE,
        "implied": Finding.IMPLIED,
    }[outcome.reproduces.value]
    return Tried(
        id=check.id,
        words=check.words,
        formula=check.formula.text,
        inputs=", ".join(f"{name} = {_input(each)}" for name, each in check.inputs.items()),
        computed=outcome_words(figure, outcome),
        verdict=finding.value,
        verdict_word=word(VERDICTS, finding),
        reading=reading,
        assumptions=check.assumptions,
        reason=outcome.reason or outcome.fault,
    )


def _input(value: Decimal | tuple[Decimal, ...]) -> str:
    """A printed number that a formula takes, with the decimals that it has; lists with semicolons."""
    if isinstance(value, tuple):
        return "; ".join(map(_input, value))
    exponent = value.normalize().as_tuple().exponent
    return with_places(value, max(-int(exponent), 0))


def outcome_words(figure: PublishedFigure, outcome: CheckOutcome) -> str:
    """What a check came to, with the figure's unit where it is a value of the figure's kind."""
    told = computed_words(outcome.computed, figure.decimals)
    # Where a claim or a list is expected the answer is of another kind: yes, or the counts that fit.
    other = outcome.check.expects is not None or isinstance(outcome.computed, bool)
    return told if other else with_unit(told, figure.unit)
