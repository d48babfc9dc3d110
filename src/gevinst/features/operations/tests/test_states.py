"""Every state by every event: what is in the table happens, everything else is refused by name."""

from __future__ import annotations

from pathlib import Path

import pytest

from gevinst.features.operations import diagram
from gevinst.features.operations.states import EVENTS, FINAL, MOVES, OPEN, State, after, can
from gevinst.shared.errors import DomainError

# The specification: a row a state, a column an event; a dot is "not here".
SPECIFICATION = """
             claim        approve   refer     wait     release   refuse   return    hold  resume    undo      undo-to-held  undo-to-waiting  undo-to-unreadable  deliver
received     in_progress  .         .         .        .         refused  .         .     .         .         .             .                .                   .
in_progress  .            approved  referred  waiting  received  refused  .         .     .         .         .             .                .                   .
approved     .            .         .         .        .         .        .         .     .         referred  held          .                .                   delivered
referred     in_progress  approved  .         .        .         .        returned  held  .         .         .             .                .                   .
waiting      in_progress  .         .         .        .         .        returned  .     referred  .         .             .                .                   .
held         in_progress  approved  .         .        .         .        returned  held  referred  referred  held          .                .                   .
refused      .            .         .         .        .         .        returned  .     .         .         .             .                .                   .
returned     .            .         .         .        .         .        .         .     .         referred  held          waiting          refused             .
delivered    .            .         .         .        .         .        .         .     .         .         .             .                .                   .
"""  # noqa: E501
HEAD, *ROWS = [line.split() for line in SPECIFICATION.strip().splitlines()]
CASES = [
    (state, event, target) for state, *row in ROWS for event, target in zip(HEAD, row, strict=True)
]


def test_the_specification_covers_every_state_and_event() -> None:
    assert {row[0] for row in ROWS} == set(State)
    assert set(HEAD) == set(EVENTS)


@pytest.mark.parametrize(("state", "event", "target"), CASES)
def test_every_state_by_every_event(state: str, event: str, target: str) -> None:
    assert can(state, event) == (target != ".")
    if target != ".":
        assert after(state, event) == target
        return
    with pytest.raises(DomainError) as fault:
        after(state, event)
    assert (fault.value.code, fault.value.facts) == (
        "wrong-state",
        {"state": state, "event": event},
    )


def test_only_a_delivered_item_is_at_its_end() -> None:
    assert {State.DELIVERED} == FINAL


def test_no_move_stands_twice() -> None:
    assert len({(move.source, move.event) for move in MOVES}) == len(MOVES)


def test_everything_on_the_desk_can_be_returned() -> None:
    assert all(can(state, "return") for state in OPEN)


def test_the_diagram_in_the_documentation_is_current() -> None:
    page = Path(__file__).parents[5] / diagram.PATH
    assert page.read_text(encoding="utf-8") == diagram.markdown(), "run `make docs`"


def test_the_diagram_names_every_move() -> None:
    drawn = diagram.markdown()
    assert all(f"{m.source} --> {m.target}: {m.event} ({m.who})" in drawn for m in MOVES)
