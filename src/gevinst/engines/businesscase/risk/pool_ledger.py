"""The ledger of a risk pool: what is set aside, drawn and released, and the balance by day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from gevinst.engines.businesscase.notes import Note

Kind = Literal["set-aside", "draw", "release"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One movement (DKK, above 0): set aside into the pool, drawn for a risk, or released from it.

    Raises `ValueError` for an amount that is not above 0.
    """

    day: date
    kind: Kind
    amount: Decimal
    reason: str
    risk: str | None = None

    def __post_init__(self) -> None:
        """The kind says the direction, so the amount has no sign."""
        if self.amount <= 0:
            raise ValueError(f"a {self.kind} of {self.amount} DKK on {self.day}: give more than 0")

    @property
    def change(self) -> Decimal:
        """What the entry adds to the balance (DKK)."""
        return self.amount if self.kind == "set-aside" else -self.amount


@dataclass(frozen=True, slots=True)
class Ledger:
    """The entries of one pool in the order of their dates, those of one day as they were written.

    >>> ledger = Ledger().post(Entry(date(2024, 1, 1), "set-aside", Decimal(500), "opened"))
    >>> ledger = ledger.post(Entry(date(2024, 6, 1), "draw", Decimal(200), "late delivery", "late"))
    >>> ledger.balance(date(2024, 5, 31)), ledger.balance(date(2024, 6, 1))
    (Decimal('500'), Decimal('300'))
    """

    entries: tuple[Entry, ...] = ()

    def post(self, entry: Entry) -> Ledger:
        """The ledger with the entry in its place; an entry is never taken out, only set right by another.

        Raises `ValueError` for a draw or release before anything was set aside.
        """
        if entry.kind != "set-aside" and all(
            one.kind != "set-aside" or one.day > entry.day for one in self.entries
        ):
            message = f"a {entry.kind} on {entry.day} from a pool that is not there yet"
            raise ValueError(f"{message}: set an amount aside first")
        return Ledger(tuple(sorted((*self.entries, entry), key=lambda one: one.day)))

    def balance(self, on: date) -> Decimal:
        """What the pool holds at the end of the day (DKK)."""
        return sum((one.change for one in self.entries if one.day <= on), start=Decimal(0))

    def moved(self, kind: Kind, on: date) -> Decimal:
        """The sum of one kind of movement up to the end of the day (DKK)."""
        amounts = (one.amount for one in self.entries if one.kind == kind and one.day <= on)
        return sum(amounts, start=Decimal(0))

    def statement(self) -> list[tuple[Entry, Decimal]]:
        """Every entry with the balance after it (DKK)."""
        rows: list[tuple[Entry, Decimal]] = []
        balance = Decimal(0)
        for entry in self.entries:
            balance += entry.change
            rows.append((entry, balance))
        return rows

    def notes(self) -> list[Note]:
        """A note for every entry that leaves the pool below zero."""
        return [
            Note(
                "pool-below-zero",
                f"The {entry.kind} of {entry.amount} DKK on {entry.day} leaves the pool at {balance}.",
                {"day": entry.day, "balance": balance, "risk": entry.risk},
            )
            for entry, balance in self.statement()
            if balance < 0 and entry.change < 0
        ]

    def free(self, day: date) -> Decimal:
        """What can leave on that day without any later day ending below zero (DKK, never below 0)."""
        later = [self.balance(entry.day) for entry in self.entries if entry.day > day]
        return max(min([self.balance(day), *later]), Decimal(0))
