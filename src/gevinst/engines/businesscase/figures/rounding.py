"""Rounding a worked-out figure: a quotient carried to 50 digits must not round by its last ones."""

from __future__ import annotations

from decimal import ROUND_DOWN, ROUND_HALF_EVEN, Context, Decimal
from typing import Any

# A third times three is 0.999..., 50 nines: seen at 40 digits it is the 1 that is meant.
_MEANT = Context(prec=40, rounding=ROUND_HALF_EVEN)
_WIDE = Context(prec=3000)


def rounded(value: Decimal, places: int, mode: str) -> Decimal:
    """`value` at `places` decimals by a rounding of the `decimal` module.

    >>> from decimal import ROUND_HALF_UP
    >>> rounded(Decimal("1.045"), 2, ROUND_HALF_UP), rounded(Decimal(23598), -2, ROUND_HALF_UP)
    (Decimal('1.05'), Decimal('2.36E+4'))
    """
    return _MEANT.plus(value).quantize(Decimal(1).scaleb(-places), mode, context=_WIDE)


def rounded_array(values: Any, places: int, mode: str) -> Any:
    """The same over a numpy array, where a float just short of a half counts as the half."""
    import numpy as np

    scaled = np.asarray(values, dtype=float) * 10.0**places
    near = np.round(scaled * 2) / 2
    scaled = np.where(np.isclose(scaled, near, rtol=1e-12, atol=0), near, scaled)
    return _ARRAY.get(mode, lambda x: np.sign(x) * np.floor(np.abs(x) + 0.5))(scaled) / 10.0**places


def _by(name: str) -> Any:
    def apply(values: Any) -> Any:
        import numpy as np

        return getattr(np, name)(values)

    return apply


_ARRAY = {
    ROUND_DOWN: _by("trunc"),
    ROUND_HALF_EVEN: _by("round"),
    "ROUND_FLOOR": _by("floor"),
    "ROUND_CEILING": _by("ceil"),
}
