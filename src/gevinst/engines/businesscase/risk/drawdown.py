"""Risks that occur or expire: the ledger of the pool drawn or released, and the risk in its new state."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from gevinst.engines.businesscase.risk.model import Risk, Status
from gevinst.engines.businesscase.risk.pool import pool
from gevinst.engines.businesscase.risk.pool_ledger import Entry, Ledger


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
