"""Market analysis: offers and dialogue with suppliers, as a trimmed mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from gevinst.engines.businesscase.estimators.decimals import decimal, root
from gevinst.engines.businesscase.estimators.estimate import Estimate
from gevinst.engines.businesscase.notes import Note

FEW_OFFERS = 3


@dataclass(frozen=True, slots=True)
class Offer:
    """What one supplier asks, and where that stands."""

    amount: Decimal
    source: str


def market(offers: Sequence[Offer], trim: Decimal = Decimal(0), few: int = FEW_OFFERS) -> Estimate:
    """The mean of the offers when the share `trim` (0 up to 0.5) is cut from each end.

    `low`/`high` are the lowest and highest of all offers, and `sd` is that of all of them, for an offer
    that is cut away is still an offer. Fewer than `few` offers and a trim that cuts none are noted.
    Raises `ValueError` for no offers or a trim outside 0-0.5.

    >>> offers = [Offer(Decimal(amount), "dialogue") for amount in (80, 100, 120, 400)]
    >>> trimmed = market(offers, Decimal("0.25"))
    >>> trimmed.value, trimmed.low, trimmed.high
    (Decimal('110'), Decimal('80'), Decimal('400'))
    """
    if not offers:
        raise ValueError("a market analysis of no offers: give one at least")
    if not 0 <= trim < Decimal("0.5"):
        raise ValueError(f"a trim of {trim}: give a share from 0 and below 0.5 to cut at each end")
    amounts = sorted(Fraction(offer.amount) for offer in offers)
    cut = int(len(amounts) * trim)
    kept = amounts[cut : len(amounts) - cut]
    return Estimate(
        decimal(sum(kept) / Fraction(len(kept))),
        _sd(amounts),
        min(offer.amount for offer in offers),
        max(offer.amount for offer in offers),
        len(offers),
        "market",
        tuple(dict.fromkeys(offer.source for offer in offers)),
        (*_few(len(offers), few), *_uncut(trim, cut, len(offers))),
    )


def _sd(amounts: Sequence[Fraction]) -> Decimal:
    """The standard deviation of a sample; 0 of one, about which nothing is known."""
    if len(amounts) == 1:
        return Decimal(0)
    mean = sum(amounts) / Fraction(len(amounts))
    return root(sum(((x - mean) ** 2 for x in amounts), start=Fraction(0)) / (len(amounts) - 1))


def _few(n: int, few: int) -> list[Note]:
    """The note on too few offers."""
    if n >= few:
        return []
    return [
        Note("few-offers", f"The market is seen through {n} of at least {few} offers.", {"n": n})
    ]


def _uncut(trim: Decimal, cut: int, n: int) -> list[Note]:
    """The note on a trim that is too small for so few offers."""
    if cut or not trim:
        return []
    message = f"A trim of {trim:%} cuts none of {n} offers: the mean is that of all."
    return [Note("trim-cuts-none", message, {"trim": trim, "n": n})]
