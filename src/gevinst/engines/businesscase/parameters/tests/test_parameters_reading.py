"""What a parameter file may say, and what each mistake is told as."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from gevinst.engines.businesscase.parameters import book
from gevinst.engines.businesscase.parameters.reading import read

GOOD = """
rate:
  unit: share (0-1)
  description: A rate.
  source: Somewhere
  values:
    - {from: 2020-01-01, to: 2020-12-31, value: 0.035}
    - {from: 2021-06-01, value: 0.1, source: Elsewhere, unconfirmed: true, note: Look it up.}
"""


def test_a_number_is_read_exactly_as_written() -> None:
    (rate,) = read(GOOD, "a.yaml")
    assert [str(dated.value) for dated in rate.values] == ["0.035", "0.1"]


def test_a_value_has_its_own_source_or_the_parameters() -> None:
    (rate,) = read(GOOD, "a.yaml")
    assert [dated.source for dated in rate.values] == ["Somewhere", "Elsewhere"]
    assert [dated.unconfirmed for dated in rate.values] == [False, True]
    assert rate.values[1].note == "Look it up."


@pytest.mark.parametrize(
    ("day", "value"),
    [
        ("2020-01-01", "0.035"),
        ("2020-12-31", "0.035"),
        ("2021-06-01", "0.1"),
        ("2099-01-01", "0.1"),
    ],
)
def test_both_ends_of_a_period_belong_to_it(day: str, value: str) -> None:
    (rate,) = read(GOOD, "a.yaml")
    assert rate.at(date.fromisoformat(day)).value == Decimal(value)


@pytest.mark.parametrize("day", ["2019-12-31", "2021-01-01", "2021-05-31"])
def test_outside_every_period_there_is_none(day: str) -> None:
    (rate,) = read(GOOD, "a.yaml")
    with pytest.raises(ValueError, match=f"'rate' has no value on {day}"):
        rate.at(date.fromisoformat(day))


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("rate:", "rate: [", "a.yaml: not YAML"),
        (GOOD, GOOD + GOOD, r"(?s)a.yaml: not YAML: 'rate' stands twice.*line 10,"),
        ("rate:", "? [a]\n: 5\nrate:", "(?s)a.yaml: not YAML: .*unhashable key"),
        ("  unit:", "  unit: one\n  unit:", "'unit' stands twice"),
        (GOOD, "just words", "a.yaml: expected parameters by name"),
        (GOOD, "rate: 5", "a.yaml: rate: expected the fields description, unit, values"),
        ("  unit: share (0-1)\n", "", "a.yaml: rate: unit is missing"),
        ("  unit:", "  kind: list\n  unit:", "the kind 'list' is none of number, by-year, steps"),
        ("  unit:", "  colour: red\n  unit:", "colour is not known; there is description, kind"),
        (GOOD[GOOD.index("  values") :], "  values: []\n", "values must be a list of at least one"),
        (GOOD[GOOD.index("  values") :], "  values: 5\n", "values must be a list of at least one"),
        ("2020-01-01", "1.1.2020", "'1.1.2020' is not a date; write 2025-01-31"),
        ("0.035", "'0,035'", "'0,035' is not a number; write 0.035"),
        ("0.035", ".nan", "'.nan' is not a number"),
        ("0.035", "Infinity", "'Infinity' is not a number"),
        ("0.035", "{0: 1}", "is not a number"),
        ("unconfirmed: true", "unconfirmed: maybe", "unconfirmed is 'maybe'; write true or false"),
        (
            "2020-12-31",
            "2019-12-31",
            "the value from 2020-01-01 ends before it begins, on 2019-12-31",
        ),
        ("2020-12-31", "2021-06-01", "the value from 2021-06-01 begins before the one above ends"),
        ("2021-06-01", "2019-06-01", "the value from 2019-06-01 begins before the one above ends"),
        ("  unit:", "  kind: by-year\n  unit:", "expected a table, from each step on a value"),
        ("  unit:", "  kind: steps\n  unit:", "expected a table, from each step on a value"),
    ],
)
def test_a_mistake_is_named_with_its_place(old: str, new: str, sentence: str) -> None:
    assert old in GOOD
    with pytest.raises(ValueError, match=sentence):
        read(GOOD.replace(old, new, 1), "a.yaml")


def test_a_source_is_needed_somewhere() -> None:
    with pytest.raises(ValueError, match="source is missing"):
        read(GOOD.replace("  source: Somewhere\n", ""), "a.yaml")


def test_a_value_is_fields() -> None:
    with pytest.raises(ValueError, match="expected the fields from, source, value"):
        read(GOOD[: GOOD.index("    - ")] + "    - 0.035\n", "a.yaml")


@pytest.mark.parametrize("table", ["{soon: 0.1}", "{-1: 0.1}", "{}"])
def test_a_table_by_year_has_numbers_of_years(table: str) -> None:
    text = GOOD.replace("  unit:", "  kind: by-year\n  unit:").replace("0.035", table)
    with pytest.raises(ValueError, match=r"is not a number of years|expected a table"):
        read(text, "a.yaml")


def test_a_name_stands_in_one_file() -> None:
    with pytest.raises(
        ValueError, match=r"b.yaml: the parameter 'rate' stands in another file too"
    ):
        book([("a.yaml", GOOD), ("b.yaml", GOOD)])
