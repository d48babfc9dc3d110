"""What the parties of a case have agreed, read from its `agreements`: who runs it, who pays, until when.

Keys, all of them optional: `operating` and `payers` and `temporary` (lists of parties), `volume` (the name
of an assumption), `commitments` (`party`, `phase`, `amounts` by year), `step_down` (`lines`, `after` as
shares, `recouped` as a party, `volume_above`), `exits` (`party`, `on`, `takes_over` as shares, `lines`).
Rules without `lines` hold for every line that is shared. Other keys belong to others.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from gevinst.engines.businesscase.calculus.agreed_values import (
    agreed_shares,
    exact,
    keys_of,
    known_lines,
    known_party,
    parties_of,
    rules_of,
    year_of,
)
from gevinst.engines.businesscase.calculus.agreement_rules import (
    PHASES,
    Agreements,
    ExitRule,
    Promise,
    StepDownRule,
)
from gevinst.engines.businesscase.model.case import Case


def agreements(case: Case) -> Agreements:
    """What the case says is agreed. Raises `ValueError` that names the place and what was expected."""
    told = case.agreements
    volume = str(told.get("volume") or "")
    if volume and volume not in case.assumptions:
        raise ValueError(f"agreements.volume: there is no assumption {volume!r}")
    return Agreements(
        operating=parties_of(case, "operating"),
        payers=parties_of(case, "payers"),
        temporary=parties_of(case, "temporary"),
        volume=volume,
        promises=tuple(_promise(case, *row) for row in rules_of(told, "commitments")),
        step_downs=tuple(_step_down(case, *row) for row in rules_of(told, "step_down")),
        exits=tuple(_exit(case, *row) for row in rules_of(told, "exits")),
    )


def _promise(case: Case, at: str, row: Mapping[str, Any]) -> Promise:
    phase = str(row.get("phase", ""))
    if phase not in PHASES:
        raise ValueError(f"{at}.phase: expected {' or '.join(PHASES)}, found {phase!r}")
    amounts = keys_of(row.get("amounts"), f"{at}.amounts: expected DKK by year")
    by_year = {year_of(key, at): exact(value, f"{at}.amounts") for key, value in amounts.items()}
    return Promise(known_party(case, row.get("party"), f"{at}.party"), PHASES[phase], by_year)


def _step_down(case: Case, at: str, row: Mapping[str, Any]) -> StepDownRule:
    recouped, above = row.get("recouped"), row.get("volume_above")
    if recouped is None and above is None:
        raise ValueError(f"{at}: expected recouped (a party) or volume_above (a number)")
    return StepDownRule(
        known_lines(case, row, at),
        agreed_shares(case, row.get("after"), f"{at}.after"),
        None if recouped is None else known_party(case, recouped, f"{at}.recouped"),
        None if above is None else exact(above, f"{at}.volume_above"),
    )


def _exit(case: Case, at: str, row: Mapping[str, Any]) -> ExitRule:
    try:
        on = date.fromisoformat(str(row.get("on")))
    except ValueError:
        raise ValueError(
            f"{at}.on: expected a date as 2026-12-31, found {row.get('on')!r}"
        ) from None
    party = known_party(case, row.get("party"), f"{at}.party")
    return ExitRule(
        known_lines(case, row, at),
        party,
        on,
        agreed_shares(case, row.get("takes_over"), f"{at}.takes_over"),
    )
