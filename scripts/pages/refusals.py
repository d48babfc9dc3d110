"""`refusals.md`: why a document is not read."""

from __future__ import annotations

from gevinst.engines.einvoice.refusal import CODES
from pages.markdown import code, table

HEAD = """# Refusals

Why an e-invoice is not read: the `code` of `gevinst einvoice read`, of the API, and of an unreadable item at
the desk. A code is never renamed.
"""


def page() -> str:
    """The page."""
    rows = [[code(name), words.en, words.da] for name, words in sorted(CODES.items())]
    return f"{HEAD}\n{table(['Code', 'What it says', 'På dansk'], rows)}\n"
