"""The moves between the states of a benefit, and what each must rest on."""

from __future__ import annotations

from collections.abc import Mapping

from gevinst.engines.benefit.evidence import MEASURED
from gevinst.engines.benefit.grounds import Grounds, Need
from gevinst.engines.businesscase.model.benefit_state import Mode, State

S, N = State, Need
_ALWAYS = (N.DATE, N.OWNER, N.EVIDENCE)
_MEASUREMENT = (*_ALWAYS, N.MEASURED_GRADE, N.VALUE, N.PERIOD)
_ESTIMATE = (*_ALWAYS, N.GRADE, N.VALUE)
MOVES: Mapping[tuple[State, State], tuple[Need, ...]] = {
    (S.IDEA, S.EXPECTED): _ALWAYS,
    (S.EXPECTED, S.ESTIMATED): _ESTIMATE,
    (S.ESTIMATED, S.MEASURED): _MEASUREMENT,
    (S.MEASURED, S.REALISED): (*_MEASUREMENT, N.BUDGET_REFERENCE),
    (S.REALISED, S.SUSTAINED): (*_MEASUREMENT, N.BUDGET_REFERENCE),
    # Measured again: the state stays, the newest value counts.
    (S.MEASURED, S.MEASURED): _MEASUREMENT,
    (S.REALISED, S.REALISED): (*_MEASUREMENT, N.BUDGET_REFERENCE),
    (S.SUSTAINED, S.SUSTAINED): (*_MEASUREMENT, N.BUDGET_REFERENCE),
    **{(s, S.LAPSED): (N.DATE, N.REASON) for s in State if s is not S.LAPSED},
    (S.LAPSED, S.ESTIMATED): _ESTIMATE,
}
# What may flow on to a budget, if it is taken as a cut.
BUDGETED = frozenset({S.REALISED, S.SUSTAINED})


class NoSuchMove(ValueError):
    """A benefit does not go from the one state to the other."""


def moves_from(state: State) -> list[State]:
    """The states that a benefit can be moved to, in the order of the road.

    >>> [str(one) for one in moves_from(State.LAPSED)]
    ['estimated']
    """
    return [target for target in State if (state, target) in MOVES]


def needs(source: State, target: State, mode: Mode) -> tuple[Need, ...]:
    """What the move rests on. A budget reference is needed of a budget cut only.

    Raises `NoSuchMove`.
    """
    if (source, target) not in MOVES:
        known = ", ".join(moves_from(source))
        raise NoSuchMove(f"a benefit that is {source} goes to {known}, not to {target}")
    wanted = MOVES[source, target]
    cut = mode is Mode.BUDGET_CUT
    return tuple(need for need in wanted if cut or need is not Need.BUDGET_REFERENCE)


def missing(source: State, target: State, mode: Mode, grounds: Grounds) -> list[Need]:
    """What the grounds lack for the move; empty when it can be made. Raises `NoSuchMove`.

    >>> missing(State.IDEA, State.EXPECTED, Mode.CAPACITY, Grounds(owned=True, evidence="Pilot"))
    [<Need.DATE: 'date'>]
    """
    return [need for need in needs(source, target, mode) if not _given(need, grounds)]


def _given(need: Need, grounds: Grounds) -> bool:
    since, until = grounds.since, grounds.until
    return {
        Need.OWNER: grounds.owned,
        Need.DATE: grounds.on is not None,
        Need.EVIDENCE: bool(grounds.evidence.strip()),
        Need.REASON: bool(grounds.evidence.strip()),
        Need.GRADE: grounds.grade is not None,
        Need.MEASURED_GRADE: grounds.grade in MEASURED,
        Need.VALUE: grounds.value is not None,
        Need.PERIOD: since is not None and until is not None and since <= until,
        Need.BUDGET_REFERENCE: bool(grounds.budget_reference.strip()),
    }[need]


def for_budget(state: State, mode: Mode) -> bool:
    """Whether the benefit flows on to a budget: a cut that is realised or sustained."""
    return mode is Mode.BUDGET_CUT and state in BUDGETED
