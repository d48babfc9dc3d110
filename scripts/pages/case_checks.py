"""`case-checks.md`: every code that the checks of a business case can give."""

from __future__ import annotations

from gevinst.engines.businesscase.checks import CODES
from pages.markdown import code, table

HEAD = """# What the checks of a case say

Each finding has a stable code. A case with an **error** cannot be approved; a **warning** must be seen
by whoever approves; **info** is advice. *Trap* is the number of the mistake among the thirteen that were
found in published cases: [what they are](../explanation/business-case.md#the-thirteen-traps). A case
that has each of them, and the same case put right: [the specification](benefit-specification.md).
"""


def page() -> str:
    """The page."""
    rows = [
        [
            code(name),
            each.severity,
            each.trap or "",
            each.title.en,
            each.explanation.en,
            each.title.da,
        ]
        for name, each in CODES.items()
    ]
    head = ["Code", "Severity", "Trap", "What it says", "What it means", "På dansk"]
    return f"{HEAD}\n{table(head, rows)}\n"
