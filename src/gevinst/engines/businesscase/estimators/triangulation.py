"""Triangulation: several estimates of one amount, weighted by how much each is believed."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from gevinst.engines.businesscase.estimators.decimals import decimal, root
from gevinst.engines.businesscase.estimators.estimate import Estimate, checked_weights, united
from gevinst.engines.businesscase.notes import Note

Part = tuple[Estimate, Decimal]
DISAGREEMENT_LIMIT = Decimal("0.25")


def triangulate(parts: Sequence[Part], limit: Decimal = DISAGREEMENT_LIMIT) -> Estimate:
    """The weighted sum of (estimate, weight) with the spread of the mixture of them.

    x = sum w x_i; variance = sum w (sd_i^2 + (x_i - x)^2), so that disagreement widens the spread.
    `low`/`high` reach from the lowest `low` to the highest `high` among parts with a weight. A disagreement
    index over `limit` (0-1) is noted. Raises `ValueError` for weights that do not sum to 1.
    Source: KL/Deloitte case analysis, estimation methods (weights by belief); mixture variance.

    >>> seen = Estimate(Decimal(100), Decimal(0), Decimal(90), Decimal(110), 5, "projection")
    >>> told = Estimate(Decimal(200), Decimal(0), Decimal(150), Decimal(250), 1, "market")
    >>> both = triangulate([(seen, Decimal("0.5")), (told, Decimal("0.5"))])
    >>> both.value, both.sd, both.notes[0].code
    (Decimal('150'), Decimal('50'), 'estimates-disagree')
    """
    checked_weights([weight for _, weight in parts], "a triangulation")
    mean, between = _moments(parts)
    within = sum((Fraction(w) * Fraction(part.sd) ** 2 for part, w in parts), start=Fraction(0))
    believed = [part for part, weight in parts if weight]
    return Estimate(
        decimal(mean),
        root(within + between),
        min(part.low for part in believed),
        max(part.high for part in believed),
        sum(part.n for part in believed),
        "triangulation",
        united([part.sources for part in believed]),
        (*(note for part in believed for note in part.notes), *_disagreeing(parts, limit)),
    )


def disagreement(parts: Sequence[Part]) -> Decimal:
    """The weighted spread between the parts over the size of their mean; infinite where the mean is 0.

    >>> seen = Estimate(Decimal(90), Decimal(1), Decimal(90), Decimal(90), 1, "market")
    >>> told = Estimate(Decimal(110), Decimal(1), Decimal(110), Decimal(110), 1, "three-point-pert")
    >>> disagreement([(seen, Decimal("0.5")), (told, Decimal("0.5"))])
    Decimal('0.1')
    """
    mean, between = _moments(parts)
    if not between:
        return Decimal(0)
    return root(between / mean**2) if mean else Decimal("Infinity")


def _moments(parts: Sequence[Part]) -> tuple[Fraction, Fraction]:
    """The weighted mean of the values, and the weighted square of their distance from it."""
    weighed = [(Fraction(part.value), Fraction(weight)) for part, weight in parts]
    mean = sum((w * x for x, w in weighed), start=Fraction(0))
    return mean, sum((w * (x - mean) ** 2 for x, w in weighed), start=Fraction(0))


def _disagreeing(parts: Sequence[Part], limit: Decimal) -> list[Note]:
    """The note over the limit."""
    index = disagreement(parts)
    if index <= limit:
        return []
    share = f"{index:.0%}" if index.is_finite() else "more than all"
    message = (
        f"The estimates lie {share} of their weighted mean apart, over {limit:.0%}: find out why."
    )
    values = tuple((part.method, part.value) for part, weight in parts if weight)
    return [Note("estimates-disagree", message, {"index": index, "limit": limit, "values": values})]
