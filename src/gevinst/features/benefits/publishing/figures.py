"""Published figures as a reader sees them: printed value, what it comes to, the verdict, the source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gevinst.engines.businesscase.model.case import Case
from gevinst.engines.businesscase.proof import FigureProof
from gevinst.features.benefits.publishing.numbers import printed_words
from gevinst.features.benefits.publishing.sources import place_of, source_words
from gevinst.features.benefits.publishing.tried import Tried, outcome_words, tried_view
from gevinst.features.benefits.publishing.verdict_words import VERDICT_MEANINGS, VERDICTS
from gevinst.features.benefits.publishing.words import STATUSES, status_kind, word


@dataclass(frozen=True, slots=True)
class FigureView:
    """A published figure ready to be shown; `verdict` is a code, `place` the anchor of its source."""

    id: str
    title: str
    printed: str
    computed: str
    kind: str
    status: str
    verdict: str
    verdict_word: str
    meaning: str
    reason: str
    window: str
    source: str
    place: str
    tried: tuple[Tried, ...]


def figure_views(case: Case, proofs: Sequence[FigureProof]) -> list[FigureView]:
    """The published figures in the order of the file."""
    return [_view(case, each) for each in proofs]


def _view(case: Case, proof: FigureProof) -> FigureView:
    figure = proof.figure
    return FigureView(
        id=figure.id,
        title=figure.title,
        printed=printed_words(figure),
        computed="–" if proof.best is None else outcome_words(figure, proof.best),
        kind=status_kind(figure.status),
        status=word(STATUSES, figure.status),
        verdict=proof.verdict.value,
        verdict_word=word(VERDICTS, proof.verdict),
        meaning=word(VERDICT_MEANINGS, proof.verdict),
        reason=proof.reason,
        window=f"{figure.window[0]}–{figure.window[1]}" if figure.window else "",
        source=source_words(figure.source),
        place=place_of(figure.source),
        tried=tuple(tried_view(case, figure, each) for each in proof.outcomes),
    )
