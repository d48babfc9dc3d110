"""`work-item-states.md`: the states of a work item and the moves between them."""

from __future__ import annotations

from pages.markdown import code, table

from gevinst.features.operations.states import FINAL, MOVES, State

HEAD = """# The states of a work item

From `features/operations/states.py`, the one table that decides what may happen.
Whatever is not here is refused with the code `wrong-state`.
"""


def page() -> str:
    """The page."""
    moves = table(
        ["From", "Event", "To", "Who"],
        [[code(m.source), code(m.event), code(m.target), m.who] for m in MOVES],
    )
    states = table(
        ["State", "On screen", "Final"],
        [[code(s.value), s.label, "yes" if s in FINAL else ""] for s in State],
    )
    return f"{HEAD}\n```mermaid\n{diagram()}\n```\n\n## States\n\n{states}\n\n## Moves\n\n{moves}\n"


def diagram() -> str:
    """The moves as a Mermaid state diagram."""
    lines = ["stateDiagram-v2", f"    [*] --> {State.RECEIVED}"]
    lines += [f"    {m.source} --> {m.target}: {m.event} ({m.who})" for m in MOVES]
    lines += [f"    {state} --> [*]" for state in State if state in FINAL]
    return "\n".join(lines)
