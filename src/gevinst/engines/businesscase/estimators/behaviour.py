"""Cost behaviour: how an amount follows a volume, for one `Decimal` or for an array of simulations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    FloatArray: TypeAlias = npt.NDArray[np.float64]
from gevinst.engines.businesscase.estimators.tiered import Tiered
from gevinst.engines.businesscase.estimators.volume import Volume


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
