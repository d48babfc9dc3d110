"""What an amount follows: a volume, as one number or as an array of simulations."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias, TypeVar

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    FloatArray: TypeAlias = npt.NDArray[np.float64]

# numpy is imported where an array comes in: a case in decimals never waits for it.
Volume = TypeVar("Volume", Decimal, "FloatArray")
