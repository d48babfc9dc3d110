"""The readiness check of a case: answers that meet others' changes, themes left out, gaps as risks."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from gevinst.features.benefits.actions import cases as writing
from gevinst.features.benefits.actions.following import part_writing
from gevinst.features.benefits.actions.following.gaps import add_gap_to_pool, risk_id
from gevinst.features.benefits.actions.following.readiness import answer_readiness, leave_out_theme
from gevinst.features.benefits.models import BusinessCase
from gevinst.features.benefits.queries.cases.results import evaluated
from gevinst.features.benefits.queries.following.readiness import answers_of, risk_ids
from gevinst.features.benefits.tests.case_people import SOUND, CasePeople, case_people, sound_case
from gevinst.shared.errors import DomainError

pytestmark = pytest.mark.django_db
AGREED, PLAN = "financing.plan.agreed", "competences.training.plan"


@pytest.fixture
def people() -> CasePeople:
    return case_people()


def answer(
    case: BusinessCase, people: CasePeople, value: int | None, was: int | None, **other: Any
) -> Any:
    facts = {"question": AGREED, "by": people.writer, **other}
    return answer_readiness(case=case, answer=value, was=was, **facts)


def refused(code: str, act: Any, *given: Any, **named: Any) -> DomainError:
    with pytest.raises(DomainError) as fault:
        act(*given, **named)
    assert fault.value.code == code
    return fault.value


def fresh(case: BusinessCase) -> BusinessCase:
    return BusinessCase.objects.get(pk=case.pk)


def test_an_answer_stands_in_the_case_file(people: CasePeople) -> None:
    case = answer(sound_case(people), people, 2, None)
    assert answers_of(case).answers == {AGREED: 2}
    assert evaluated(case.text).case is not None


def test_an_answer_is_changed_and_taken_away(people: CasePeople) -> None:
    case = answer(sound_case(people), people, 2, None)
    case = answer(case, people, 1, 2)
    assert answers_of(case).answers == {AGREED: 1}
    assert answers_of(answer(case, people, None, 1)).answers == {}
    assert answers_of(answer(case, people, None, None)).answers == {}


def test_two_may_answer_different_questions_at_once(people: CasePeople) -> None:
    case = sound_case(people)
    answer(case, people, 2, None)
    answer(case, people, 1, None, question=PLAN, by=people.second)
    assert answers_of(fresh(case)).answers == {AGREED: 2, PLAN: 1}


def test_the_same_question_answered_meanwhile_is_told(people: CasePeople) -> None:
    case = sound_case(people)
    answer(case, people, 2, None, by=people.second)
    refused("conflict", answer, case, people, 0, None)
    assert answers_of(fresh(case)).answers == {AGREED: 2}


@pytest.mark.parametrize("facts", [{"question": "no.such.question"}, {"value": 3}, {"value": -1}])
def test_what_is_no_answer_is_refused(people: CasePeople, facts: dict[str, Any]) -> None:
    facts = {"value": 1, "was": None, **facts}
    refused("invalid", answer, sound_case(people), people, **facts)


def test_only_contributors_answer(people: CasePeople) -> None:
    case = sound_case(people)
    refused("not-allowed", answer, case, people, 1, None, by=people.reader)
    refused("not-found", answer, case, people, 1, None, by=people.stranger)


@pytest.mark.parametrize("text", ["a: [", "- 1\n"])
def test_a_file_that_is_none_is_to_be_set_right_first(people: CasePeople, text: str) -> None:
    case = sound_case(people)
    case = writing.save_case(case=case, text=text, revision=case.revision, by=people.writer)
    refused("invalid", answer, case, people, 1, None)
    assert answers_of(case).answers == {}
    assert risk_ids(case) == set()


def test_saving_is_tried_again_when_a_colleague_was_faster(
    people: CasePeople, monkeypatch: pytest.MonkeyPatch
) -> None:
    case, stale = sound_case(people), []
    real = part_writing.save_case

    def slow(**facts: Any) -> BusinessCase:
        if not stale:
            stale.append(1)
            answer_readiness(case=case, question=PLAN, answer=2, was=None, by=people.second)
        return real(**facts)

    monkeypatch.setattr(part_writing, "save_case", slow)
    assert answers_of(answer(case, people, 1, None)).answers == {PLAN: 2, AGREED: 1}


def test_saving_gives_up_where_others_always_are_faster(
    people: CasePeople, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried = []

    def beaten(**facts: Any) -> BusinessCase:
        tried.append(1)
        raise DomainError("conflict", "x")

    monkeypatch.setattr(part_writing, "save_case", beaten)
    refused("conflict", answer, sound_case(people), people, 1, None)
    assert len(tried) == part_writing.ATTEMPTS


def test_a_theme_is_left_out_and_taken_up_again(people: CasePeople) -> None:
    case, facts = sound_case(people), {"theme": "citizens", "by": people.writer}
    case = leave_out_theme(case=case, left_out=True, **facts)
    assert answers_of(case).not_relevant == {"citizens"}
    assert evaluated(case.text).case is not None
    assert not answers_of(leave_out_theme(case=case, left_out=False, **facts)).not_relevant


def test_a_theme_that_matters_to_all_is_not_left_out(people: CasePeople) -> None:
    refused(
        "invalid", leave_out_theme,
        case=sound_case(people), theme="security", left_out=True, by=people.writer,
    )  # fmt: skip


def gap(case: BusinessCase, people: CasePeople, title: str = "Penge mangler") -> Any:
    return add_gap_to_pool(case=case, question=AGREED, title=title, by=people.writer)


def test_a_gap_becomes_a_risk_of_its_share_of_the_investment(people: CasePeople) -> None:
    case = gap(answer(sound_case(people), people, 0, None), people)
    read = evaluated(case.text).case
    assert read is not None
    risk = read.risks[-1]
    assert (risk.id, risk.title, risk.category) == (risk_id(AGREED), "Penge mangler", "finance")
    assert 0 < risk.likely < 50_000
    assert 0 < risk.probability < 1
    assert risk_ids(case) == {"delay", risk.id}


def test_a_gap_without_a_title_has_the_one_of_the_check(people: CasePeople) -> None:
    read = evaluated(gap(answer(sound_case(people), people, 0, None), people, " ").text).case
    assert read is not None
    assert read.risks[-1].title


def test_a_gap_is_added_once(people: CasePeople) -> None:
    case = gap(answer(sound_case(people), people, 0, None), people)
    refused("already-done", gap, case, people)


def test_a_gap_is_the_first_risk_of_a_case_without(people: CasePeople) -> None:
    case = sound_case(people, SOUND[: SOUND.index("risks:")])
    assert risk_ids(gap(answer(case, people, 0, None), people)) == {risk_id(AGREED)}


@pytest.mark.parametrize("value", [None, 1, 2])
def test_what_is_not_missing_proposes_no_risk(people: CasePeople, value: int | None) -> None:
    refused("invalid", gap, answer(sound_case(people), people, value, None), people)


def test_a_case_without_an_investment_has_no_consequence_to_tell(people: CasePeople) -> None:
    case = sound_case(people, SOUND.replace("one_off: {value: 50000", "one_off: {value: 0"))
    case = answer(case.__class__.objects.get(pk=case.pk), people, 0, None)
    refused("invalid", gap, case, people)


def test_a_case_with_faults_has_no_investment(people: CasePeople) -> None:
    case = sound_case(people, SOUND.replace("origin: project_start", "origin: yesterday"))
    refused("invalid", gap, answer(case, people, 0, None), people)


def test_probability_is_exact(people: CasePeople) -> None:
    text = gap(answer(sound_case(people), people, 0, None), people).text
    read = evaluated(text).case
    assert read is not None
    assert isinstance(read.risks[-1].probability, Decimal)
