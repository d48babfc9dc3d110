"""The risks that the gaps in the check propose for the risk pool."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from decimal import Decimal

from gevinst.engines.businesscase.readiness.answers import MISSING, Answers, relevant_themes
from gevinst.engines.businesscase.readiness.theme import Theme
from gevinst.engines.businesscase.readiness.themes import themes


@dataclass(frozen=True, slots=True)
class ProposedRisk:
    """A risk for the pool: probability 0-1, consequence as a share of the investment 0-1."""

    code: str
    title: str
    theme: str
    category: str
    probability: Decimal
    share: Decimal

    def consequence(self, investment: Decimal) -> Decimal:
        """The consequence in DKK for an investment in DKK, unrounded.

        Raises `ValueError` for a negative investment.
        """
        if investment < 0:
            raise ValueError(f"an investment of {investment} DKK; write 0 or more")
        return investment * self.share


def proposed_risks(
    answers: Answers,
    *,
    not_relevant: Collection[str] = (),
    held: Sequence[Theme] | None = None,
) -> tuple[ProposedRisk, ...]:
    """A risk for every question that is answered 0 (missing), in the order of the check.

    Raises `ValueError` as `readiness`.

    >>> (risk,) = proposed_risks({"technology.data.quality": 0, "technology.data.effort": 1})
    >>> risk.code, risk.probability, risk.consequence(Decimal(1_000_000))
    ('readiness.technology.data.quality', Decimal('0.40'), Decimal('200000.00'))
    """
    relevant = relevant_themes(themes() if held is None else held, not_relevant, answers)
    return tuple(
        ProposedRisk(
            code=f"readiness.{question.code}",
            title=question.risk.title,
            theme=theme.code,
            category=theme.category,
            probability=question.risk.probability,
            share=question.risk.share,
        )
        for theme in relevant
        for question in theme.questions
        if answers.get(question.code) == MISSING
    )
