"""The vocabulary of benefits: every word has a meaning, and what may follow what."""

from __future__ import annotations

from enum import StrEnum

import pytest

from gevinst.engines.businesscase.model.benefit_types import (
    GRADE_MEANING,
    MODE_MEANING,
    QUALITY_MEANING,
    STATUS_MEANING,
    TYPE_MEANING,
    BenefitType,
    Grade,
    Mode,
    QualityType,
    Status,
    benefit_faults,
    flows_to_budget,
    is_measured,
    move_faults,
    next_statuses,
)
from gevinst.engines.businesscase.model.taxonomy import DIAGRAM

TASK = QualityType.TASK


@pytest.mark.parametrize(
    ("words", "meaning"),
    [
        (BenefitType, TYPE_MEANING),
        (QualityType, QUALITY_MEANING),
        (Mode, MODE_MEANING),
        (Grade, GRADE_MEANING),
        (Status, STATUS_MEANING),
    ],
)
def test_every_word_has_its_own_meaning(words: type[StrEnum], meaning: dict[StrEnum, str]) -> None:
    assert list(meaning) == list(words)
    assert len(set(meaning.values())) == len(meaning)


def test_the_types_are_the_categories_of_the_diagram() -> None:
    assert tuple(DIAGRAM["benefit"]) == tuple(BenefitType)


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("idea", ["expected"]),
        ("expected", ["estimated", "lapsed"]),
        ("estimated", ["measured", "lapsed"]),
        ("measured", ["realised", "lapsed"]),
        ("realised", ["sustained", "lapsed"]),
        ("sustained", ["lapsed"]),
        ("lapsed", []),
    ],
)
def test_what_may_follow_a_status(status: str, expected: list[str]) -> None:
    assert [str(one) for one in next_statuses(Status(status))] == expected


@pytest.mark.parametrize(
    ("to", "evidence", "owner", "dated", "expected"),
    [
        (Status.ESTIMATED, "sheet", "head of unit", True, []),
        (Status.LAPSED, "sheet", "head of unit", True, []),
        (Status.MEASURED, "sheet", "head of unit", True, ["status-not-next"]),
        (Status.EXPECTED, "sheet", "head of unit", True, ["status-not-next"]),
        (Status.ESTIMATED, "  ", "head of unit", True, ["evidence-missing"]),
        (Status.ESTIMATED, "sheet", "", False, ["owner-missing", "date-missing"]),
    ],
)
def test_a_move_needs_to_be_next_and_to_be_evidenced(
    to: Status, evidence: str, owner: str, dated: bool, expected: list[str]
) -> None:
    notes = move_faults(Status.EXPECTED, to, evidence=evidence, owner=owner, dated=dated)
    assert [note.code for note in notes] == expected


def test_nothing_follows_what_has_lapsed() -> None:
    (note,) = move_faults(Status.LAPSED, Status.IDEA, evidence="e", owner="o", dated=True)
    assert "it can become nothing more" in note.message


@pytest.mark.parametrize("status", Status)
def test_three_statuses_are_measured(status: Status) -> None:
    assert is_measured(status) is (status.value in {"measured", "realised", "sustained"})


@pytest.mark.parametrize("mode", Mode)
def test_only_a_budget_cut_reaches_the_budget(mode: Mode) -> None:
    assert flows_to_budget(mode) is (mode.value == "budget_cut")


@pytest.mark.parametrize(
    ("kind", "mode", "unit", "quality", "expected"),
    [
        (BenefitType.BUDGET, Mode.CAPACITY, "DKK/year", None, []),
        (BenefitType.SOCIOECONOMIC, Mode.REALLOCATED_TIME, "hours/year", None, []),
        (BenefitType.QUALITY, Mode.QUALITY, "errors per 1,000", TASK, []),
        (BenefitType.BUDGET, Mode.BUDGET_CUT, "hours/year", None, ["budget-not-in-money"]),
        (BenefitType.BUDGET, Mode.QUALITY, "DKK", None, ["mode-does-not-fit"]),
        (BenefitType.QUALITY, Mode.QUALITY, "DKK", TASK, ["quality-in-money"]),
        (BenefitType.QUALITY, Mode.QUALITY, " ", TASK, ["unit-missing"]),
        (BenefitType.QUALITY, Mode.CAPACITY, "score 1-5", TASK, ["mode-does-not-fit"]),
        (BenefitType.QUALITY, Mode.QUALITY, "score 1-5", None, ["sub-type-missing"]),
        (BenefitType.BUDGET, Mode.CAPACITY, "DKK", TASK, ["sub-type-not-quality"]),
    ],
)
def test_a_benefit_is_described_soundly(
    kind: BenefitType, mode: Mode, unit: str, quality: QualityType | None, expected: list[str]
) -> None:
    assert [note.code for note in benefit_faults(kind, mode, unit, quality)] == expected
