"""What the parties of a case have agreed, read from its `agreements`: who runs it, who pays, until when.

Keys, all of them optional: `operating` and `payers` and `temporary` (lists of parties), `volume` (the name
of an assumption), `commitments` (`party`, `phase`, `amounts` by year), `step_down` (`lines`, `after` as
shares, `recouped` as a party, `volume_above`), `exits` (`party`, `on`, `takes_over` as shares, `lines`).
Rules without `lines` hold for every line that is shared. Other keys belong to others.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Literal

from gevinst.engines.businesscase.model.case import Case

Phase = Literal["development", "operation"]
PHASES: Mapping[str, Phase] = {"development": "development", "operation": "operation"}


@dataclass(frozen=True, slots=True)
class StepDownRule:
    """Shares that change to `after` once a party has recouped, or the volume is passed."""

    lines: tuple[str, ...]
    after: Mapping[str, Decimal]
    recouped: str | None
    volume_above: Decimal | None


@dataclass(frozen=True, slots=True)
class ExitRule:
    """A party that leaves on a date; others take over its shares."""

    lines: tuple[str, ...]
    party: str
    on: date
    takes_over: Mapping[str, Decimal]


@dataclass(frozen=True, slots=True)
class Promise:
    """What a party has promised to pay in a phase, DKK by calendar year."""

    party: str
    phase: Phase
    amounts: Mapping[int, Decimal]


@dataclass(frozen=True, slots=True)
class Agreements:
    """See the module; `volume` is "" where no assumption tells it."""

    operating: tuple[str, ...] = ()
    payers: tuple[str, ...] = ()
    temporary: tuple[str, ...] = ()
    volume: str = ""
    promises: tuple[Promise, ...] = ()
    step_downs: tuple[StepDownRule, ...] = ()
    exits: tuple[ExitRule, ...] = ()


def agreements(case: Case) -> Agreements:
    """What the case says is agreed. Raises `ValueError` that names the place and what was expected."""
    told = case.agreements
    volume = str(told.get("volume") or "")
    if volume and volume not in case.assumptions:
        raise ValueError(f"agreements.volume: there is no assumption {volume!r}")
    return Agreements(
        operating=_parties(case, "operating"),
        payers=_parties(case, "payers"),
        temporary=_parties(case, "temporary"),
        volume=volume,
        promises=tuple(_promise(case, *row) for row in _rows(told, "commitments")),
        step_downs=tuple(_step_down(case, *row) for row in _rows(told, "step_down")),
        exits=tuple(_exit(case, *row) for row in _rows(told, "exits")),
    )


def _promise(case: Case, at: str, row: Mapping[str, Any]) -> Promise:
    phase = str(row.get("phase", ""))
    if phase not in PHASES:
        raise ValueError(f"{at}.phase: expected {' or '.join(PHASES)}, found {phase!r}")
    amounts = _told(row.get("amounts"), f"{at}.amounts: expected DKK by year")
    by_year = {_year(key, at): _decimal(value, f"{at}.amounts") for key, value in amounts.items()}
    return Promise(_party(case, row.get("party"), f"{at}.party"), PHASES[phase], by_year)


def _step_down(case: Case, at: str, row: Mapping[str, Any]) -> StepDownRule:
    recouped, above = row.get("recouped"), row.get("volume_above")
    if recouped is None and above is None:
        raise ValueError(f"{at}: expected recouped (a party) or volume_above (a number)")
    return StepDownRule(
        _lines(case, row, at),
        _shares(case, row.get("after"), f"{at}.after"),
        None if recouped is None else _party(case, recouped, f"{at}.recouped"),
        None if above is None else _decimal(above, f"{at}.volume_above"),
    )


def _exit(case: Case, at: str, row: Mapping[str, Any]) -> ExitRule:
    try:
        on = date.fromisoformat(str(row.get("on")))
    except ValueError:
        raise ValueError(
            f"{at}.on: expected a date as 2026-12-31, found {row.get('on')!r}"
        ) from None
    party = _party(case, row.get("party"), f"{at}.party")
    return ExitRule(
        _lines(case, row, at), party, on, _shares(case, row.get("takes_over"), f"{at}.takes_over")
    )


def _rows(told: Mapping[str, object], key: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Each rule of a list with where it stands."""
    held = told.get(key) or []
    if not isinstance(held, list):
        raise ValueError(f"agreements.{key}: expected a list")
    for number, row in enumerate(held):
        at = f"agreements.{key}.{number}"
        yield at, _told(row, f"{at}: expected keys with values")


def _told(value: object, fault: str) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise ValueError(fault)
    return value


def _parties(case: Case, key: str) -> tuple[str, ...]:
    held = case.agreements.get(key) or []
    if not isinstance(held, list):
        raise ValueError(f"agreements.{key}: expected a list of parties")
    return tuple(_party(case, one, f"agreements.{key}") for one in held)


def _party(case: Case, name: object, at: str) -> str:
    if name not in case.parties:
        raise ValueError(f"{at}: there is no party {name!r}; there are {', '.join(case.parties)}")
    return str(name)


def _lines(case: Case, row: Mapping[str, Any], at: str) -> tuple[str, ...]:
    held = row.get("lines") or []
    known = {line.id for line in case.lines}
    if not isinstance(held, list) or not set(map(str, held)) <= known:
        raise ValueError(f"{at}.lines: expected ids of lines, found {held!r}")
    return tuple(map(str, held))


def _shares(case: Case, value: object, at: str) -> Mapping[str, Decimal]:
    told = _told(value, f"{at}: expected shares by party")
    shares = {_party(case, name, at): _decimal(share, at) for name, share in told.items()}
    if sum(shares.values()) != 1 or min(shares.values(), default=0) < 0:
        raise ValueError(
            f"{at}: the shares sum to {sum(shares.values())}, expected 1, none below 0"
        )
    return shares


def _decimal(value: object, at: str) -> Decimal:
    if not isinstance(value, int | Decimal) or isinstance(value, bool):
        raise ValueError(f"{at}: expected a number, found {value!r}")
    return Decimal(value)


def _year(key: object, at: str) -> int:
    if not str(key).isdecimal():
        raise ValueError(f"{at}: expected a year, found {key!r}")
    return int(str(key))
