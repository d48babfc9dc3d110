"""What a shipped case says of its source is found there, and its words are its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from gevinst.engines.businesscase.cases import ORDER, load, shipped
from gevinst.engines.businesscase.cases.tests.material import facts, source_lines
from gevinst.engines.businesscase.model.assumption import Assumption
from gevinst.engines.businesscase.model.published_figure import PublishedFigure
from gevinst.engines.businesscase.model.source import Source

WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")
LONGEST_RUN = 7
DOCUMENT = "ten-cases"


def sources(name: str) -> Iterator[tuple[str, Source]]:
    case = load(name)
    held = [
        *((each.name, each.source) for each in case.assumptions.values()),
        *((each.id, each.source) for each in (*case.lines, *case.quality, *case.published)),
    ]
    return ((key, source) for key, source in held if source.document)


@pytest.mark.parametrize("name", ORDER)
def test_every_line_of_the_source_holds_its_anchor(name: str) -> None:
    lines = source_lines()
    astray = [
        (key, source.line, source.anchor)
        for key, source in sources(name)
        if source.document != DOCUMENT or source.anchor not in lines[source.line - 1]
    ]
    assert astray == []
    assert all(source.anchor for _, source in sources(name))


def runs(text: str) -> set[tuple[str, ...]]:
    words = WORD.findall(text.lower())
    size = LONGEST_RUN + 1
    return {tuple(words[at : at + size]) for at in range(len(words) - size + 1)}


@pytest.mark.parametrize("name", ORDER)
def test_no_eight_words_in_a_row_are_the_sources(name: str) -> None:
    copied = runs(shipped()[name]) & runs("\n".join(source_lines()))
    assert [" ".join(run) for run in copied] == []


def test_eight_words_in_a_row_would_be_seen() -> None:
    line = next(line for line in source_lines() if len(WORD.findall(line)) > LONGEST_RUN)
    assert runs(line) & runs("\n".join(source_lines()))


def whole(value: object) -> object:
    """The fact as a number: `year 1` is 1, `6/7` is 6 of seven, `end 2023` is 2023, `2022-02` its month."""
    if not isinstance(value, str):
        return value
    if re.fullmatch(r"\d{4}-\d\d", value):
        return int(value[-2:])
    found = re.search(r"\d+", value)
    return int(found.group()) if found else value


INPUTS = [
    (name, fact) for name, held in facts().items() for fact in held if fact["role"] == "input"
]
RESULTS = [
    (name, fact)
    for name, held in facts().items()
    for fact in held
    if fact["role"] in ("output", "target", "quality")
]


@pytest.mark.parametrize(("name", "fact"), INPUTS, ids=lambda each: str(each)[:40])
def test_every_given_fact_is_an_assumption_with_its_place(
    name: str, fact: dict[str, object]
) -> None:
    each: Assumption = load(name).assumptions[str(fact["key"])]
    assert each.value == whole(fact["value"])
    assert each.status == fact["status"]
    assert each.source.anchor == fact["anchor"]
    assert each.title


@pytest.mark.parametrize(("name", "fact"), RESULTS, ids=lambda each: str(each)[:40])
def test_every_published_result_is_a_figure_with_its_place(
    name: str, fact: dict[str, object]
) -> None:
    figures = {each.id: each for each in load(name).published}
    figure: PublishedFigure = figures[str(fact["key"]).replace("_", "-")]
    assert figure.value == whole(fact["value"])
    assert figure.status == fact["status"]
    assert figure.source.anchor == fact["anchor"]
    wording = {"slightly_more_than": "slightly_more"}
    assert figure.qualifier == wording.get(str(fact["qualifier"]), fact["qualifier"])
