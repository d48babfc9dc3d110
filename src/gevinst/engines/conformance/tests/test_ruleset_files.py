"""Rule files: what they may hold, and that a fault names file, line and what was expected."""

from __future__ import annotations

from pathlib import Path

import pytest

from gevinst.engines.blockkit.contract import Text
from gevinst.engines.conformance.codelists import code_list, names_in
from gevinst.engines.conformance.ruleset import RuleSet, load_ruleset, read_ruleset
from gevinst.engines.control.places import RuleFault

HEAD = "ruleset: mine\n"
RULE = """rules:
  - id: A-1
    flag: fatal
    context: "cbc:ID"
    test: ". != ''"
    da: Tom
    en: Empty
"""


def read(folder: Path, *texts: str) -> RuleSet:
    for number, text in enumerate(texts):
        (folder / f"{number}.yaml").write_text(HEAD + text, encoding="utf-8")
    return read_ruleset("mine", folder)


def test_a_rule_holds_what_stands_in_the_file(tmp_path: Path) -> None:
    (rule,) = read(tmp_path, RULE).rules
    assert (rule.id, rule.ruleset, rule.flag) == ("A-1", "mine", "fatal")
    assert (rule.context, rule.test, rule.message) == ("cbc:ID", ". != ''", Text("Tom", "Empty"))
    assert rule.place == f"{tmp_path / '0.yaml'}:3"


def test_lets_and_reads_are_kept(tmp_path: Path) -> None:
    more = '    let: {x: "cbc:A"}\n    reads: ["$x", "."]\n'
    (rule,) = read(tmp_path, RULE + more).rules
    assert (rule.lets, rule.reads) == ({"x": "cbc:A"}, ("$x", "."))


def test_a_template_is_one_rule_an_entry(tmp_path: Path) -> None:
    text = RULE.replace("  - id: A-1", "  - for: [{n: 1}, {n: 2}]\n    id: A-%{n}")
    assert read(tmp_path, text).ids() == ("A-1", "A-2")


def test_files_of_a_set_are_read_together(tmp_path: Path) -> None:
    found = read(tmp_path, 'let: {x: "/*"}\n', RULE + "not_yet: {A-2: later}\n")
    assert (found.lets, found.ids(), found.not_yet) == ({"x": "/*"}, ("A-1",), {"A-2": "later"})


def test_a_forbidden_path_always_fires(tmp_path: Path) -> None:
    text = "rules:\n  - {id: A-1, flag: warning, forbidden: '/*/cbc:A', da: a, en: a}\n"
    (rule,) = read(tmp_path, text).rules
    assert (rule.context, rule.test) == ("/*/cbc:A", "false()")


def test_a_table_of_forbidden_paths_has_one_message(tmp_path: Path) -> None:
    text = (
        "forbidden_paths:\n  flag: warning\n  da: Fjern %{path}\n  en: Remove %{path}\n"
        "  paths: {A-1: \"/*/cbc:A[. != '2/1']\"}\n"
    )
    (rule,) = read(tmp_path, text).rules
    assert rule.message == Text("Fjern cbc:A", "Remove cbc:A")


def test_one_id_may_stand_in_many_places(tmp_path: Path) -> None:
    assert len(read(tmp_path, RULE, RULE.replace("cbc:ID", "cbc:Name")).rules) == 2


@pytest.mark.parametrize(
    ("texts", "line", "said"),
    [
        ((RULE, RULE), 3, "A-1 stands at"),
        (('let: {x: "1"}\n', 'let: {x: "2"}\n'), 1, "'x' stands in another file too"),
        ((RULE.replace("fatal", "severe"),), 4, "expected one of fatal, warning"),
        ((RULE.replace("Tom", "''"),), 7, "expected a text"),
        ((RULE.replace("Tom", "'%{who}'"),), 7, r"none: the rule has no 'for'"),
        (
            (RULE.replace("  - id: A-1", "  - for: [{n: 1}]\n    id: A-%{m}"),),
            4,
            r"entry \(n\), found 'm'",
        ),
        ((RULE.replace("    test:", "    tests:"),), 3, "expected the key 'test'"),
        ((RULE + "    why: x\n",), 9, "unknown key 'why'"),
        (("what: x\n",), 2, "unknown key 'what'"),
    ],
)
def test_a_fault_names_file_line_and_what_was_expected(
    tmp_path: Path, texts: tuple[str, ...], line: int, said: str
) -> None:
    with pytest.raises(RuleFault, match=said) as caught:
        read(tmp_path, *texts)
    assert (caught.value.file.parent, caught.value.line) == (tmp_path, line)


def test_a_set_without_files_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(RuleFault, match="expected rule files of 'mine'"):
        read(tmp_path)


def test_a_set_is_read_once() -> None:
    assert load_ruleset("en16931") is load_ruleset("en16931")


def test_every_id_of_the_norm_is_there_or_said_not_to_apply() -> None:
    found = load_ruleset("en16931")
    assert (len(found.ids()), len(found.not_applicable), found.not_yet) == (974, 6, {})


def test_code_lists_are_read_by_name() -> None:
    assert code_list("VAT-POINT") == ("3", "35", "432")


def test_an_unknown_code_list_is_said_with_those_there_are() -> None:
    with pytest.raises(KeyError, match="CURRENCY"):
        code_list("NONE")


def test_lists_are_found_in_expressions() -> None:
    assert names_in("g:in-list(., 'ICD') and . != 'SEPA'") == ["ICD"]
