"""The case files that ship with the engine: what one can start a business case from."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from gevinst.engines.businesscase.casefile.read import read
from gevinst.engines.businesscase.cases import shipped


@dataclass(frozen=True, slots=True)
class ShippedCase:
    """A case file that ships: its id, title, authorities and text."""

    id: str
    title: str
    authorities: tuple[str, ...]
    text: str


@cache
def shipped_cases() -> tuple[ShippedCase, ...]:
    """Every case file of the engine, in the order of the published catalogue."""
    found = ((name, text, read(text)) for name, text in shipped().items())
    return tuple(
        ShippedCase(name, case.title, case.authorities, text) for name, text, case in found
    )


def shipped_case(case_id: str) -> ShippedCase | None:
    """The case file of that id; None where there is none."""
    return next((each for each in shipped_cases() if each.id == case_id), None)
