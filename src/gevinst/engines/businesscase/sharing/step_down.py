"""Shares that step down for good once a party has recouped, or the volume is passed."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate

from gevinst.engines.businesscase.sharing.sharing_rule import Parts, Sharing, SoFar


@dataclass(frozen=True, slots=True)
class StepDown:
    """`before` until a condition has been met, `after` from then on and never back.

    Met from the year after the party `recouped` ended a year with its cumulative net at 0 or above,
    having paid or gained; or in the year whose volume lies above `volume_above`; whichever comes first.
    Raises: ValueError where there is no condition.
    """

    before: Sharing
    after: Sharing
    recouped: str | None = None
    volume_above: Decimal | None = None

    def __post_init__(self) -> None:
        if self.recouped is None and self.volume_above is None:
            raise ValueError("a step-down needs a condition: a party that recoups, or a volume")

    def at(self, so_far: SoFar) -> Parts:
        """See `Sharing`. Raises `ValueError` where a volume is asked for and none is given."""
        return (self.after if self._met(so_far) else self.before).at(so_far)

    def _met(self, so_far: SoFar) -> bool:
        if self.volume_above is not None:
            if not so_far.volumes:
                raise ValueError(
                    f"a step-down waits for a volume above {self.volume_above}: give volumes"
                )
            if max(so_far.volumes) > self.volume_above:
                return True
        return self.recouped is not None and _recouped(self.recouped, so_far)


def _recouped(party: str, so_far: SoFar) -> bool:
    """Nothing paid and nothing gained is no pay-back: the years before the first movement do not count."""
    net, gross = (accumulate(table.get(party, ())) for table in (so_far.net, so_far.gross))
    return any(moved and running >= 0 for running, moved in zip(net, gross, strict=True))
