"""An assumption: a named value of the case, the same every year, by year, growing, or worked out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from gevinst.engines.businesscase.figures.formula import Formula
from gevinst.engines.businesscase.model.source import UNKNOWN, Source


@dataclass(frozen=True, slots=True)
class Assumption:
    """A named value in `unit`.

    Exactly one of `value`, `by_year` and `formula` is given; `growth` (rate 0-1 a year) goes with `value`.
    `low` and `high` are the bounds of the value, in its unit; for one `by_year` they are factors on all
    its years (0.8 and 1.2). `n` is how many observations it rests on.
    """

    name: str
    title: str = ""
    unit: str = ""
    value: Decimal | None = None
    by_year: Mapping[int, Decimal] = field(default_factory=dict)
    growth: Decimal | None = None
    formula: Formula | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    distribution: str = "triangular"
    decimals: int | None = None
    qualifier: str = "exact"
    status: str = "assumed"
    evidence: str = ""
    method: str = ""
    n: int | None = None
    source: Source = UNKNOWN

    @property
    def varies(self) -> bool:
        """Whether it has a low and a high that differ."""
        return self.low is not None and self.high is not None and self.low != self.high

    @property
    def likely(self) -> Decimal:
        """The most likely value; 1 for one given by year, whose bounds are factors.

        Raises `ValueError` for one that is worked out.
        """
        if self.formula is not None:
            raise ValueError(f"{self.name} is worked out from others and has no value of its own")
        return Decimal(1) if self.value is None else self.value
