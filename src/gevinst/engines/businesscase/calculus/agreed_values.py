"""The values of agreements as they stand in a case, each refused with its place where it does not fit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from gevinst.engines.businesscase.model.case import Case


def rules_of(told: Mapping[str, object], key: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Each rule of a list with where it stands."""
    held = told.get(key) or []
    if not isinstance(held, list):
        raise ValueError(f"agreements.{key}: expected a list")
    for number, row in enumerate(held):
        at = f"agreements.{key}.{number}"
        yield at, keys_of(row, f"{at}: expected keys with values")


def keys_of(value: object, fault: str) -> Mapping[str, Any]:
    """The keys and values told. Raises: ValueError with the fault."""
    if not isinstance(value, Mapping):
        raise ValueError(fault)
    return value


def parties_of(case: Case, key: str) -> tuple[str, ...]:
    """The parties listed under a key. Raises: ValueError."""
    held = case.agreements.get(key) or []
    if not isinstance(held, list):
        raise ValueError(f"agreements.{key}: expected a list of parties")
    return tuple(known_party(case, one, f"agreements.{key}") for one in held)


def known_party(case: Case, name: object, at: str) -> str:
    """A party of the case. Raises: ValueError that lists them."""
    if name not in case.parties:
        raise ValueError(f"{at}: there is no party {name!r}; there are {', '.join(case.parties)}")
    return str(name)


def known_lines(case: Case, row: Mapping[str, Any], at: str) -> tuple[str, ...]:
    """Ids of lines of the case. Raises: ValueError."""
    held = row.get("lines") or []
    known = {line.id for line in case.lines}
    if not isinstance(held, list) or not set(map(str, held)) <= known:
        raise ValueError(f"{at}.lines: expected ids of lines, found {held!r}")
    return tuple(map(str, held))


def agreed_shares(case: Case, value: object, at: str) -> Mapping[str, Decimal]:
    """Shares by party that sum to 1, none below 0. Raises: ValueError."""
    told = keys_of(value, f"{at}: expected shares by party")
    shares = {known_party(case, name, at): exact(share, at) for name, share in told.items()}
    if sum(shares.values()) != 1 or min(shares.values(), default=0) < 0:
        raise ValueError(
            f"{at}: the shares sum to {sum(shares.values())}, expected 1, none below 0"
        )
    return shares


def exact(value: object, at: str) -> Decimal:
    """A number, exact. Raises: ValueError."""
    if not isinstance(value, int | Decimal) or isinstance(value, bool):
        raise ValueError(f"{at}: expected a number, found {value!r}")
    return Decimal(value)


def year_of(key: object, at: str) -> int:
    """A year. Raises: ValueError."""
    if not str(key).isdecimal():
        raise ValueError(f"{at}: expected a year, found {key!r}")
    return int(str(key))
