"""The vocabulary of benefits: every word has a meaning, and how a benefit is described."""

from __future__ import annotations

from enum import StrEnum

import pytest

from gevinst.engines.benefit import evidence, state_names
from gevinst.engines.businesscase.model.benefit_checks import benefit_faults
from gevinst.engines.businesscase.model.benefit_state import (
    GRADE_MEANING,
    MODE_MEANING,
    STATUS_MEANING,
    Grade,
    Mode,
    Status,
    is_measured,
)
from gevinst.engines.businesscase.model.benefit_types import (
    QUALITY_MEANING,
    TYPE_MEANING,
    BenefitType,
    QualityType,
)
from gevinst.engines.businesscase.model.diagram import DIAGRAM

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
    assert [kind.category for kind in BenefitType] == [
        f"benefit.{code}" for code in DIAGRAM["benefit"]
    ]


@pytest.mark.parametrize("status", Status)
def test_three_statuses_are_measured(status: Status) -> None:
    assert is_measured(status) is (status.value in {"measured", "realised", "sustained"})


@pytest.mark.parametrize(
    ("ours", "registers"),
    [(Mode, state_names.Mode), (Status, state_names.State), (Grade, evidence.Grade)],
)
def test_the_words_are_those_of_the_register(ours: type[StrEnum], registers: type[StrEnum]) -> None:
    assert [str(one) for one in ours] == [str(one) for one in registers]


@pytest.mark.parametrize(
    ("kind", "mode", "unit", "quality", "expected"),
    [
        (BenefitType.BUDGET, Mode.CAPACITY, "DKK/year", None, []),
        (BenefitType.SOCIOECONOMIC, Mode.REALLOCATED_TIME, "hours/year", None, []),
        (BenefitType.QUALITY, Mode.QUALITY, "errors per 1,000", TASK, []),
        (BenefitType.BUDGET, Mode.BUDGET_CUT, "hours/year", None, ["budget-not-in-money"]),
        (BenefitType.QUALITY, Mode.QUALITY, "dkk", TASK, ["quality-in-money"]),
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
