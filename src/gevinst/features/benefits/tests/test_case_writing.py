"""Business cases are started in four ways, written with a revision, shared, put away; nothing is lost."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.db import ProgrammingError
from django.utils import timezone

from gevinst.engines.businesscase.casefile.exact_yaml import MAX_BYTES
from gevinst.engines.businesscase.casefile.read import check
from gevinst.features.accounts.tests.factories import TokenFactory
from gevinst.features.benefits.actions import cases as actions
from gevinst.features.benefits.casework.states import CaseState, CaseVisibility
from gevinst.features.benefits.models import BusinessCase
from gevinst.features.benefits.queries import cases as queries
from gevinst.features.benefits.queries.cases.results import evaluated
from gevinst.features.benefits.tests.case_people import (
    SOUND,
    CasePeople,
    case_people,
    proposed_case,
    sound_case,
    with_value,
)
from gevinst.features.benefits.tests.factories import BaselineFactory, EffectFactory
from gevinst.features.catalogue.tests.factories import ProcessFactory
from gevinst.shared.actor import Actor
from gevinst.shared.errors import DomainError
from gevinst.shared.models import AuditEntry

pytestmark = pytest.mark.django_db


@pytest.fixture
def people(db: None) -> CasePeople:
    return case_people()


def refusal(call: object, **given: object) -> str:
    with pytest.raises(DomainError) as fault:
        call(**given)  # type: ignore[operator]
    return fault.value.code


def test_a_blank_case_is_a_sound_file_without_figures(people: CasePeople) -> None:
    case = actions.start_case(
        authority_id=people.authority.pk, title=" Årlig kontrol ", by=people.writer
    )
    read, faults = check(case.text)
    assert not faults
    assert read is not None
    assert (case.title, case.key, read.lines) == ("Årlig kontrol", "aarlig-kontrol", ())
    assert (case.owner_id, case.edited_by) == (people.writer.user_id, [people.writer.user_id])
    assert (case.state, case.revision) == (CaseState.DRAFT, 1)


def test_two_cases_of_one_title_have_two_keys(people: CasePeople) -> None:
    made = [
        actions.start_case(authority_id=people.authority.pk, title="Sag", by=people.writer)
        for _ in range(2)
    ]
    assert [case.key for case in made] == ["sag", "sag-2"]


@pytest.mark.parametrize(
    ("title", "who", "code"), [(" ", "writer", "invalid"), ("x", "reader", "not-allowed")]
)
def test_a_case_needs_a_title_and_the_right(
    people: CasePeople, title: str, who: str, code: str
) -> None:
    given = {"authority_id": people.authority.pk, "title": title, "by": getattr(people, who)}
    assert refusal(actions.start_case, **given) == code


def test_a_process_gives_its_baseline_and_its_measured_effect(people: CasePeople) -> None:
    process = ProcessFactory(authority=people.authority)
    baseline = BaselineFactory(process=process, valid_from=date(2026, 1, 1))
    EffectFactory(
        baseline=baseline, on=timezone.localdate(), untouched=90, exceptions=10, hours=Decimal(15)
    )
    case = actions.start_case_of_process(process_id=process.pk, by=people.writer)
    worked = evaluated(case.text)
    assert worked.result is not None
    values = {name: worked.result.values[name] for name in ("volume", "minutes_before")}
    assert values == {"volume": 100, "minutes_before": 12}
    assert worked.result.values["minutes_after"] == 3
    assert worked.result.hours[-1] == 15
    assert (case.process_id, case.started_from) == (process.pk, f"process:{process.pk}")
    assert "Tidsmåling af 120 sager" in case.text


def test_a_process_that_never_ran_gives_the_work_by_hand_only(people: CasePeople) -> None:
    process = ProcessFactory(authority=people.authority)
    BaselineFactory(process=process)
    text = actions.start_case_of_process(process_id=process.pk, by=people.writer).text
    assert "minutes_before" in text
    assert "minutes_after" not in text
    assert "volume" not in text


def test_a_process_without_a_baseline_gives_its_title(people: CasePeople) -> None:
    process = ProcessFactory(authority=people.authority)
    case = actions.start_case_of_process(process_id=process.pk, by=people.writer)
    assert case.title == process.title
    assert "minutes_before" not in case.text


def test_a_file_is_started_from_as_it_is_even_with_faults(people: CasePeople) -> None:
    case = actions.start_case_from_text(
        authority_id=people.authority.pk, text="case: 1\r\ntitle: Halv\r\n", by=people.writer
    )
    assert (case.title, case.text) == ("Halv", "case: 1\ntitle: Halv\n")
    assert case.started_from == "file"
    assert evaluated(case.text).faults


@pytest.mark.parametrize("text", ["case: [", "- a\n- b\n", "", "x: " + "a" * MAX_BYTES])
def test_what_is_no_case_file_is_refused(people: CasePeople, text: str) -> None:
    given = {"authority_id": people.authority.pk, "text": text, "by": people.writer}
    assert refusal(actions.start_case_from_text, **given) == "invalid"


@pytest.mark.parametrize(("given", "title"), [("", "Business case"), ("Mit navn", "Mit navn")])
def test_a_file_without_a_title_gets_one(people: CasePeople, given: str, title: str) -> None:
    case = actions.start_case_from_text(
        authority_id=people.authority.pk, text="case: 1\n", by=people.writer, title=given
    )
    assert case.title == title
    assert ("title" in case.text) is bool(given)


def test_a_draft_is_saved_and_counted(people: CasePeople) -> None:
    case = sound_case(people)
    other = with_value(SOUND, "volume", 1100).replace("Prøvesag", "Ny titel")
    saved = actions.save_case(case=case, text=other, revision=1, by=people.second)
    assert (saved.text, saved.title, saved.revision) == (other, "Ny titel", 2)
    assert saved.edited_by == sorted([people.writer.user_id or 0, people.second.user_id or 0])
    assert saved.changed_name == people.second.name
    again = actions.save_case(case=case, text=other, revision=2, by=people.writer)
    assert again.revision == 2


def test_a_text_that_is_no_file_keeps_the_title(people: CasePeople) -> None:
    saved = actions.save_case(case=sound_case(people), text="case: [", revision=1, by=people.writer)
    assert (saved.title, saved.text) == ("Prøvesag", "case: [")


def test_who_comes_second_is_told_who_came_first_and_overwrites_nothing(
    people: CasePeople,
) -> None:
    case = sound_case(people)
    first = with_value(SOUND, "volume", 1100)
    actions.save_case(case=case, text=first, revision=1, by=people.second)
    with pytest.raises(DomainError) as fault:
        actions.save_case(case=case, text=SOUND + "\n", revision=1, by=people.writer)
    assert fault.value.code == "conflict"
    assert fault.value.facts["name"] == people.second.name
    assert fault.value.facts["revision"] == 2
    case.refresh_from_db()
    assert case.text == first


@pytest.mark.parametrize("who", ["reader", "stranger"])
def test_only_contributors_write(people: CasePeople, who: str) -> None:
    case, by = sound_case(people), getattr(people, who)
    assert refusal(actions.save_case, case=case, text="x", revision=1, by=by) == "not-allowed"
    assert refusal(actions.archive_case, case=case, by=by) == "not-allowed"
    shown = {"case": case, "visibility": "public", "by": by}
    assert refusal(actions.show_case, **shown) == "not-allowed"


def test_writing_in_a_proposed_case_makes_it_a_draft(people: CasePeople) -> None:
    case = proposed_case(people)
    text = with_value(SOUND, "volume", 900)
    saved = actions.save_case(case=case, text=text, revision=case.revision, by=people.writer)
    assert saved.state == CaseState.DRAFT


def test_an_archived_case_is_read_only_until_it_is_opened_again(people: CasePeople) -> None:
    case = actions.archive_case(case=sound_case(people), by=people.writer)
    given = {"case": case, "text": "x: 1", "revision": case.revision, "by": people.writer}
    assert refusal(actions.save_case, **given) == "wrong-state"
    assert actions.reopen_case(case=case, by=people.writer).state == CaseState.DRAFT
    assert refusal(actions.reopen_case, case=case, by=people.writer) == "wrong-state"


def test_a_case_is_shown_to_others_and_copied_by_them(people: CasePeople) -> None:
    case = sound_case(people)
    there = next(iter(people.stranger.roles))
    copy = {"case": case, "by": people.stranger, "authority_id": there}
    assert refusal(actions.copy_case, **copy) == "not-found"
    assert refusal(actions.show_case, case=case, visibility="x", by=people.writer) == "invalid"
    actions.show_case(case=case, visibility=CaseVisibility.SHARED, by=people.writer)
    made = actions.copy_case(**copy)  # type: ignore[arg-type]
    assert (made.authority_id, made.started_from) == (there, f"case:{case.pk}")
    assert made.title == "Kopi af Prøvesag"
    assert evaluated(made.text).result is not None


def test_a_copy_may_hold_what_one_was_writing(people: CasePeople) -> None:
    case = sound_case(people)
    mine = with_value(SOUND, "volume", 900)
    made = actions.copy_case(
        case=case, by=people.writer, authority_id=people.authority.pk, text=mine
    )
    worked = evaluated(made.text)
    assert worked.result is not None
    assert worked.result.values["volume"] == 900


def test_an_integration_writes_in_the_name_of_who_made_its_token(people: CasePeople) -> None:
    token = TokenFactory(authority=people.authority, role="contributor")
    by = Actor(
        "Integration", token_id=token.pk, roles={people.authority.pk: frozenset({"contributor"})}
    )
    case = actions.start_case(authority_id=people.authority.pk, title="x", by=by)
    assert (case.owner_id, case.edited_by) == (None, [token.created_by_id])


def test_a_case_is_never_deleted(people: CasePeople) -> None:
    with pytest.raises(ProgrammingError, match="kept"):
        BusinessCase.objects.filter(pk=sound_case(people).pk).delete()


def test_each_step_leaves_a_trace(people: CasePeople) -> None:
    case = sound_case(people)
    actions.archive_case(case=case, by=people.writer)
    found = AuditEntry.objects.order_by("id").values_list("action", flat=True)
    assert list(found) == ["benefits.start_case", "benefits.archive_case"]
    assert [entry.action for entry in queries.case_timeline(case)] == [
        "benefits.archive_case",
        "benefits.start_case",
    ]
