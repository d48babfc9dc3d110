"""A risk pool on a date: what it holds against what the open risks call for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from gevinst.engines.businesscase.notes import Note
from gevinst.engines.businesscase.risk.model import Risk
from gevinst.engines.businesscase.risk.pool import pool
from gevinst.engines.businesscase.risk.pool_ledger import Ledger


@dataclass(frozen=True, slots=True)
class Standing:
    """A pool on a date (DKK): its balance, what the open risks call for, and the difference."""

    balance: Decimal
    needed: Decimal
    surplus: Decimal
    notes: tuple[Note, ...]


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
