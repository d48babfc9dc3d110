"""What the parties of a case can agree on: promises, steps down, exits, and who runs and pays."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

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
