"""A rule that cannot be read is refused with its file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from gevinst.engines.conformance.profiles import RULESETS
from gevinst.engines.conformance.program import program, program_of
from gevinst.engines.conformance.ruleset import read_ruleset
from gevinst.engines.control.places import RuleFault

FILE = """ruleset: own
let: {{id: "string(cbc:ID)"}}
rules:
  - {{id: A, flag: fatal, context: "{context}", test: "{test}", da: "d", en: "e"}}
"""


@pytest.mark.parametrize(
    ("context", "test", "said"),
    [
        ("cbc:ID", "1 +", "A: column 4: expected an expression"),
        ("cbc:ID[", "1", "A: column 8: expected an expression"),
        ("count(1)", "1", "A: column 1: expected a pattern"),
        ("cbc:ID", "$none", "a variable that is defined (id)"),
    ],
)
def test_a_fault_has_its_place(tmp_path: Path, context: str, test: str, said: str) -> None:
    (tmp_path / "a.yaml").write_text(FILE.format(context=context, test=test))
    with pytest.raises(RuleFault) as caught:
        program([read_ruleset("own", tmp_path)])
    assert said in str(caught.value)
    assert "a.yaml:4" in str(caught.value)


@pytest.mark.parametrize("profile", RULESETS)
def test_every_profile_has_a_program(profile: str) -> None:
    assert sum(len(group.rules) for group in program_of(profile).groups) > 50


def test_rules_of_one_context_are_one_group(tmp_path: Path) -> None:
    text = FILE.format(context="cbc:ID | cbc:Note", test="$id = 'x'")
    again = text.split("rules:\n")[1].replace("id: A", "id: B").replace("cbc:ID | ", "cbc:ID  |  ")
    (tmp_path / "a.yaml").write_text(text + again)
    (group,) = program([read_ruleset("own", tmp_path)]).groups
    assert [ready.rule.id for ready in group.rules] == ["A", "B"]
