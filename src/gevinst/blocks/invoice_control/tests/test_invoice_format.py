"""The official format rules as a control: off, advisory or mandatory, as the authority asks."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from gevinst.blocks.invoice_control.tests.conftest import DRAFT, registers, rows
from gevinst.engines.blockkit import Item
from gevinst.engines.einvoice import write

ON = date(2026, 11, 2)
SOUND = write(DRAFT)
# Without the scheme of an electronic address (BR-62) the invoice reads well, and breaks a fatal rule.
BROKEN = SOUND.replace(b'<cbc:EndpointID schemeID="0184">', b"<cbc:EndpointID>", 1)


def decided(robot: Any, content: bytes, level: str) -> Any:
    item = robot.read(content, "x.xml")
    assert isinstance(item, Item), item
    [found] = robot.decide([item], registers(rows()), ON, {"format_check": level})
    return item, found


@pytest.mark.parametrize(
    ("content", "level", "advisory", "required", "verdict"),
    [
        (SOUND, "0", "ok", "ok", "approve"),
        (SOUND, "1", "ok", "ok", "approve"),
        (SOUND, "2", "ok", "ok", "approve"),
        (BROKEN, "0", "ok", "ok", "approve"),
        (BROKEN, "1", "fail", "ok", "approve"),
        (BROKEN, "2", "fail", "fail", "refer"),
    ],
)
def test_the_level_says_what_a_broken_format_does(
    robot: Any, content: bytes, level: str, *, advisory: str, required: str, verdict: str
) -> None:
    _, found = decided(robot, content, level)
    said = {each.rule: each.outcome for each in found.findings}
    assert (said["format"], said["format-required"], found.verdict) == (advisory, required, verdict)


def test_a_broken_format_goes_to_its_own_queue(robot: Any) -> None:
    _, found = decided(robot, BROKEN, "2")
    assert (found.queue, found.reason) == ("format", "format-required")


def test_the_clerk_sees_which_rules_are_broken_and_where(robot: Any) -> None:
    item, found = decided(robot, BROKEN, "2")
    section = robot.present(item, found.findings)[-1]
    assert section.title.en == "Format faults"
    assert any("BR-62" in note.text.da and "EndpointID" in note.text.da for note in section.notes)


def test_a_sound_format_has_no_section(robot: Any) -> None:
    item, found = decided(robot, SOUND, "2")
    titles = [section.title.en for section in robot.present(item, found.findings)]
    assert "Format faults" not in titles
