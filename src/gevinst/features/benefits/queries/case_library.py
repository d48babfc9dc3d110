"""The case files that ship with the engine: what one can start a business case from."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from gevinst.engines.businesscase.casefile.document import CaseFault, parsed

PACKAGE = "gevinst.engines.businesscase"


@dataclass(frozen=True, slots=True)
class ShippedCase:
    """A case file that ships: its id, title, authorities and text."""

    id: str
    title: str
    authorities: tuple[str, ...]
    text: str


@cache
def shipped_cases() -> tuple[ShippedCase, ...]:
    """Every case file of the engine, by title; none where there are none."""
    folder = files(PACKAGE).joinpath("cases")
    if not folder.is_dir():
        return ()
    names = [each for each in folder.iterdir() if each.name.endswith(".yaml")]
    found = [_read(each.read_text("utf-8")) for each in names]
    return tuple(sorted((each for each in found if each), key=lambda each: each.title))


def shipped_case(case_id: str) -> ShippedCase | None:
    """The case file of that id; None where there is none."""
    return next((each for each in shipped_cases() if each.id == case_id), None)


def _read(text: str) -> ShippedCase | None:
    try:
        data = parsed(text).data
    except CaseFault:
        return None
    if not isinstance(data, dict) or "id" not in data or "title" not in data:
        return None
    authorities = tuple(str(each) for each in data.get("authorities") or ())
    return ShippedCase(str(data["id"]), str(data["title"]), authorities, text)
