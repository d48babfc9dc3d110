"""What is said against a rule book before it is used."""

from dataclasses import replace

import pytest

from gevinst.engines.blockkit.contract import Text
from gevinst.engines.control.checkup import Checkup, checkup
from gevinst.engines.control.tests.conftest import SUBJECTS, rule
from gevinst.engines.control.tests.test_control_wording import MANIFEST

FACT = """
facts:
  fee: {subject: loan, register: fees, match: {kind: kind}}
"""
RULE = rule(("fee.matches == 1", "ok"), ("", "fail")).replace(
    "given: {}, outcome: ok", "given: {fee.matches: 1}, outcome: ok"
)
SOUND = SUBJECTS + FACT + RULE


def checked(text: str) -> Checkup:
    return checkup({"a.yaml": text}, MANIFEST)


def test_a_sound_book_gives_no_remark() -> None:
    found = checked(SOUND)
    assert (found.remarks, found.sound, found.book is not None) == ((), True, True)


@pytest.mark.parametrize(
    ("before", "after", "code", "at", "fault"),
    [
        ("queue: desk", "queue: nowhere", "unknown-queue", "nowhere", True),
        ("fee.matches: 1}, outcome", "fee.matches: 2}, outcome", "broken-example", "{title", True),
        ("facts:", "facts:\n  spare: {subject: loan, register: fees, match: {kind: kind}}",
         "unused-fact", "spare", False),
        ("fee.matches == 1", "fee.colour == 1", "unreadable", "fee.colour", True),
    ],
)  # fmt: skip
def test_a_remark_has_its_place(before: str, after: str, code: str, at: str, fault: bool) -> None:
    text = SOUND.replace(before, after)
    found = checked(text)
    (remark,) = found.remarks
    assert (remark.code, remark.fault, found.sound) == (code, fault, not fault)
    file, line, column = remark.place.split(":")
    assert file == "a.yaml"
    assert text.splitlines()[int(line) - 1][int(column) - 1 :].startswith(at)


def test_a_broken_example_says_what_was_expected_and_found() -> None:
    (remark,) = checked(SOUND.replace("fee.matches: 1}", "fee.matches: 2}")).remarks
    assert remark.message == Text(
        "eksempel 1 på the-rule 1 (god): forventede ok, fik fail (case 2): m",
        "example 1 of the-rule 1 (good): expected ok, found fail (case 2): m",
    )


def test_a_book_that_cannot_be_read_is_none() -> None:
    assert checked("rules: [").book is None


def test_a_register_that_the_manifest_lacks_is_unreadable() -> None:
    found = checkup({"a.yaml": SOUND}, replace(MANIFEST, registers=()))
    assert "expected one of loan, found 'fees'" in found.remarks[0].message.en
