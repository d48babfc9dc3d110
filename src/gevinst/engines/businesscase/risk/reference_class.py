"""Reference class forecasting: what comparable projects came to, against what had been estimated for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from gevinst.engines.businesscase.notes import Note
from gevinst.engines.businesscase.risk.overrun_classes import OwnRegister, PublicClass

OWN_ENOUGH = 20
SHARES = (Decimal("0.50"), Decimal("0.80"), Decimal("0.95"))


@dataclass(frozen=True, slots=True)
class Forecast:
    """The amounts (unit of the estimate) at P50, P80, P95 and the cap, their ratios, and the class used.

    `n` is the projects of one's own register, None where a public class was used; the first note says why.
    """

    p50: Decimal
    p80: Decimal
    p95: Decimal
    cap: Decimal
    ratios: tuple[Decimal, Decimal, Decimal, Decimal]
    used: str
    n: int | None
    notes: tuple[Note, ...]


def forecast(
    estimate: Decimal, own: OwnRegister, public: PublicClass, enough: int = OWN_ENOUGH
) -> Forecast:
    """The estimate at the ratios of one's own register of `enough` projects, else of the public class.

    Overruns have a heavy tail, so quantiles and a cap scenario are given and no mean +- deviation. The
    first note says which class was used and why. Raises `ValueError` for an estimate that is not above 0.
    Source: reference class forecasting (Flyvbjerg); the limit of 20 is our own.

    >>> points = ((Decimal("0.5"), Decimal(1)), (Decimal("0.95"), Decimal("1.9")))
    >>> public = PublicClass("it", points, Decimal("5.47"), "study")
    >>> told = forecast(Decimal(100), OwnRegister("own", ()), public)
    >>> told.p80, told.cap, told.notes[0].code
    (Decimal('160.0'), Decimal('547.00'), 'public-class-used')
    """
    if estimate <= 0:
        raise ValueError(f"an estimate of {estimate}: give an amount above 0")
    mine = len(own.ratios) >= enough
    used: OwnRegister | PublicClass = own if mine else public
    p50, p80, p95 = (used.ratio(share) for share in SHARES)
    ratios = (p50, p80, p95, used.cap)
    low, middle, high, cap = (estimate * ratio for ratio in ratios)
    notes = (_why(own, public, enough), *([] if mine else _beyond(public)))
    return Forecast(
        low, middle, high, cap, ratios, used.name, len(own.ratios) if mine else None, notes
    )


def share_over(ratios: Sequence[Decimal], overrun: Decimal) -> Decimal:
    """The share (0-1) of projects that came out above 1 + `overrun` times their estimate; 0 of none.

    >>> share_over([Decimal("0.9"), Decimal("1.6"), Decimal("5.47"), Decimal(1)], Decimal("0.5"))
    Decimal('0.5')
    """
    over = sum(ratio > 1 + overrun for ratio in ratios)
    return Decimal(over) / len(ratios) if ratios else Decimal(0)


def _why(own: OwnRegister, public: PublicClass, enough: int) -> Note:
    """Which class was used and why."""
    n = len(own.ratios)
    facts = {"n": n, "enough": enough, "own": own.name, "public": public.name}
    if n >= enough:
        message = f"{own.name} holds {n} finished projects, at least {enough}: it is used."
        return Note("own-class-used", message, facts)
    message = f"{own.name} holds {n} of {enough} finished projects: {public.name} is used ({public.source})."
    return Note("public-class-used", message, facts)


def _beyond(public: PublicClass) -> list[Note]:
    """The note on quantiles that the public class does not reach."""
    beyond = [share for share in SHARES if not public.reaches(share)]
    if not beyond:
        return []
    names = ", ".join(f"P{share * 100:.0f}" for share in beyond)
    message = f"{public.name} publishes nothing for {names}: its next higher ratio stands in."
    return [Note("quantile-not-published", message, {"shares": tuple(beyond)})]
