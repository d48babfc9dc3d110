"""The session of the page about the engine as a library: every line is run and says what the page says."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

PAGE = Path(__file__).resolve().parent.parent / "docs/how-to/use-the-engine-as-a-library.md"


def session() -> doctest.DocTest:
    """The Python of the page as one session."""
    blocks = re.findall(r"^```python\n(.*?)^```", PAGE.read_text("utf-8"), re.DOTALL | re.MULTILINE)
    return doctest.DocTestParser().get_doctest("\n".join(blocks), {}, PAGE.name, PAGE.name, 0)


def test_every_line_says_what_the_page_says() -> None:
    said: list[str] = []
    found = doctest.DocTestRunner().run(session(), out=said.append)
    assert "".join(said) == ""
    assert found.attempted > 50
