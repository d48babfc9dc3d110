"""A price in tiers: how an amount follows a volume from one tier to the next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    FloatArray: TypeAlias = npt.NDArray[np.float64]
from gevinst.engines.businesscase.estimators.volume import Volume


@dataclass(frozen=True, slots=True)
class Tier:
    """The price of a unit from this volume on (units above `above`)."""

    above: Decimal
    price: Decimal


@dataclass(frozen=True, slots=True)
class Tiered:
    """A price that changes with the volume: for the units of each tier, or for all units at once.

    `graduated`: the units within each tier cost the tier's price. `whole`: every unit costs the price
    of the tier that the volume reaches. Raises `ValueError` for tiers that do not rise from 0.

    >>> tiers = (Tier(Decimal(0), Decimal(10)), Tier(Decimal(100), Decimal(7)))
    >>> Tiered(tiers).at(Decimal(150)), Tiered(tiers, "whole").at(Decimal(150))
    (Decimal('1350'), Decimal('1050'))
    """

    tiers: Sequence[Tier]
    kind: Literal["graduated", "whole"] = "graduated"

    def __post_init__(self) -> None:
        """The tiers begin at 0 and each begins above the one before."""
        starts = [tier.above for tier in self.tiers]
        if not starts or starts[0] != 0 or sorted(set(starts)) != starts:
            told = ", ".join(map(str, starts)) or "none"
            raise ValueError(f"tiers above {told}: let the first be above 0 and each next higher")

    def at(self, volume: Volume) -> Volume:
        """The amount of the volume; nothing for a volume of 0."""
        if isinstance(volume, Decimal):
            return self._graduated(volume) if self.kind == "graduated" else self._whole(volume)
        import numpy as np

        starts = np.array([float(tier.above) for tier in self.tiers])
        prices = np.array([float(tier.price) for tier in self.tiers])
        if self.kind == "whole":
            reached = np.maximum(np.searchsorted(starts, volume, side="left") - 1, 0)
            return np.asarray(prices[reached] * volume, dtype=np.float64)
        within = np.clip(volume[..., None] - starts, 0.0, np.append(np.diff(starts), np.inf))
        return np.asarray((within * prices).sum(axis=-1), dtype=np.float64)

    def _graduated(self, volume: Decimal) -> Decimal:
        """Each tier's units at its own price."""
        tops = [*(tier.above for tier in self.tiers[1:]), max(volume, self.tiers[-1].above)]
        within = (
            max(min(volume, top) - tier.above, Decimal(0)) * tier.price
            for tier, top in zip(self.tiers, tops, strict=True)
        )
        return sum(within, start=Decimal(0))

    def _whole(self, volume: Decimal) -> Decimal:
        """Every unit at the price of the highest tier that the volume is above."""
        reached = [tier for tier in self.tiers if tier.above < volume] or self.tiers[:1]
        return reached[-1].price * volume
