"""Versions of a rule: many of one id, never two at once."""

from datetime import date
from pathlib import Path

import pytest

from gevinst.engines.control import RuleFault
from gevinst.engines.control.tests.conftest import loaded, rule

RULE = rule(("loan.count == 1", "ok"), ("", "fail"))


def version(number: str, start: str, end: str = "") -> str:
    """A version in force from one date to another, without the heading of the list."""
    ends = f"    valid_to: {end}\n" if end else ""
    text = RULE.replace('version: "1"', f'version: "{number}"')
    text = text.replace("    valid_from: 2020-01-01\n", f"    valid_from: {start}\n{ends}")
    return text.replace("\nrules:\n", "")


def book(*versions: str) -> str:
    return "\nrules:\n" + "".join(versions)


@pytest.mark.parametrize(
    ("on", "number"),
    [
        (date(2019, 12, 31), ""),
        (date(2020, 6, 30), "1"),
        (date(2020, 7, 1), "2"),
        (date(2026, 1, 1), "2"),
    ],
)
def test_one_version_is_in_force_on_a_date(tmp_path: Path, on: date, number: str) -> None:
    text = book(version("2", "2020-07-01"), version("1", "2020-01-01", "2020-06-30"))
    found = loaded(tmp_path, text).about("loan", on)
    assert "".join(rule.version for rule in found) == number


OVERLAPS = [
    (("1", "2020-01-01", ""), ("2", "2021-01-01", ""), "2021-01-01"),
    (("1", "2020-01-01", "2020-06-30"), ("2", "2020-06-30", ""), "2020-06-30"),
    (("1", "2021-01-01", "2021-12-31"), ("2", "2020-01-01", "2021-01-01"), "2021-01-01"),
    (("1", "2020-01-01", "2024-12-31"), ("2", "2021-01-01", "2021-12-31"), "2021-01-01"),
]


@pytest.mark.parametrize(("one", "other", "day"), OVERLAPS)
def test_versions_that_overlap_are_refused_with_both_places(
    tmp_path: Path, one: tuple[str, str, str], other: tuple[str, str, str], day: str
) -> None:
    with pytest.raises(RuleFault) as caught:
        loaded(tmp_path, book(version(*one), version(*other)))
    said = str(caught.value)
    assert f"version '2' of the rule 'the-rule' is in force on {day} with version '1' at " in said
    assert said.count("rules.yaml:") == 2


def test_a_version_stands_once(tmp_path: Path) -> None:
    text = book(version("1", "2020-01-01", "2020-12-31"), version("1", "2021-01-01"))
    with pytest.raises(RuleFault, match=r"stands twice with version '1'; first at .*rules.yaml:"):
        loaded(tmp_path, text)


def test_there_are_no_versions_of_a_rule_that_is_not_there(tmp_path: Path) -> None:
    assert loaded(tmp_path, RULE).versions("another") == ()
