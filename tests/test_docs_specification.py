"""The pages made from tests and from the schema of a case: what is read, and that nothing is left untold."""

from __future__ import annotations

import doctest
import importlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from gevinst.engines.businesscase.casefile.schema import schema

SCRIPTS = Path(__file__).resolve().parent.parent / "scripts"
TESTS = '''
"""What doubles.

More that is no opening.
"""
OLD, NEW = make("old"), {**OLD, "x": D("1.50")}

# what goes in | what comes out
TABLE: list[tuple[Any, str]] = [(OLD, "a"), ([NEW, 2], None)]
ONE_ROW = [(1, 2)]
PAIRS = [(1, 2), (3, 4)]
HALF = (D("0.5"), -1)


def make(name):
    """Made of a name."""


@pytest.mark.parametrize(("given", "expected"), TABLE)
def test_it_doubles_by_roi(given, expected): ...


@pytest.mark.parametrize(("given", "expected"), TABLE)
def test_it_doubles_again(given, expected): ...


@pytest.mark.parametrize("a, b_c, ok", [(*HALF, True), ("x_y", lambda: D(3) + 1, False)])
def test_inline(a, b_c, ok): ...


@pytest.mark.parametrize(("a", "b"), ONE_ROW)
@pytest.mark.parametrize("a", [1, 2])
@pytest.mark.parametrize(("a", "b"), [each for each in PAIRS])
@given(x=1)
@other
def test_no_table(a, b): ...
'''


@pytest.fixture
def pages(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.syspath_prepend(str(SCRIPTS))
    return lambda name: importlib.import_module(f"pages.{name}")


@pytest.fixture
def spec(pages: Any) -> ModuleType:
    module: ModuleType = pages("spec_tables")
    return module


@pytest.fixture
def example(tmp_path: Path) -> Path:
    path = tmp_path / "test_example.py"
    path.write_text(TESTS.lstrip(), encoding="utf-8")
    return path


def test_a_constant_with_a_comment_names_its_columns(spec: ModuleType, example: Path) -> None:
    first = spec.tables(example)[0]
    assert first.title == "It doubles by ROI"
    assert first.columns == ("what goes in", "what comes out")
    assert first.rows == (("`OLD`", "a"), ("`[NEW, 2]`", "–"))


def test_what_cells_speak_of_is_explained(spec: ModuleType, example: Path) -> None:
    words = spec.tables(example)[0].words
    assert words == {"OLD": "`make(old)`", "NEW": "`…OLD, x: 1.50`", "make": "Made of a name."}


def test_a_table_in_the_decorator_takes_the_parameters_as_columns(
    spec: ModuleType, example: Path
) -> None:
    second = spec.tables(example)[1]
    assert (second.title, second.columns) == ("Inline", ("a", "b c", "ok"))
    assert second.rows == (("0.5", "-1", "yes"), ("`x_y`", "`3 + 1`", "no"))


def test_what_is_no_table_is_left_out_and_one_table_stands_once(
    spec: ModuleType, example: Path
) -> None:
    assert len(spec.tables(example)) == 2
    assert spec.opening(example) == "What doubles."


def test_a_room_without_a_table_is_told(pages: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    page = pages("benefit_specification")
    monkeypatch.setattr(page, "ROOMS", {"cases/none": "None"})
    with pytest.raises(LookupError, match="no test of cases/none"):
        page.page()


@pytest.mark.parametrize("room", ["calculus", "indicators", "risk", "sharing", "figures", "checks"])
def test_the_page_has_the_rows_that_the_tests_run(pages: Any, spec: ModuleType, room: str) -> None:
    text = pages("benefit_specification").page()
    engine = pages("benefit_specification").ENGINE
    held = [
        each for path in (engine / room / "tests").glob("test_*.py") for each in spec.tables(path)
    ]
    assert held
    for each in held:
        assert pages("markdown").table(each.columns, each.rows) in text


@pytest.mark.parametrize("name", ["spec_cells", "spec_tables", "json_type", "markdown"])
def test_the_examples_of_a_generator_hold(pages: Any, name: str) -> None:
    found = doctest.testmod(pages(name))
    assert found.failed == 0
    assert found.attempted


def test_a_function_without_words_is_told(pages: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    page = pages("formulas")
    monkeypatch.delitem(page.MEANINGS, "half_up")
    with pytest.raises(page.UntoldName, match="half_up"):
        page.page()


def test_doubtful_parameters_are_asked_for(pages: Any) -> None:
    last = pages("parameters").page().strip().splitlines()[-1]
    assert last.startswith("To be confirmed")
    assert "`optimism-duration`" in last


def properties(part: Mapping[str, Any], path: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Every key of a part of the schema that has a line of its own in the file."""
    for key, each in part.get("properties", {}).items():
        yield f"{path}.{key}", each
        for inner in (each, each.get("items", {})):
            if len(inner.get("properties", {})) > 2:
                yield from properties(inner, f"{path}.{key}")


KEYS = [
    *properties({"properties": schema()["properties"]}, "case"),
    *(each for name, part in schema()["$defs"].items() for each in properties(part, name)),
]
BARE = {"low", "likely", "high"}


def test_every_key_of_a_case_file_says_what_it_means() -> None:
    silent = {name for name, each in KEYS if not each.get("description")}
    assert {name for name in silent if name.rpartition(".")[2] not in BARE} == set()
    assert len(KEYS) > 150


def test_a_benefit_s_own_keys_are_told_apart(pages: Any) -> None:
    text = pages("case_file").page()
    own = text.partition("\n## Benefits\n")[2].partition("\n## ")[0]
    keys = [line.split("`")[1] for line in own.splitlines() if line.startswith("| `")]
    assert keys == ["relieves", "mode", "kind"]


def test_the_page_holds_no_sign_that_cannot_be_seen() -> None:
    page = SCRIPTS.parent / "docs" / "reference" / "benefit-specification.md"
    assert page.read_text("utf-8").replace("\n", "").isprintable()
