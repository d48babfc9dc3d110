"""One rule is changed in the text: it says what it should, and not a byte elsewhere is touched."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from gevinst.engines.control.editing import (
    NoSuchRule,
    add_version,
    field_at,
    next_version,
    read_entry,
    replace_rule,
    rule_entry,
)
from gevinst.engines.control.places import RuleFault

BLOCKS = """\
# The house's rules. Blåbærgrød.
rules:
  # the first
  - id: one
    version: "1"   # stays
    name: {da: "Én", en: "One"}
    valid_from: 2020-01-01
    cases:
      # often
      - when: line.price > 1
        outcome: fail
      - otherwise: true
        outcome: ok
    text: >-
      folded
      text
  # the second

  - id: two
    version: "1"
    name: {da: "To", en: "Two"}   # short
facts: []  # none
"""
FLOW = (
    "rules: [{id: one, version: 1, name: {da: x, en: y}}, {id: two, version: 1, name: z}] # end\n"
)
LOOSE = "rules:\n- id: one\n  version: 1\n  empty:\n-\n  id: two\n  version: 1\n"
OTHER = "subjects: {}\n"
SHAPES = {"blocks": BLOCKS, "flow": FLOW, "loose": LOOSE}
texts = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=30
) | st.sampled_from(["1", "true", "~", "2026-01-01", "a: b", "# x", "- x", "{line.price}", ""])
values = texts | st.lists(st.dictionaries(st.sampled_from(["when", "outcome", "wait"]), texts))


def files(text: str) -> dict[str, str]:
    return {"a.yaml": OTHER, "b.yaml": text}


@pytest.mark.parametrize("text", SHAPES.values(), ids=SHAPES)
@pytest.mark.parametrize("rule", ["one", "two"])
def test_the_same_entry_again_changes_nothing(text: str, rule: str) -> None:
    before = files(text)
    assert replace_rule(before, rule, "1", rule_entry(before, rule, "1")) == before


def test_only_the_value_that_differs_is_written_anew() -> None:
    before = files(BLOCKS)
    entry = {**rule_entry(before, "one", "1"), "name": {"da": "Første", "en": "First: one"}}
    after = replace_rule(before, "one", "1", entry)
    changed = BLOCKS.replace('{da: "Én", en: "One"}', '{da: Første, en: "First: one"}')
    assert after == files(changed)


def test_a_new_key_stands_behind_the_one_before_it() -> None:
    before = files(BLOCKS)
    entry: dict[str, Any] = {}
    for key, value in rule_entry(before, "two", "1").items():
        entry |= {key: value} | ({"valid_to": "2026-12-31"} if key == "version" else {})
    after = replace_rule(before, "two", "1", entry)["b.yaml"]
    assert '    version: "1"\n    valid_to: 2026-12-31\n    name: {da: "To"' in after


def test_a_key_that_is_gone_is_gone() -> None:
    before = files(BLOCKS)
    entry = rule_entry(before, "one", "1")
    del entry["text"]
    after = replace_rule(before, "one", "1", entry)
    assert rule_entry(after, "one", "1") == entry
    assert after["b.yaml"].endswith(BLOCKS[BLOCKS.index("  # the second") :])


@pytest.mark.parametrize("text", SHAPES.values(), ids=SHAPES)
@pytest.mark.parametrize("rule", ["one", "two"])
def test_a_version_is_added_and_both_are_found(text: str, rule: str) -> None:
    before = files(text)
    entry = {**rule_entry(before, rule, "1"), "version": "2"}
    after = add_version(before, rule, "1", entry)
    assert rule_entry(after, rule, "2") == entry
    assert rule_entry(after, rule, "1") == rule_entry(before, rule, "1")
    assert len(yaml.safe_load(after["b.yaml"])["rules"]) == 3


def test_a_version_added_to_the_last_line_keeps_the_comment_there() -> None:
    text = "rules:\n  - id: one\n    version: 1  # here"
    entry = {"id": "one", "version": "2"}
    assert add_version({"a.yaml": text}, "one", "1", entry)["a.yaml"] == (
        'rules:\n  - id: one\n    version: 1  # here\n\n  - id: one\n    version: "2"'
    )


@given(
    entry=st.dictionaries(st.sampled_from(["name", "cases", "queue", "valid_to", "order"]), values),
    shape=st.sampled_from(sorted(SHAPES)),
    rule=st.sampled_from(["one", "two"]),
)
def test_any_entry_comes_back_as_it_was_written_and_the_rest_stays(
    entry: dict[str, Any], shape: str, rule: str
) -> None:
    before = files(SHAPES[shape])
    wanted = {"id": rule, "version": "1", **entry}
    after = replace_rule(before, rule, "1", wanted)
    assert rule_entry(after, rule, "1") == wanted
    other = "two" if rule == "one" else "one"
    assert rule_entry(after, other, "1") == rule_entry(before, other, "1")
    assert after["a.yaml"] == OTHER
    start, end = kept(before["b.yaml"], rule)
    assert after["b.yaml"].startswith(start)
    assert after["b.yaml"].endswith(end)


def kept(text: str, rule: str) -> tuple[str, str]:
    """What stands before the rule's entry, and from the next thing on."""
    at = text.index(f"id: {rule}")
    behind = {"one": "id: two", "two": "facts" if "facts" in text else "#"}[rule]
    end = text.find(behind, at)
    return text[:at].rstrip("{"), text[end:] if end >= 0 else ""


@pytest.mark.parametrize(("rule", "version"), [("three", "1"), ("one", "7")])
def test_a_rule_that_is_not_there(rule: str, version: str) -> None:
    with pytest.raises(NoSuchRule):
        rule_entry(files(BLOCKS), rule, version)


@pytest.mark.parametrize(
    "text", ["rules: ~\n", "- a\n", "rules: [x, {id: [a], version: 1}, {version: 1}]\n"]
)
def test_what_is_no_rule_is_passed_over(text: str) -> None:
    assert rule_entry({"0.yaml": text, "b.yaml": LOOSE}, "two", "1") == {
        "id": "two",
        "version": "1",
    }


@pytest.mark.parametrize(
    ("written", "path"),
    [
        ("line.price > 1", ("cases", 0, "when")),
        ("outcome: ok", ("cases", 1, "outcome")),
        ("One", ("name", "en")),
        ("id: one", ("id",)),
        ("id: two", None),
        ("facts", None),
    ],
)
def test_a_place_is_found_in_the_entry(written: str, path: tuple[Any, ...] | None) -> None:
    before = BLOCKS[: BLOCKS.index(written)]
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    fault = RuleFault(Path("b.yaml"), line, column, "wrong")
    assert field_at(files(BLOCKS), "one", "1", fault) == path


def test_a_fault_in_another_file_is_at_no_field() -> None:
    fault = RuleFault(Path("a.yaml"), 5, 5, "wrong")
    assert field_at(files(BLOCKS), "one", "1", fault) is None


@pytest.mark.parametrize("text", ["", "- a", "a: {", "text"])
def test_an_entry_is_a_mapping(text: str) -> None:
    with pytest.raises(RuleFault):
        read_entry(text)


@pytest.mark.parametrize(
    ("known", "following"),
    [
        ([], "1"),
        (["1", "2"], "3"),
        (["3", "2"], "4"),
        (["2.9"], "2.10"),
        (["v"], "v-2"),
        (["v-2", "v"], "v-3"),
    ],
)
def test_the_next_version(known: list[str], following: str) -> None:
    assert next_version(known) == following
