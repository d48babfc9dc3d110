"""What a case came to: the result of holding its actual amounts against a version."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from gevinst.engines.businesscase.calculus.deviations import Explained
from gevinst.engines.businesscase.calculus.realised import Realised, realised
from gevinst.engines.businesscase.calculus.result import Result
from gevinst.features.benefits.models import BusinessCase, CaseVersion
from gevinst.features.benefits.queries.cases.results import evaluated
from gevinst.features.benefits.queries.following.actuals import Known, actuals_of, held_versions
from gevinst.features.benefits.queries.following.amounts import amounts_of, why_of
from gevinst.features.benefits.queries.following.ledger import entries_of, ledger_of
from gevinst.features.benefits.queries.following.pool import pool_standing
from gevinst.features.benefits.readiness_models import PoolMove

ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class FollowedCase:
    """A case followed against a version (None: against the draft), and against the original where it differs.

    `known` is the newest actual by line and year, then by term ("" is DKK); `why` what the terms tell.
    """

    held_against: CaseVersion | None
    original: CaseVersion | None
    result: Result
    realised: Realised
    from_original: Realised | None
    known: Known
    why: tuple[Explained, ...]


def followed_case(case: BusinessCase, on: date) -> FollowedCase | None:
    """The case against what came; None where the text that it is held against cannot be worked out."""
    now, original = held_versions(case)
    result = evaluated(now.text if now else case.text).result
    if result is None:
        return None
    known = actuals_of(case)
    amounts = amounts_of(result, known)
    first = evaluated(original.text).result if original and original != now else None
    standing = pool_standing(case, on)
    pool = standing.ledger.moved("set-aside", on) or standing.pool.total
    drawn = drawn_by_line(case, on)
    return FollowedCase(
        held_against=now,
        original=original,
        result=result,
        realised=realised(result, amounts, pool=pool, drawn=drawn),
        from_original=realised(first, amounts, pool=pool, drawn=drawn) if first else None,
        known=known,
        why=tuple(why_of(result, known)),
    )


def drawn_by_line(case: BusinessCase, on: date) -> dict[str, Decimal]:
    """What the pool has paid by cost line (DKK), of draws that name one."""
    found: dict[str, Decimal] = {}
    for one in entries_of(case):
        if one.kind == PoolMove.DRAW and one.line and one.day <= on:
            found[one.line] = found.get(one.line, ZERO) + one.amount
    return found


def drawn(case: BusinessCase, on: date) -> Decimal:
    """All that is drawn from the pool by the end of the day (DKK)."""
    return ledger_of(case).moved("draw", on)
