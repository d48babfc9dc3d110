"""One question of the check as the page shows it: its options, and the risk of its gap."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from gevinst.engines.businesscase.readiness.answers_file import Answered
from gevinst.engines.businesscase.readiness.theme import Question
from gevinst.features.benefits.actions.following.gaps import risk_id
from gevinst.features.benefits.web.following.frame import Facts
from gevinst.features.benefits.web.following.readiness.answer_words import ANSWERS
from gevinst.features.benefits.web.following.readiness.question_words import QUESTIONS
from gevinst.features.benefits.web.following.readiness.risk_words import RISKS


def question_told(
    kept: Answered, one: Question, gaps: dict[str, Any], held: set[str], investment: Decimal | None
) -> Facts:
    """A question with its answer, its options, and the risk of its gap where it has one."""
    gap = gaps.get(f"readiness.{one.code}")
    given = kept.answers.get(one.code)
    return {
        "code": one.code,
        "id": one.code.replace(".", "-"),
        "text": QUESTIONS[one.code],
        "answer": given,
        "options": [(value, word, value == given) for value, word in reversed(ANSWERS.items())],
        "in_pool": risk_id(one.code) in held,
        "gap": gap
        and {
            "title": RISKS[one.code],
            "probability": gap.probability * 100,
            "share": gap.share * 100,
            "consequence": None if not investment else gap.consequence(investment),
        },
    }
