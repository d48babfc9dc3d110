"""The drawn states are those of the table."""

from __future__ import annotations

from gevinst.engines.benefit.states import MOVES
from gevinst.features.benefits.diagram import markdown


def test_every_move_is_drawn_with_what_it_needs() -> None:
    text = markdown()
    for (source, target), needs in MOVES.items():
        assert f"| {source} | {target} | {', '.join(needs)} |" in text
        assert (f"    {source} --> {target}\n" in text) == (source is not target)
    assert "cuts that are realised or sustained" in text
