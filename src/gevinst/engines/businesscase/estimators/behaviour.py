"""Cost behaviour: how an amount follows a volume, for one `Decimal` or for an array of simulations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal
from typing import TYPE_CHECKING, Literal, TypeAlias, TypeVar

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    FloatArray: TypeAlias = npt.NDArray[np.float64]

# numpy is imported where an array comes in: a case in decimals never waits for it.
Volume = TypeVar("Volume", Decimal, "FloatArray")


@dataclass(frozen=True, slots=True)
class Fixed:
    """The same amount at every volume.

    >>> Fixed(Decimal(252)).at(Decimal(400))
    Decimal('252')
    """

    amount: Decimal

    def at(self, volume: Volume) -> Volume:
        """The amount, in the shape of the volume."""
        if isinstance(volume, Decimal):
            return self.amount
        import numpy as np

        return np.full(volume.shape, float(self.amount))


@dataclass(frozen=True, slots=True)
class Variable:
    """A price for every unit of volume.

    >>> Variable(Decimal("2.5")).at(Decimal(40))
    Decimal('100.0')
    """

    price: Decimal

    def at(self, volume: Volume) -> Volume:
        """Price times volume."""
        if isinstance(volume, Decimal):
            return self.price * volume
        return volume * float(self.price)


@dataclass(frozen=True, slots=True)
class Step:
    """A price for every begun block of `size` units: one more robot for every 100 citizens.

    Raises `ValueError` for a block that is not above 0.

    >>> Step(Decimal(100), Decimal(5000)).at(Decimal(201))
    Decimal('15000')
    """

    size: Decimal
    price: Decimal

    def __post_init__(self) -> None:
        """A block holds something."""
        if self.size <= 0:
            raise ValueError(f"a block of {self.size} units: give a size above 0")

    def at(self, volume: Volume) -> Volume:
        """Begun blocks times their price."""
        if isinstance(volume, Decimal):
            return (volume / self.size).to_integral_value(ROUND_CEILING) * self.price
        import numpy as np

        # A float a hair above a whole number of blocks has not begun the next.
        blocks = np.ceil(np.round(volume / float(self.size), 9))
        return np.asarray(blocks * float(self.price), dtype=np.float64)


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


Behaviour: TypeAlias = Fixed | Variable | Step | Tiered


def amount(parts: Sequence[Behaviour], volume: Volume) -> Volume:
    """The sum of the parts at the volume: a fixed licence and a price a citizen are two parts.

    Raises `ValueError` for no parts.

    >>> amount([Fixed(Decimal(100)), Variable(Decimal(2))], Decimal(30))
    Decimal('160')
    """
    if not parts:
        raise ValueError("a cost of no parts: give one behaviour at least")
    result = parts[0].at(volume)
    for part in parts[1:]:
        result = result + part.at(volume)
    return result
