"""Rules that one set borrows from another: what they hold, and what is said where that cannot be."""

from __future__ import annotations

from pathlib import Path

import pytest

from gevinst.engines.conformance.program import program
from gevinst.engines.conformance.ruleset import RuleSet, load_ruleset, read_ruleset
from gevinst.engines.control.places import RuleFault

WRITTEN = """rules:
  - {id: A-1, flag: fatal, context: "cbc:ID", test: ". != ''", da: Tom, en: Empty, reads: ["."]}
  - {id: A-1, flag: fatal, context: "cbc:Name", test: ". != ''", da: Tom, en: Empty}
  - {id: A-2, flag: warning, context: "cbc:Note", test: "$short", da: Lang, en: Long}
"""
BORROWED = """rules:
  - borrow: lender
    ids: [{}]
"""
OWN = '  - {id: B-1, flag: fatal, context: "cbc:ID", test: ". = 1", da: Et, en: One}\n'


def read(folder: Path, text: str, lent: str = WRITTEN) -> RuleSet:
    """The set `mine` with this text, beside a set `lender`."""
    for name, said in (("lender", lent), ("mine", text)):
        (folder / name).mkdir()
        (folder / name / "rules.yaml").write_text(f"ruleset: {name}\n{said}", encoding="utf-8")
    return read_ruleset("mine", folder / "mine")


def test_a_borrowed_rule_is_the_lenders_in_all_its_contexts(tmp_path: Path) -> None:
    mine = read(tmp_path, BORROWED.format("A-1"))
    theirs = read_ruleset("lender", tmp_path / "lender")

    def said(rules: RuleSet) -> list[tuple[object, ...]]:
        return [(r.id, r.flag, r.context, r.test, r.message, r.reads) for r in rules.rules]

    assert said(mine) == said(theirs)[:2]


def test_a_borrowed_rule_belongs_to_the_borrower(tmp_path: Path) -> None:
    first, _ = read(tmp_path, BORROWED.format("A-1")).rules
    assert (first.ruleset, first.lender) == ("mine", "lender")
    assert first.place == f"{tmp_path / 'mine' / 'rules.yaml'}:4"


def test_borrowed_rules_stand_where_they_are_borrowed(tmp_path: Path) -> None:
    text = f"rules:\n{OWN}{BORROWED.format('A-2, A-1').removeprefix('rules:')[1:]}"
    assert [rule.id for rule in read(tmp_path, text).rules] == ["B-1", "A-2", "A-1", "A-1"]


def test_a_forbidden_path_can_be_borrowed(tmp_path: Path) -> None:
    lent = "forbidden_paths: {flag: fatal, da: a, en: a, paths: {A-1: '/*/cbc:A'}}\n"
    assert read(tmp_path, BORROWED.format("A-1"), lent).ids() == ("A-1",)


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        (BORROWED.format("A-1").replace("lender", "lander"), 3, "expected one of lender, found"),
        (BORROWED.format("A-1").replace("lender", "mine"), 3, "expected one of lender, found"),
        (BORROWED.format("A-1, A-9"), 4, "a rule written in lender, found 'A-9'"),
        (BORROWED.format("A-1, A-1"), 4, "A-1 stands at .*:4 too"),
        (
            BORROWED.format("B-1, A-2") + OWN.replace("B-1", "A-2"),
            4,
            "A-2 is borrowed here and written at .*:5: keep one of them",
        ),
        ("rules:\n  - borrow: lender\n", 3, "expected the key 'ids'"),
        (BORROWED.format("A-1") + "    flag: fatal\n", 5, "unknown key 'flag'"),
    ],
)
def test_a_fault_names_the_place_of_borrowing(
    tmp_path: Path, text: str, line: int, said: str
) -> None:
    with pytest.raises(RuleFault, match=said) as caught:
        read(tmp_path, text, WRITTEN + OWN)
    assert (caught.value.file, caught.value.line) == (tmp_path / "mine" / "rules.yaml", line)


def test_what_a_lender_borrowed_is_not_lent_on(tmp_path: Path) -> None:
    lent = "rules:\n  - {borrow: mine, ids: [B-1]}\n"
    with pytest.raises(RuleFault, match="a rule written in lender, found 'A-1'"):
        read(tmp_path, BORROWED.format("A-1") + OWN, lent)


def test_a_variable_that_the_borrower_lacks_is_said_at_the_borrowing(tmp_path: Path) -> None:
    with pytest.raises(RuleFault, match=r"A-2: .*short") as caught:
        program([read(tmp_path, BORROWED.format("A-2"))])
    assert (caught.value.file.parent.name, caught.value.line) == ("mine", 4)


def test_oioubl_3_borrows_from_peppol_and_repeats_none_of_its_rules() -> None:
    written = {(r.id, r.flag, r.context, r.test) for r in load_ruleset("peppol-bis-3").rules}
    repeated = [
        rule.id
        for rule in load_ruleset("oioubl-3").rules
        if not rule.lender and (rule.id, rule.flag, rule.context, rule.test) in written
    ]
    assert repeated == []
