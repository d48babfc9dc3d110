"""The README says how much of the block is reused: held to what is counted."""

import re
from pathlib import Path

import pytest

from gevinst.engines.blockkit.lineage import lineage

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
TARGET = 80
NEAR = 0.1  # the engines grow every week; the shares may move by a point


def stated(pattern: str) -> int:
    """The figure that the README gives there."""
    (found,) = re.findall(pattern, README)
    return int(found)


def test_its_own_lines_are_as_stated() -> None:
    assert stated(r"\| its own: .* \| (\d+) \|") == lineage("medical_certificates").own


@pytest.mark.parametrize(
    ("pattern", "part"),
    [(r"\| pieces .* \| (\d+) \|", "pieces"), (r"\| engines .* \| (\d+) \|", "engines")],
)
def test_reused_lines_are_near_what_is_stated(pattern: str, part: str) -> None:
    counted = sum(getattr(lineage("medical_certificates"), part).values())
    assert stated(pattern) == pytest.approx(counted, rel=NEAR)


def test_the_share_is_as_stated_and_above_the_target() -> None:
    found = lineage("medical_certificates")
    assert stated(r"Reused: (\d+) %") == pytest.approx(found.share, abs=1)
    assert found.share >= TARGET


def test_the_narrow_share_is_as_stated() -> None:
    found = lineage("medical_certificates")
    made = sum(found.pieces.values()) + found.engines["invoicing"]
    assert stated(r"any block runs on: (\d+) %") == pytest.approx(
        100 * made / (made + found.own), abs=1.5
    )
