"""Draws the states of a work item from the one table of moves, for the reference documentation."""

from __future__ import annotations

from gevinst.features.operations.states import FINAL, MOVES, State

PATH = "docs/reference/work-item-states.md"
HEAD = """# The states of a work item

Generated from `src/gevinst/features/operations/states.py`; change that table, then run `make docs`.

```mermaid
stateDiagram-v2
    [*] --> received
"""


def markdown() -> str:
    """The page: a Mermaid diagram, then the same as a table."""
    arrows = [f"    {m.source} --> {m.target}: {m.event} ({m.who})" for m in MOVES]
    ends = [f"    {state} --> [*]" for state in State if state in FINAL]
    rows = [f"| {m.source} | {m.event} | {m.who} | {m.target} |" for m in MOVES]
    table = ["| From | Event | By | To |", "|---|---|---|---|", *rows]
    return HEAD + "\n".join([*arrows, *ends, "```", "", *table, ""])
