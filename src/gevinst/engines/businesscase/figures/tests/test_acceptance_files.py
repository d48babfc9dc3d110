"""Files of checks: what may be left out, what is refused, what the runner prints and leaves with."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from gevinst.engines.businesscase.figures.acceptance import main
from gevinst.engines.businesscase.figures.acceptance_entry import as_check
from gevinst.engines.businesscase.figures.acceptance_file import read
from gevinst.engines.businesscase.figures.acceptance_run import run

D = Decimal
GOOD = {
    "id": "A-1",
    "formula": "a/b",
    "inputs": {"a": 1, "b": 4},
    "published": 0.25,
    "tolerance": 0,
}


def written(folder: Path, content: Any) -> Path:
    path = folder / "checks.json"
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return path


# what a check says -> published, tolerance
TOLD: list[tuple[dict[str, Any], Any, Any]] = [
    ({}, None, 0),
    ({"published": D("68.1")}, D("68.1"), D("0.05")),
    ({"published": D("68.1"), "tolerance": None}, D("68.1"), D("0.05")),
    ({"published": D("68.1"), "tolerance": 1}, D("68.1"), 1),
    ({"published": 41}, 41, 0),
    ({"published": [D("2.2"), 3]}, [D("2.2"), 3], [D("0.05"), 0]),
    ({"published": True, "tolerance": None}, True, 0),
    ({"published": "1,045"}, D("1.045"), D("0.0005")),
    ({"published": "1,045", "tolerance": 0}, D("1.045"), 0),
    ({"published": "end of 2023"}, "end of 2023", 0),
]


@pytest.mark.parametrize(("told", "published", "tolerance"), TOLD)
def test_what_is_left_out_is_read_off_the_print(
    told: dict[str, Any], published: Any, tolerance: Any
) -> None:
    check = as_check({"formula": "a", **told})
    assert (check.published, check.tolerance) == (published, tolerance)


def test_keys_may_be_null() -> None:
    keys = ("inputs", "input_intervals", "assumptions", "circular", "figure", "unit")
    check = as_check({"formula": "1", **dict.fromkeys(keys)})
    assert (check.inputs, check.intervals, check.assumptions, check.circular) == ({}, {}, (), False)


def test_intervals_are_those_of_numbers_either_way_round() -> None:
    inputs = {"a": 1, "v": [1, 2]}
    intervals = {"a": [D("1.5"), D("0.5")], "v": [1, 2], "c": None, "d": [1], "e": [None, 2]}
    check = as_check({"formula": "a", "inputs": inputs, "input_intervals": intervals})
    assert {name: str(each) for name, each in check.intervals.items()} == {"a": "[0.5, 1.5]"}


@pytest.mark.parametrize(
    ("told", "read_as"), [("one", ("one",)), ("", ()), (["a", "b"], ("a", "b"))]
)
def test_assumptions_may_be_one_text_or_many(told: Any, read_as: tuple[str, ...]) -> None:
    assert as_check({"formula": "a", "assumptions": told}).assumptions == read_as


def test_numbers_are_kept_as_printed(tmp_path: Path) -> None:
    path = written(
        tmp_path, '[{"formula": "x == 0.1", "inputs": {"x": 0.1000}, "published": true}]'
    )
    (entry,) = read(path)
    assert str(entry.check.inputs["x"]) == "0.1000"
    assert (entry.key, entry.case) == ("check 1", "")


REFUSED: list[tuple[Any, str]] = [
    ("{", "line 1: .*expected a JSON object"),
    ({"cases": []}, 'expected a list under "checks"'),
    (5, 'expected a list under "checks"'),
    ([5], "check 1: 5; expected an object with a formula"),
    ([{**GOOD, "input_intervals": {"a": ["x", "y"]}}], "A-1: "),
    ([{**GOOD, "inputs": 5}], "A-1: "),
]


@pytest.mark.parametrize(("content", "message"), REFUSED)
def test_a_file_that_is_none_is_refused(tmp_path: Path, content: Any, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        read(written(tmp_path, content))


# what the file gives -> what differs
DIFFERS: list[tuple[dict[str, Any], str]] = [
    ({"reproduces": "no"}, "reproduces: yes, given no"),
    ({"how": "none"}, "how: point, given none"),
    ({"power": "weak"}, "power: strong, given weak"),
    ({"computed": 0.26}, "computed: 0.25, given 0.26"),
    ({"deviation": 0.01}, "deviation: 0.00, given 0.01"),
    ({"computed_interval": [0, 1]}, "interval: -, given \\[0, 1\\]"),
    (
        {"input_intervals": {"a": [0, 2]}, "computed_interval": [0, 1]},
        "interval: \\[0.*, 0.5.*\\], given",
    ),
    ({"formula": "a/c"}, "formula: column 3: c has no value"),
    ({"formula": None}, "formula: column 1: there is nothing here"),
]


@pytest.mark.parametrize(("told", "difference"), DIFFERS)
def test_each_difference_is_named(tmp_path: Path, told: dict[str, Any], difference: str) -> None:
    (outcome,) = run(written(tmp_path, {"checks": [{**GOOD, **told}]}))
    assert not outcome.passed
    with pytest.raises(ValueError, match=difference):
        raise ValueError(outcome.differences[0])


AS_GIVEN: list[dict[str, Any]] = [
    {"reproduces": "yes", "how": "point", "computed": 0.25, "deviation": 0.0, "power": "strong"},
    {"input_intervals": {"a": [0, 2]}, "computed_interval": [0, 0.5]},
    {"formula": "1/3", "published": 0.33333, "tolerance": 0.001, "computed": 0.333333},
]


@pytest.mark.parametrize("told", AS_GIVEN)
def test_what_is_as_given_passes_to_the_printed_decimals(
    tmp_path: Path, told: dict[str, Any]
) -> None:
    (outcome,) = run(written(tmp_path, {"checks": [{**GOOD, **told}]}))
    assert outcome.differences == ()


def test_the_table_counts_what_is_as_given(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    checks = [
        GOOD,
        {"id": "A-2", "formula": "a/", "reproduces": "yes"},
        {**GOOD, "formula": "[a, b]"},
    ]
    assert main([str(written(tmp_path, {"checks": checks}))]) == 1
    printed = capsys.readouterr().out
    assert "ok      A-1               yes        point" in printed
    assert "DIFFERS A-2               error" in printed
    assert "[1, 4]" in printed
    assert printed.endswith("2 of 3 checks as given\n")


def test_the_outcomes_are_there_for_programs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = {"checks": [{**GOOD, "input_intervals": {"a": [0, 2]}}]}
    assert main([str(written(tmp_path, content)), "--json"]) == 0
    (found,) = json.loads(capsys.readouterr().out)
    assert (found["id"], found["reproduces"], found["computed"]) == ("A-1", "yes", "0.25")
    assert [[Decimal(end) for end in each] for each in found["interval"]] == [[0, D("0.5")]]


@pytest.mark.parametrize("arguments", [[], ["a.json", "b.json"], ["no-such-file.json"]])
def test_without_a_file_the_runner_leaves_with_two(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    assert capsys.readouterr().err
