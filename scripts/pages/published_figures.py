"""`published-figures.md`: what the published cases printed, and whether it follows from their facts."""

from __future__ import annotations

from gevinst.engines.businesscase.cases import load, shipped
from gevinst.engines.businesscase.proof import prove
from gevinst.engines.businesscase.proof.report import markdown

HEAD = """# Published figures

Every figure that the shipped cases printed, worked out again from the facts of its own case file.
*Reproduced*: it follows from the text. *Only under a reading*: it needs something that the text does not
say, and the reading says what. *Not reproducible*: nothing that was tried comes to it. *Implied*: nobody
printed it, it follows from what was printed. How a figure is judged: [how published figures are
judged](../explanation/business-case.md#how-published-figures-are-judged).
"""


def page() -> str:
    """The page."""
    return f"{HEAD}\n{markdown([prove(load(name)) for name in shipped()])}"
