"""Every axis, operator and function says what Saxon says, on documents that differ in what is there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from gevinst.engines.conformance.xpath import choice

Evaluate = Callable[[Sequence[str], str], list[list[str]]]
LINE = (
    '<cac:InvoiceLine><cbc:ID schemeID="{s}">{id}</cbc:ID><cbc:LineExtensionAmount currencyID="DKK">{a}'
    "</cbc:LineExtensionAmount><cac:Item><cbc:Name>{n}</cbc:Name></cac:Item></cac:InvoiceLine>"
)
BODIES = (
    "",
    "<cbc:ID>F 1</cbc:ID><cbc:IssueDate>2026-11-02</cbc:IssueDate><cbc:Note/><cbc:Note> a  b </cbc:Note>"
    + LINE.format(s="x", id="1", a="10.50", n="Råd")
    + LINE.format(s="y", id="2", a="-3.25", n="")
    + LINE.format(s="x", id="1", a="100", n="SKAT a-b"),
    "<cbc:ID>F2</cbc:ID><cbc:IssueDate>2026-01-31</cbc:IssueDate>"
    + LINE.format(s="", id="b", a="0.005", n="x")
    + "<cac:Party><cac:Party><cbc:ID>in</cbc:ID></cac:Party><cbc:ID>out</cbc:ID></cac:Party>",
)
FILE = Path(__file__).parent / "expressions.txt"
WRITTEN = [line for line in FILE.read_text().splitlines() if not line.startswith("#")]
WHITE_SPACE = (
    "normalize-space('  a \t b\n')",
    "normalize-space('å \xa0 b')",
    "matches('a\nb', 'a.b')",
    "matches('a\n', 'a$')",
)


@pytest.mark.parametrize("expression", [*WRITTEN, *WHITE_SPACE])
def test_an_expression_means_what_saxon_says(
    ours: Evaluate, saxon: Evaluate, expression: str
) -> None:
    assert ours(BODIES, expression) == saxon(BODIES, expression)


@pytest.mark.parametrize(
    "expression", [line for line in WRITTEN if " and " in line or " or " in line]
)
def test_looking_only_where_it_matters_changes_nothing(
    ours: Evaluate, monkeypatch: pytest.MonkeyPatch, expression: str
) -> None:
    everywhere = ours(BODIES, expression)
    monkeypatch.setattr(choice, "LARGE", 0)
    assert ours(BODIES, expression) == everywhere
