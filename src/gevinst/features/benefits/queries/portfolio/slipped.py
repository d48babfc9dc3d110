"""The business cases whose break-even has moved."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from gevinst.features.benefits.models import BusinessCase
from gevinst.features.benefits.queries.cases import CasesWanted, cases
from gevinst.features.benefits.queries.following.realised import followed_case
from gevinst.features.benefits.queries.portfolio.sums import ZERO
from gevinst.shared.actor import Actor

MOST_CASES = 100


class SlippedCase(NamedTuple):
    """A business case whose break-even has moved: months later, None where it is lost."""

    case: BusinessCase
    months: Decimal | None


def slipped_cases(
    actor: Actor, authorities: Iterable[int] | None, today: date
) -> list[SlippedCase]:
    """The cases with actual amounts whose break-even is later than planned, or lost."""
    found = cases(actor, CasesWanted()).filter(actuals__isnull=False).distinct()
    if authorities is not None:
        found = found.filter(authority__in=authorities)
    slipped = []
    for case in found[:MOST_CASES]:
        followed = followed_case(case, today)
        if followed is None:
            continue
        held = followed.realised.slippage
        lost = held.expected is not None and held.actual is None
        if lost or (held.months or ZERO) > 0:
            slipped.append(SlippedCase(case, held.months))
    return slipped
