"""The bias seen in projects of a kind at a stage, and the areas it comes from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Uplift:
    """The bias seen in projects of a category at a stage: rates (0.41 is 41 %) of cost, duration and benefit.

    `cost` and `duration` are added, `benefit` is the shortfall that is taken off; `floor` is the share
    (0-1) of each that stays however well the risks are managed. Raises `ValueError` for a rate below 0,
    a shortfall or floor above 1.
    """

    category: str
    stage: str
    cost: Decimal
    duration: Decimal
    benefit: Decimal
    source: str
    floor: Decimal = Decimal(0)

    def __post_init__(self) -> None:
        """The rates can be used."""
        where = f"the uplift of {self.category}, {self.stage}"
        if min(self.cost, self.duration, self.benefit, self.floor) < 0:
            raise ValueError(f"{where} has a rate below 0: give 0 or more")
        if max(self.benefit, self.floor) > 1:
            raise ValueError(f"{where} has a shortfall or a floor above 1: give a share of 0 to 1")


@dataclass(frozen=True, slots=True)
class RiskArea:
    """An area that the bias comes from: its share, how far it is managed (0-1), and where that is shown.

    Raises `ValueError` for a `managed` outside 0-1.
    """

    id: str
    weight: Decimal
    managed: Decimal = Decimal(0)
    evidence: str = ""

    def __post_init__(self) -> None:
        """An area is managed from not at all to wholly."""
        if not 0 <= self.managed <= 1:
            raise ValueError(f"area {self.id!r} is managed {self.managed}: give a share of 0 to 1")


def uplift_for(table: Sequence[Uplift], category: str, stage: str) -> Uplift:
    """The uplift of the category at the stage.

    Raises `ValueError` that names what the table holds.
    """
    for uplift in table:
        if (uplift.category, uplift.stage) == (category, stage):
            return uplift
    known = "; ".join(f"{one.category}, {one.stage}" for one in table) or "nothing"
    raise ValueError(f"no uplift for {category}, {stage}: the table holds {known}")
