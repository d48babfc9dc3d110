"""Precision follows the size of the expenditure: which method an amount calls for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType

from gevinst.engines.businesscase.estimators.estimate import Estimate
from gevinst.engines.businesscase.notes import Note

# A judgement, then figures of one's own or of others, then prices asked for, then several methods together.
RANKS: Mapping[str, int] = MappingProxyType(
    {"three-point": 1, "projection": 2, "experience": 2, "market": 3, "triangulation": 4}
)


@dataclass(frozen=True, slots=True)
class Threshold:
    """From this amount on (DKK) a method of the rank of `method` or higher is called for.

    Raises `ValueError` for a method that is not ranked.
    """

    amount: Decimal
    method: str

    def __post_init__(self) -> None:
        """Only a ranked method can be called for."""
        if self.method not in RANKS:
            raise ValueError(
                f"the method {self.method!r} has no rank: use one of {', '.join(RANKS)}"
            )


# Our own choice, to be set by the authority; 15 mio. DKK is where the state asks for a risk assessment.
THRESHOLDS = (
    Threshold(Decimal(0), "three-point"),
    Threshold(Decimal(100_000), "experience"),
    Threshold(Decimal(1_000_000), "market"),
    Threshold(Decimal(15_000_000), "triangulation"),
)


def required_method(amount: Decimal, thresholds: Sequence[Threshold] = THRESHOLDS) -> str:
    """The method that an expenditure of this size (DKK, its sign ignored) calls for at least.

    Raises `ValueError` where no threshold reaches down to the amount.

    >>> required_method(Decimal(250_000)), required_method(Decimal(20_000_000))
    ('experience', 'triangulation')
    """
    reached = [one for one in thresholds if one.amount <= abs(amount)]
    if not reached:
        raise ValueError(f"no threshold reaches down to {abs(amount)}: give one that starts at 0")
    return max(reached, key=lambda one: one.amount).method


def precision(
    estimate: Estimate, amount: Decimal, thresholds: Sequence[Threshold] = THRESHOLDS
) -> Note | None:
    """The note where the estimate's method ranks below what the amount (DKK) calls for, else None.

    A total has no method of its own and is not judged: its lines are.

    >>> guess = Estimate(Decimal(2), Decimal(1), Decimal(1), Decimal(3), 1, "three-point-pert")
    >>> precision(guess, Decimal(2_000_000)).code
    'method-too-coarse'
    """
    required = required_method(amount, thresholds)
    rank = _rank(estimate.method)
    if rank is None or rank >= RANKS[required]:
        return None
    message = f"{amount} DKK is estimated by {estimate.method}; an amount of that size calls for {required}."
    facts = {"amount": amount, "method": estimate.method, "required": required}
    return Note("method-too-coarse", message, facts)


def _rank(method: str) -> int | None:
    """The rank of the family that the method belongs to (three-point-pert to three-point)."""
    return next((rank for name, rank in RANKS.items() if method.startswith(name)), None)
