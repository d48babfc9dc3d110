"""Cost against budget with what was drawn from the risk pool, and benefits against plan by owner."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from gevinst.engines.businesscase.notes import Note

ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class CostRow:
    """One cost line to date, DKK; `drawn` is what the risk pool has paid of it."""

    line: str
    budget: Decimal
    actual: Decimal
    drawn: Decimal = ZERO

    @property
    def variance(self) -> Decimal:
        """Actual less budget: above zero is an overrun."""
        return self.actual - self.budget

    @property
    def uncovered(self) -> Decimal:
        """The variance that the risk pool has not paid."""
        return self.variance - self.drawn


@dataclass(frozen=True, slots=True)
class CostVariance:
    """All lines to date, DKK; `pool_left` is below zero where more was drawn than there was."""

    rows: tuple[CostRow, ...]
    pool: Decimal
    notes: tuple[Note, ...]

    @property
    def variance(self) -> Decimal:
        return sum((row.variance for row in self.rows), ZERO)

    @property
    def drawn(self) -> Decimal:
        return sum((row.drawn for row in self.rows), ZERO)

    @property
    def uncovered(self) -> Decimal:
        return self.variance - self.drawn

    @property
    def pool_left(self) -> Decimal:
        return self.pool - self.drawn


def cost_variance(rows: Sequence[CostRow], pool: Decimal = ZERO) -> CostVariance:
    """Cost against budget, and notes where the pool is overdrawn or paid for no overrun.

    Raises: ValueError for a line given twice or a draw below zero.

    >>> found = cost_variance([CostRow("build", Decimal(100), Decimal(130), Decimal(20))], Decimal(50))
    >>> found.variance, found.uncovered, found.pool_left
    (Decimal('30'), Decimal('10'), Decimal('30'))
    """
    names = [row.line for row in rows]
    if len(set(names)) < len(names) or any(row.drawn < 0 for row in rows):
        raise ValueError("cost lines: give each line once, and no draw below zero")
    drawn = sum((row.drawn for row in rows), ZERO)
    notes = [
        Note(
            "draw-without-overrun",
            f"{row.line} drew {row.drawn} from the risk pool and overran by {row.variance}.",
            {"line": row.line, "drawn": row.drawn, "variance": row.variance},
        )
        for row in rows
        if row.drawn > max(row.variance, ZERO)
    ]
    if drawn > pool:
        message = f"{drawn} was drawn from a risk pool of {pool}: find who pays the rest."
        notes.append(Note("pool-overdrawn", message, {"drawn": drawn, "pool": pool}))
    return CostVariance(tuple(rows), pool, tuple(notes))
