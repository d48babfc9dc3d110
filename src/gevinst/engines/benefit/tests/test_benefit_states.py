"""The moves of a benefit: which there are, what each needs, and what flows on to a budget."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from gevinst.engines.benefit.evidence import grade_of, worst
from gevinst.engines.benefit.grounds import Grounds, Need
from gevinst.engines.benefit.states import MOVES, NoSuchMove, for_budget, missing, moves_from, needs
from gevinst.engines.businesscase.model.benefit_state import Grade, Mode, State

FULL = Grounds(
    on=date(2026, 11, 1),
    owned=True,
    evidence="Log",
    grade=Grade.A,
    value=Decimal(120),
    since=date(2026, 1, 1),
    until=date(2026, 10, 31),
    budget_reference="Budget 2027, 6.45.51",
)
LACKING = {
    Need.DATE: {"on": None},
    Need.OWNER: {"owned": False},
    Need.EVIDENCE: {"evidence": "  "},
    Need.REASON: {"evidence": ""},
    Need.GRADE: {"grade": None},
    Need.MEASURED_GRADE: {"grade": Grade.D},
    Need.VALUE: {"value": None},
    Need.PERIOD: {"until": date(2025, 1, 1)},
    Need.BUDGET_REFERENCE: {"budget_reference": " "},
}
ROAD = {
    State.IDEA: {State.EXPECTED, State.LAPSED},
    State.EXPECTED: {State.ESTIMATED, State.LAPSED},
    State.ESTIMATED: {State.MEASURED, State.LAPSED},
    State.MEASURED: {State.MEASURED, State.REALISED, State.LAPSED},
    State.REALISED: {State.REALISED, State.SUSTAINED, State.LAPSED},
    State.SUSTAINED: {State.SUSTAINED, State.LAPSED},
    State.LAPSED: {State.ESTIMATED},
}


@pytest.mark.parametrize("source", State)
def test_where_a_benefit_goes(source: State) -> None:
    assert set(moves_from(source)) == ROAD[source]


@pytest.mark.parametrize(("move", "mode"), [(m, mode) for m in MOVES for mode in Mode])
def test_a_move_on_full_grounds_lacks_nothing(move: tuple[State, State], mode: Mode) -> None:
    assert missing(*move, mode, FULL) == []


@pytest.mark.parametrize(
    ("move", "need"), [(m, need) for m, all_ in MOVES.items() for need in all_]
)
def test_each_need_is_asked_for(move: tuple[State, State], need: Need) -> None:
    lacking = replace(FULL, **LACKING[need])  # type: ignore[arg-type]
    assert need in missing(*move, Mode.BUDGET_CUT, lacking)


@pytest.mark.parametrize("grade", Grade)
def test_measured_needs_what_was_measured(grade: Grade) -> None:
    lacks = missing(State.ESTIMATED, State.MEASURED, Mode.CAPACITY, replace(FULL, grade=grade))
    assert (lacks == []) == (grade in "ABC")


@pytest.mark.parametrize("mode", Mode)
def test_only_a_budget_cut_needs_a_budget_reference(mode: Mode) -> None:
    asked = Need.BUDGET_REFERENCE in needs(State.MEASURED, State.REALISED, mode)
    assert asked == (mode is Mode.BUDGET_CUT)


@pytest.mark.parametrize("target", [State.MEASURED, State.REALISED, State.IDEA])
def test_a_move_that_is_not_there_is_refused(target: State) -> None:
    with pytest.raises(NoSuchMove, match="goes to estimated"):
        needs(State.LAPSED, target, Mode.CAPACITY)


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("mode", Mode)
def test_only_a_realised_cut_flows_on(state: State, mode: Mode) -> None:
    cut = mode is Mode.BUDGET_CUT and state in {State.REALISED, State.SUSTAINED}
    assert for_budget(state, mode) == cut


def test_a_period_needs_both_ends() -> None:
    lacks = missing(State.ESTIMATED, State.MEASURED, Mode.CAPACITY, replace(FULL, since=None))
    assert lacks == [Need.PERIOD]


@pytest.mark.parametrize(
    ("word", "grade"), [("log", "A"), ("measured", "B"), ("estimated", "D"), (" c ", "C")]
)
def test_words_for_evidence(word: str, grade: str) -> None:
    assert grade_of(word) == grade


def test_a_word_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="GUESSED"):
        grade_of("guessed")


def test_the_worst_of_nothing_is_nothing() -> None:
    assert worst(set()) is None
