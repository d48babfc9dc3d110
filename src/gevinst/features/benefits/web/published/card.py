"""A published case as a card of the overview."""

from __future__ import annotations

from dataclasses import dataclass

from gevinst.engines.businesscase.readiness.template_parts import Headline
from gevinst.features.benefits.publishing.score import ScoreView, basis_kind, score_view
from gevinst.features.benefits.publishing.words import KINDS, STATUSES, status_kind, word
from gevinst.features.benefits.queries.published import Published


@dataclass(frozen=True, slots=True)
class Card:
    """A published case in the overview."""

    slug: str
    title: str
    summary: str
    authorities: str
    facts: tuple[str, ...]
    score: tuple[ScoreView, ...]
    headline: Headline | None
    headline_kind: str
    status: str
    status_kind: str
    figures: int


def card_of(one: Published) -> Card:
    """The card of a case."""
    case, story = one.known.case, one.known.told
    headline = story.benefits[0] if story.benefits else None
    return Card(
        slug=one.slug,
        title=case.title,
        summary=case.summary,
        authorities=", ".join(story.facts.authorities),
        facts=tuple(
            text for text in (case.technology, case.field_of_work, word(KINDS, case.kind)) if text
        ),
        score=tuple(score_view(each) for each in story.score),
        headline=headline,
        headline_kind=basis_kind(headline.basis) if headline else "",
        status=word(STATUSES, one.known.status),
        status_kind=status_kind(one.known.status),
        figures=len(case.published),
    )
