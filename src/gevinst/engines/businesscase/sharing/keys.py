"""Keys to share by: fixed shares, or in proportion to volume, users, budget or benefit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from gevinst.engines.businesscase.sharing.shares import Shares
from gevinst.engines.businesscase.sharing.sharing_rule import Exact, parts
from gevinst.engines.money import split

Basis = Literal["fixed", "volume", "users", "budget_share", "benefit"]


@dataclass(frozen=True, slots=True)
class Key:
    """A key: for `fixed` the shares themselves, summing to 1; for the others each party's quantity.

    Raises: ValueError as `parts`, for a quantity below zero, and where all are zero.
    """

    basis: Basis
    quantities: Mapping[str, Exact]

    def __post_init__(self) -> None:
        if self.basis == "fixed":
            parts(self.quantities)
        exact = [Fraction(each) for each in self.quantities.values()]
        if min(exact, default=-1) < 0 or not any(exact):
            raise ValueError(
                f"the key {self.basis}: give quantities of at least 0, and not all of them 0"
            )

    @property
    def parts(self) -> dict[str, Fraction]:
        """Each party's share, 0-1, exact."""
        exact = {party: Fraction(each) for party, each in self.quantities.items()}
        whole = sum(exact.values(), Fraction(0))
        return {party: each / whole for party, each in exact.items()}

    @property
    def shares(self) -> Shares:
        """The same share in every year."""
        return Shares((self.parts,))

    def allocate(self, amount: Decimal, places: int = 2) -> dict[str, Decimal]:
        """The amount in parts that sum to it exactly, `places` decimals.

        >>> cases = Key("volume", {"Sønderborg": 1000, "Vejen": 1150, "Fredensborg": 400})
        >>> [str(each) for each in cases.allocate(Decimal("3.723"), 3).values()]
        ['1.460', '1.679', '0.584']
        """
        return split(amount, self.parts, places)
