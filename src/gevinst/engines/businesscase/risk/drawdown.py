"""The dated ledger of a risk pool: set aside, drawn, released, and what the open risks still need."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Literal

from gevinst.engines.businesscase.notes import Note
from gevinst.engines.businesscase.risk.model import Risk, Status
from gevinst.engines.businesscase.risk.pool import pool

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


@dataclass(frozen=True, slots=True)
class Standing:
    """A pool on a date (DKK): its balance, what the open risks call for, and the difference."""

    balance: Decimal
    needed: Decimal
    surplus: Decimal
    notes: tuple[Note, ...]


def occurred(
    ledger: Ledger, risks: Sequence[Risk], risk: str, day: date, cost: Decimal
) -> tuple[Ledger, list[Risk]]:
    """The ledger drawn by what the risk came to cost (DKK), and the risks with that one occurred.

    Raises `ValueError` for an unknown risk, one that is not open, or as `Ledger.post`.
    """
    title = _open(risks, risk).title
    after = ledger.post(Entry(day, "draw", cost, f"occurred: {title}", risk))
    return after, _with(risks, risk, "occurred")


def expired(
    ledger: Ledger, risks: Sequence[Risk], risk: str, day: date
) -> tuple[Ledger, list[Risk]]:
    """The ledger with the risk's expected cost released, as far as it is there, and the risk expired.

    Raises `ValueError` for an unknown risk or one that is not open.
    """
    one = _open(risks, risk)
    amount = min(pool([one]).total, ledger.free(day))
    if amount:
        ledger = ledger.post(Entry(day, "release", amount, f"expired: {one.title}", risk))
    return ledger, _with(risks, risk, "expired")


def standing(ledger: Ledger, risks: Sequence[Risk], on: date) -> Standing:
    """What the pool holds at the end of the day against what the risks that are open now call for (DKK)."""
    balance, needed = ledger.balance(on), pool(risks).total
    notes = [note for note in ledger.notes() if _until(note, on)]
    if balance < needed:
        message = f"The pool holds {balance} DKK on {on} and the open risks call for {needed}."
        notes.append(Note("pool-short", message, {"balance": balance, "needed": needed}))
    return Standing(balance, needed, balance - needed, tuple(notes))


def _until(note: Note, on: date) -> bool:
    """Whether the note's entry stands in the ledger by then."""
    day = note.facts["day"]
    return isinstance(day, date) and day <= on


def _open(risks: Sequence[Risk], name: str) -> Risk:
    """The risk of that id, which must be open."""
    found = next((risk for risk in risks if risk.id == name), None)
    if found is None:
        known = ", ".join(risk.id for risk in risks)
        raise ValueError(f"no risk is called {name!r}: choose among {known}")
    if found.status != "open":
        raise ValueError(f"risk {name!r} has {found.status} already: only an open risk can")
    return found


def _with(risks: Sequence[Risk], name: str, status: Status) -> list[Risk]:
    """The risks, that one in its new state."""
    return [replace(risk, status=status) if risk.id == name else risk for risk in risks]
