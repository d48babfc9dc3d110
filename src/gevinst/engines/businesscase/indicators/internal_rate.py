"""The internal rate of return: every rate at which a series of years is worth nothing today."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from gevinst.engines.businesscase.indicators.roots import positive_roots
from gevinst.engines.businesscase.notes import Note

_PLACES = Decimal("1e-12")


@dataclass(frozen=True, slots=True)
class InternalRate:
    """`rate` is the one rate (0-1), None where there is none or several; `rates` has all, rising."""

    rate: Decimal | None
    rates: tuple[Decimal, ...]
    notes: tuple[Note, ...] = ()


def irr(net: Sequence[Decimal]) -> InternalRate:
    """The rates above -100 % at which the present value of the yearly net is zero.

    A series that changes sign more than once can have several; then none of them is "the" rate.

    >>> irr([Decimal(-100), Decimal(60), Decimal(60)]).rate
    Decimal('0.130662386292')
    >>> [str(rate.normalize()) for rate in irr([Decimal(-100), Decimal(230), Decimal(-132)]).rates]
    ['0.1', '0.2']
    >>> irr([Decimal(5), Decimal(5)]).notes[0].code
    'no-internal-rate'
    """
    rates = tuple(sorted((1 / root - 1).quantize(_PLACES) for root in positive_roots(net)))
    if len(rates) == 1:
        return InternalRate(rates[0], rates)
    if not rates:
        message = "No rate makes the present value zero: show the present value instead."
        return InternalRate(None, rates, (Note("no-internal-rate", message),))
    message = f"{len(rates)} rates make the present value zero: show the present value instead."
    return InternalRate(None, rates, (Note("several-internal-rates", message, {"rates": rates}),))
