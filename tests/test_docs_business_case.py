"""The page on the method names what there is: intervals, baselines, modes, verdicts, traps, checks."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest

from gevinst.engines.businesscase.calculus.analysis import DRAWS
from gevinst.engines.businesscase.checks import CODES, Severity
from gevinst.engines.businesscase.figures import Published, Qualifier
from gevinst.engines.businesscase.figures.display import Display
from gevinst.engines.businesscase.figures.power import MEDIUM, STRONG
from gevinst.engines.businesscase.model.amounts import BEHAVIOURS
from gevinst.engines.businesscase.model.benefit_state import Mode
from gevinst.engines.businesscase.model.lines import BASELINES
from gevinst.engines.businesscase.parameters import by_year, number
from gevinst.engines.businesscase.proof.report import WORDS
from gevinst.engines.businesscase.readiness.grade import RULES
from gevinst.engines.businesscase.readiness.theme_result import COLOUR_RULE

D = Decimal
TEXT = (Path(__file__).resolve().parent.parent / "docs/explanation/business-case.md").read_text()


def section(heading: str) -> str:
    """What stands below a heading."""
    return TEXT.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]


def rows(text: str, columns: int) -> list[list[str]]:
    """The rows of the tables of that many columns, without heads."""
    found = re.findall(r"^\|.*\n\|[-|]+\n((?:\|.*\n?)+)", text, re.MULTILINE)
    cells = [row.strip("|").split("|") for table in found for row in table.splitlines()]
    return [[cell.strip() for cell in row] for row in cells if len(row) == columns]


PRINTED = rows(section("How published figures are judged"), 4)


@pytest.mark.parametrize("printed", PRINTED, ids=lambda row: row[0])
def test_what_was_printed_stands_for_its_interval(printed: list[str]) -> None:
    low, *high = re.findall(r"[\d.]+", printed[0])
    qualifier, *display = re.findall(r"`([^`]+)`", printed[1])
    figure = Published(
        D(low),
        int(printed[2]),
        Qualifier(qualifier),
        high=D(high[0]) if high else None,
        display=Display.TRUNCATED if display else Display.ROUNDED,
    )
    assert str(figure.interval()) == printed[3]


def test_every_wording_is_shown() -> None:
    assert {row[1].split("`")[1] for row in PRINTED} == set(Qualifier)


def test_every_trap_with_its_check() -> None:
    told = {(int(row[0]), row[3].strip("`")) for row in rows(section("The thirteen traps"), 4)}
    assert told == {(each.trap, code) for code, each in CODES.items() if each.trap}


def test_the_rules_of_counting_are_errors() -> None:
    told = re.findall(r"\(`([a-z-]+)`\)", section("Two worlds"))
    assert len(told) == 3
    assert {CODES[code].severity for code in told} == {Severity.ERROR}


def test_every_baseline_mode_and_behaviour() -> None:
    told = [row[0].strip("`") for row in rows(section("Two worlds"), 3)]
    assert [name for name in told if name in BASELINES] == list(BASELINES)
    amounts = section("What makes an amount")
    assert [mode for mode in Mode if f"`{mode}`" not in amounts] == []
    assert [kind for kind in BEHAVIOURS if f"*{kind}" not in amounts and kind not in amounts] == []


def test_every_verdict() -> None:
    told = [row[0] for row in rows(section("How published figures are judged"), 2)]
    assert told == list(WORDS.values())


def test_the_colours_and_the_grades_are_told_as_the_pages_tell_them() -> None:
    colours = {row[0]: row[1] for row in rows(section("Ready, and how good"), 2)}
    assert colours == {str(colour): rule for colour, rule in COLOUR_RULE.items()}
    grades = rows(section("Ready, and how good"), 4)
    assert [tuple(column) for column in zip(*(row[1:] for row in grades), strict=True)] == list(
        RULES.values()
    )


def test_the_numbers_of_the_prose() -> None:
    assert f"strong to {100 * STRONG:.1f} %, medium to {100 * MEDIUM:.1f} %" in TEXT
    assert f"{DRAWS:,} draws" in TEXT
    assert f"{number('hours-norm', 2026):,} paid hours" in TEXT
    assert f"there are {number('reference-class-size', 2026)} of them" in TEXT
    rates = [f"{100 * rate:.1f} %" for rate in by_year("discount-rate", 2026).values()]
    assert rates == re.findall(r"\d\.\d %", TEXT.partition("**Discounting**")[2])[:3]
