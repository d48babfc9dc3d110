"""Reports and decisions: who reports, who decides, what is taken out of sight and what comes back."""

from __future__ import annotations

from typing import Any

import pytest

from gevinst.features.accounts import queries as accounts
from gevinst.features.accounts.tests.factories import AuthorityFactory, UserFactory, actor
from gevinst.features.catalogue.actions.talk import decide, report
from gevinst.features.catalogue.models import Comment, Process, Report
from gevinst.features.catalogue.permissions import readable
from gevinst.features.catalogue.queries import talk as queries
from gevinst.features.catalogue.signals import moderated, reported
from gevinst.features.catalogue.tests.factories import ProcessFactory
from gevinst.features.catalogue.tests.talk.factories import CommentFactory, ReportFactory
from gevinst.shared.actor import GUEST
from gevinst.shared.errors import DomainError
from gevinst.shared.models import AuditEntry

pytestmark = pytest.mark.django_db
PERSON = "610190-1234"


@pytest.fixture
def heard() -> Any:
    told: list[Any] = []

    def hear(**facts: Any) -> None:
        told.append((facts["report"].pk, facts["report"].outcome))

    reported.connect(hear)
    moderated.connect(hear)
    yield told
    reported.disconnect(hear)
    moderated.disconnect(hear)


def code(act: Any, **facts: Any) -> str:
    with pytest.raises(DomainError) as fault:
        act(**facts)
    return fault.value.code


def stranger() -> Any:
    return actor(reader_of=AuthorityFactory())


def national() -> Any:
    return actor(national_admin=True)


@pytest.mark.parametrize("about_comment", [True, False])
def test_a_reader_reports_once_while_it_waits(about_comment: bool, heard: list[Any]) -> None:
    row, by = CommentFactory(), stranger()
    which = {"comment_id": row.pk} if about_comment else {"process_id": row.process_id}
    made = report(by=by, reason="secret", text=" Se linje 2 ", **which)
    assert (made.process_id, made.comment_id) == (row.process_id, row.pk if about_comment else None)
    assert (made.text, made.reporter_id, made.outcome) == ("Se linje 2", by.user_id, "")
    assert heard == [(made.pk, "")]
    assert AuditEntry.objects.get().facts["reason"] == "secret"
    assert code(report, by=by, reason="wrong", **which) == "already-done"
    report(by=stranger(), reason="wrong", **which)
    decide(report_id=made.pk, by=national(), outcome="kept", answer="Det er i orden")
    report(by=by, reason="wrong", **which)


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"reason": "nonsense"}, "invalid"),
        ({"reason": "other"}, "invalid"),
        ({"reason": "personal_data", "text": PERSON}, "person-number"),
        ({"reason": "wrong", "text": "x" * 2001}, "invalid"),
    ],
)
def test_what_is_no_report(facts: Any, expected: str) -> None:
    process = ProcessFactory(public=True)
    assert code(report, by=stranger(), process_id=process.pk, **facts) == expected


def test_one_reports_what_one_may_read() -> None:
    process = ProcessFactory()
    assert code(report, by=stranger(), reason="wrong", process_id=process.pk) == "not-found"
    assert code(report, by=stranger(), reason="wrong") == "not-found"
    assert code(report, by=GUEST, reason="wrong", process_id=process.pk) == "not-allowed"


@pytest.mark.parametrize(
    ("outcome", "withheld", "deleted"),
    [("kept", False, False), ("withheld", True, False), ("deleted", False, True)],
)
def test_a_comment_is_kept_withheld_or_deleted(
    outcome: str, withheld: bool, deleted: bool, heard: list[Any]
) -> None:
    row = ReportFactory()
    other = ReportFactory(comment=row.comment)
    ReportFactory(comment=None, process=row.process)
    by = actor(local_admin_of=row.process.authority)
    rows = decide(report_id=row.pk, by=by, outcome=outcome, answer="Set på")
    assert [each.pk for each in rows] == [row.pk, other.pk]
    said = Comment.objects.get(pk=row.comment_id)
    assert (said.withheld, said.deleted_at is not None) == (withheld, deleted)
    row.refresh_from_db()
    assert (row.outcome, row.answer, row.handled_by_id) == (outcome, "Set på", by.user_id)
    assert heard == [(row.pk, outcome), (other.pk, outcome)]
    assert queries.counts(by) == (1, 2)


def test_a_withheld_process_is_out_of_sight_until_the_decision_is_made_anew() -> None:
    row, by = ReportFactory(comment=None), national()
    reader = stranger()
    seen = Process.objects.filter(readable(reader), pk=row.process_id)
    decide(report_id=row.pk, by=by, outcome="withheld", answer="Fortroligt")
    assert not seen.exists()
    assert Process.objects.filter(readable(actor(reader_of=row.process.authority))).exists()
    decide(report_id=row.pk, by=by, outcome="kept", answer="Rettet nu")
    assert seen.exists()
    row.refresh_from_db()
    assert (row.outcome, row.answer) == ("kept", "Rettet nu")


@pytest.mark.parametrize(
    ("about_process", "facts", "expected"),
    [
        (False, {"outcome": "kept", "answer": " "}, "invalid"),
        (False, {"outcome": "kept", "answer": PERSON}, "person-number"),
        (False, {"outcome": "nonsense", "answer": "x"}, "invalid"),
        (True, {"outcome": "nonsense", "answer": "x"}, "invalid"),
        (True, {"outcome": "deleted", "answer": "x"}, "invalid"),
    ],
)
def test_what_is_no_decision(about_process: bool, facts: Any, expected: str) -> None:
    row = ReportFactory(comment=None) if about_process else ReportFactory()
    assert code(decide, report_id=row.pk, by=national(), **facts) == expected
    assert Report.objects.get().outcome == ""


def test_what_was_deleted_does_not_come_back() -> None:
    row, by = ReportFactory(), national()
    decide(report_id=row.pk, by=by, outcome="deleted", answer="x")
    assert code(decide, report_id=row.pk, by=by, outcome="kept", answer="x") == "wrong-state"
    decide(report_id=row.pk, by=by, outcome="deleted", answer="Igen")


def test_only_those_it_concerns_decide() -> None:
    row = ReportFactory()
    for by, expected in (
        (actor(contributor_of=row.process.authority), "not-allowed"),
        (actor(local_admin_of=AuthorityFactory()), "not-found"),
        (GUEST, "not-allowed"),
    ):
        facts = {"report_id": row.pk, "outcome": "kept", "answer": "x"}
        assert code(decide, by=by, **facts) == expected


def test_nobody_decides_about_the_own_comment() -> None:
    author = UserFactory(national_admin=True)
    row = ReportFactory(comment__author=author)
    facts = {"report_id": row.pk, "outcome": "kept", "answer": "x"}
    assert code(decide, by=accounts.actor_of(author), **facts) == "not-allowed"


def test_moderators_see_what_waits_oldest_first_and_what_is_decided_latest_first() -> None:
    first, second = ReportFactory(), ReportFactory(text=f"Om {PERSON}")
    by = national()
    assert list(queries.reports(by, handled=False)) == [first, second]
    assert queries.report(by, second.pk).text == "Om 610190-xxxx"
    for row in (first, second):
        decide(report_id=row.pk, by=by, outcome="kept", answer="x")
    assert list(queries.reports(by, handled=True)) == [second, first]
    assert list(queries.reports(actor(local_admin_of=first.process.authority), handled=True)) == [
        first
    ]
    assert queries.report(by, first.pk).author == first.comment.author_name


def test_a_report_of_a_process_shows_its_summary() -> None:
    row = ReportFactory(comment=None, process=ProcessFactory(summary=f"Om {PERSON}"))
    found = queries.report(national(), row.pk)
    assert (found.content, found.author) == ("Om 610190-xxxx", "")
