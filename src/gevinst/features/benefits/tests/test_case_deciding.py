"""A business case on its way: versions that stay, a second person's word, and what is said of it."""

from __future__ import annotations

import pytest
from django.db import ProgrammingError

from gevinst import __version__
from gevinst.features.accounts.tests.factories import TokenFactory
from gevinst.features.benefits.actions import cases as actions
from gevinst.features.benefits.casework.states import CaseState
from gevinst.features.benefits.models import CaseComment, CaseVersion
from gevinst.features.benefits.queries import cases as queries
from gevinst.features.benefits.tests.case_people import (
    SOUND,
    CasePeople,
    case_people,
    proposed_case,
    sound_case,
    with_value,
)
from gevinst.shared.actor import Actor
from gevinst.shared.errors import DomainError

pytestmark = pytest.mark.django_db


@pytest.fixture
def people(db: None) -> CasePeople:
    return case_people()


def refusal(call: object, **given: object) -> str:
    with pytest.raises(DomainError) as fault:
        call(**given)  # type: ignore[operator]
    return fault.value.code


def test_a_version_holds_the_text_the_reason_and_the_figures(people: CasePeople) -> None:
    case = sound_case(people)
    version = actions.keep_case_version(case=case, reason=" Første bud ", by=people.writer)
    assert (version.number, version.reason, version.engine) == (1, "Første bud", __version__)
    assert (version.text, version.approved_at) == (case.text, None)
    # 1,000 x 10 minutes at 400 DKK is 66,666.67 a year for three years, less 50,000 once.
    assert version.results["net"] == "150000.01"
    assert version.results["break_even"] == "2027"
    assert version.results["roi"] == "3.000000"
    with pytest.raises(ProgrammingError, match="append_only"):
        CaseVersion.objects.filter(pk=version.pk).update(reason="x")


def test_a_version_needs_a_reason_and_something_new(people: CasePeople) -> None:
    case = sound_case(people)
    keep = actions.keep_case_version
    assert refusal(keep, case=case, reason=" ", by=people.writer) == "invalid"
    assert refusal(keep, case=case, reason="x", by=people.reader) == "not-allowed"
    keep(case=case, reason="x", by=people.writer)
    assert refusal(keep, case=case, reason="y", by=people.writer) == "no-change"
    actions.save_case(
        case=case, text=with_value(SOUND, "volume", 900), revision=1, by=people.writer
    )
    assert keep(case=case, reason="y", by=people.writer).number == 2


def test_a_version_of_a_faulty_file_has_no_figures(people: CasePeople) -> None:
    case = sound_case(people, "case: 1\ntitle: Halv\n")
    assert actions.keep_case_version(case=case, reason="x", by=people.writer).results == {}


def test_the_way_to_an_approved_case(people: CasePeople) -> None:
    case = proposed_case(people)
    assert case.state == CaseState.PROPOSED
    version = actions.approve_case(case=case, by=people.second, answer="Enig")
    case.refresh_from_db()
    assert (case.state, case.edited_by, case.decided_name) == (
        CaseState.APPROVED,
        [],
        people.second.name,
    )
    assert (version.by_name, version.approved_name) == (people.writer.name, people.second.name)
    assert (version.reason, queries.approved_version(case)) == ("Enig", version)


@pytest.mark.parametrize("decide", ["approve", "reject"])
def test_nobody_decides_what_he_wrote(people: CasePeople, decide: str) -> None:
    case = sound_case(people)
    text = with_value(SOUND, "volume", 900)
    actions.save_case(case=case, text=text, revision=1, by=people.second)
    case = actions.propose_case(case=case, by=people.writer)
    act = getattr(actions, f"{decide}_case")
    assert refusal(act, case=case, by=people.second, answer="x") == "second-person"
    assert refusal(act, case=case, by=people.writer, answer="x") == "not-allowed"


def test_a_token_is_not_a_second_person_to_who_made_it(people: CasePeople) -> None:
    case = proposed_case(people)
    for maker, code in ((people.writer.user_id, "second-person"), (people.second.user_id, "")):
        token = TokenFactory(authority=people.authority, created_by_id=maker, role="process_owner")
        roles = {people.authority.pk: frozenset({"process_owner"})}
        by = Actor("Integration", token_id=token.pk, roles=roles)
        if code:
            assert refusal(actions.approve_case, case=case, by=by) == code
        else:
            assert actions.approve_case(case=case, by=by).approved_by_id == maker


def test_a_faulty_case_is_not_proposed(people: CasePeople) -> None:
    faulty = sound_case(people, with_value(SOUND, "minutes_after", 99))
    assert refusal(actions.propose_case, case=faulty, by=people.writer) == "case-fault"


def test_a_case_that_counts_an_effect_twice_is_not_proposed(people: CasePeople) -> None:
    twice = SOUND.replace("scenario: both", "scenario: 0")
    case = sound_case(people, twice)
    assert refusal(actions.propose_case, case=case, by=people.writer) == "case-error"


def test_a_rejection_says_why_and_gives_the_draft_back(people: CasePeople) -> None:
    case = proposed_case(people)
    assert refusal(actions.reject_case, case=case, by=people.second, answer=" ") == "invalid"
    case = actions.reject_case(case=case, by=people.second, answer="Mål minutterne")
    assert (case.state, case.answer) == (CaseState.DRAFT, "Mål minutterne")
    assert not CaseVersion.objects.exists()


def test_a_proposal_is_taken_back(people: CasePeople) -> None:
    case = proposed_case(people)
    assert refusal(actions.withdraw_case, case=case, by=people.reader) == "not-allowed"
    case = actions.withdraw_case(case=case, by=people.writer)
    assert case.state == CaseState.DRAFT
    assert refusal(actions.withdraw_case, case=case, by=people.writer) == "wrong-state"


def test_a_reply_stands_with_its_comment(people: CasePeople) -> None:
    case = sound_case(people)
    first = actions.comment_case(
        case=case,
        text=" Er 12 minutter målt? ",
        path="assumptions.minutes_before",
        by=people.reader,
    )
    reply = actions.comment_case(case=case, text="Ja", by=people.writer, reply_to=first.pk)
    actions.comment_case(case=case, text="Godt", by=people.reader, reply_to=reply.pk)
    actions.comment_case(case=case, text="Om det hele", by=people.reader)
    (found,) = queries.case_comments(case, "assumptions.minutes_before")
    assert (found.text, [each.text for each in found.thread]) == (  # type: ignore[attr-defined]
        "Er 12 minutter målt?",
        ["Ja", "Godt"],
    )
    assert len(queries.case_comments(case)) == 2


def test_comments_are_for_the_authoritys_own(people: CasePeople) -> None:
    case = sound_case(people)
    actions.show_case(case=case, visibility="public", by=people.writer)
    say = actions.comment_case
    assert refusal(say, case=case, text="Hej", by=people.stranger) == "not-allowed"
    assert refusal(say, case=case, text=" ", by=people.reader) == "invalid"
    assert refusal(say, case=case, text="x", by=people.reader, reply_to=0) == "not-found"


def test_only_who_wrote_a_comment_edits_and_deletes_it(people: CasePeople) -> None:
    comment = actions.comment_case(case=sound_case(people), text="Hej", by=people.reader)
    for act, given in (
        (actions.edit_case_comment, {"text": "x"}),
        (actions.delete_case_comment, {}),
    ):
        assert refusal(act, comment=comment, by=people.writer, **given) == "not-allowed"
    edited = actions.edit_case_comment(comment=comment, text="Hej igen", by=people.reader)
    assert (edited.text, edited.edited_at is None) == ("Hej igen", False)
    deleted = actions.delete_case_comment(comment=comment, by=people.reader)
    assert deleted.text == ""
    assert CaseComment.objects.filter(pk=comment.pk, deleted_at__isnull=False).exists()
    assert refusal(actions.edit_case_comment, comment=deleted, text="x", by=people.reader) == (
        "not-allowed"
    )


def test_a_deleted_comment_is_in_no_history(people: CasePeople) -> None:
    from django.db import connection

    comment = actions.comment_case(case=sound_case(people), text="Hemmeligt", by=people.reader)
    actions.delete_case_comment(comment=comment, by=people.reader)
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_jsonb(e)::text FROM benefits_casecommentevent e")
        assert not any("Hemmeligt" in row[0] for row in cursor.fetchall())


def test_a_comment_is_settled_and_taken_up_again(people: CasePeople) -> None:
    comment = actions.comment_case(case=sound_case(people), text="Hej", by=people.reader)
    settled = actions.resolve_case_comment(comment=comment, by=people.writer)
    assert settled.resolved_name == people.writer.name
    again = actions.resolve_case_comment(comment=comment, by=people.writer, resolved=False)
    assert (again.resolved_at, again.resolved_name) == (None, "")
    assert refusal(actions.resolve_case_comment, comment=comment, by=people.stranger) == (
        "not-allowed"
    )
