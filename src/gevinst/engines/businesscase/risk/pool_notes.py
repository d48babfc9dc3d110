"""What must be said of a risk pool: risks without years, many risks, mitigation that costs more."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from gevinst.engines.businesscase.notes import Note
from gevinst.engines.businesscase.risk.model import LARGEST, Risk


def undated_risks(risks: Sequence[Risk]) -> list[Note]:
    """The note on risks that no year is given for."""
    names = tuple(risk.id for risk in risks if not risk.exposure)
    if not names:
        return []
    message = f"No year is given for {', '.join(names)}: their share of the pool is on no year."
    return [Note("exposure-missing", message, {"risks": names})]


def many_risks(n: int) -> list[Note]:
    """The note on more risks than the state's model keeps."""
    if n <= LARGEST:
        return []
    message = (
        f"The pool holds {n} risks; keep the {LARGEST} largest and leave the rest in the risk log."
    )
    return [Note("many-risks", message, {"n": n})]


def mitigation_counted(mitigation: Decimal, counted: bool) -> list[Note]:
    """The note on mitigation counted in the pool."""
    if not (counted and mitigation):
        return []
    message = f"Mitigation of {mitigation} DKK is counted in the pool: it belongs to the project's budget."
    return [Note("mitigation-in-pool", message, {"mitigation": mitigation})]
