"""Lineage: what is counted as a block's own, as a piece and as an engine; which blocks share pieces."""

from pathlib import Path

import pytest

from gevinst.engines.blockkit import BlockNotFound, block
from gevinst.engines.blockkit.lineage import Lineage, lineage, lines, relatives

KEY = "medical_certificates"


def test_its_own_lines_are_manifest_rules_and_code() -> None:
    folder = block(KEY).folder
    code = ("__init__.py", "block.py", "certificates.py", "columns.py")
    counted = [folder / name for name in (*code, "manifest.toml")]
    counted += sorted((folder / "rules").glob("*.yaml"))
    assert lineage(KEY).own == sum(map(lines, counted))


def test_engines_are_followed_through_their_imports() -> None:
    """The block's code names invoicing and einvoice; the control engine comes by way of invoicing."""
    engines = lineage(KEY).engines
    assert {"invoicing", "einvoice", "control", "blockkit", "money"} <= set(engines)
    assert "benefit" not in engines


def test_every_piece_is_counted() -> None:
    found = lineage(KEY)
    assert tuple(found.pieces) == block(KEY).manifest.pieces
    assert min(found.pieces.values()) > 0


@pytest.mark.parametrize(
    ("own", "pieces", "share"),
    [(20, {"a": 60, "b": 20}, 80), (3, {"a": 1}, 25), (0, {}, 0), (5, {}, 0)],
)
def test_the_share_is_rounded_down(own: int, pieces: dict[str, int], share: int) -> None:
    assert Lineage(own, pieces, {}).share == share


@pytest.mark.parametrize(("key", "other", "ancestor"), [
    (KEY, "invoice_control", True), ("invoice_control", KEY, False),
])  # fmt: skip
def test_blocks_of_the_same_pieces_know_each_other(key: str, other: str, ancestor: bool) -> None:
    (found,) = [each for each in relatives(key) if each.key == other]
    assert (found.ancestor, len(found.pieces) > 3) == (ancestor, True)


def test_lines_that_are_empty_do_not_count(tmp_path: Path) -> None:
    file = tmp_path / "x.py"
    file.write_text("a = 1\n\n   \nb = 2", encoding="utf-8")
    assert lines(file) == 2


def test_a_block_that_is_not_installed_has_no_lineage() -> None:
    with pytest.raises(BlockNotFound):
        lineage("no_such_block")
