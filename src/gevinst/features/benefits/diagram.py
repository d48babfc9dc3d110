"""Draws the states of a benefit from the one table of moves, for the reference documentation."""

from __future__ import annotations

from gevinst.engines.benefit.states import MOVES, for_budget
from gevinst.engines.businesscase.model.benefit_state import Mode, State

HEAD = """# The states of a benefit

Generated from `src/gevinst/engines/benefit/states.py`; change that table, then run `make docs`.

A step is kept with its date, its owner and what it rests on, and is never changed. A measurement of a
benefit that is measured already is a step from a state to itself.

```mermaid
stateDiagram-v2
    [*] --> idea
"""


def markdown() -> str:
    """The page: a Mermaid diagram, then what each move needs, and what flows on to a budget."""
    arrows = [f"    {source} --> {target}" for source, target in MOVES if source is not target]
    rows = [
        f"| {source} | {target} | {', '.join(needs)} |" for (source, target), needs in MOVES.items()
    ]
    table = ["| From | To | Needs |", "|---|---|---|", *rows]
    flowing = [str(state) for state in State if for_budget(state, Mode.BUDGET_CUT)]
    notes = [
        "`measured-grade` is evidence A, B or C; `budget-reference` is needed of a budget cut only.",
        f"On to a budget flow budget cuts that are {' or '.join(flowing)}, and nothing else.",
    ]
    return HEAD + "\n".join([*arrows, "```", "", *table, "", *notes, ""])
