"""A change of the rules: written, weighed, decided by a second person, in force from a date."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import ProgrammingError
from django.utils import timezone

from gevinst.engines.blockkit import block
from gevinst.features.control import actions, queries
from gevinst.features.control.models import ChangeState, RuleSet
from gevinst.features.control.tests.people import BLOCK, People, Ready, replaced
from gevinst.shared.actor import Actor
from gevinst.shared.errors import DomainError
from gevinst.shared.models import AuditEntry


def today() -> date:
    return timezone.localdate()


def refusal(call: object, **given: object) -> str:
    with pytest.raises(DomainError) as fault:
        call(**given)  # type: ignore[operator]
    return fault.value.code


def test_a_draft_begins_with_the_rules_in_force(people: People) -> None:
    change = actions.start_change(
        authority_id=people.authority.pk, block_key=BLOCK, title=" Vent ", by=people.writer
    )
    assert (change.title, change.state) == ("Vent", ChangeState.DRAFT)
    assert change.files == dict(block(BLOCK).rule_files)
    assert change.digest == change.base
    assert change.edited_by == [people.writer.user_id]


@pytest.mark.parametrize(
    ("title", "who", "code"), [("", "writer", "invalid"), ("x", "reader", "not-allowed")]
)
def test_a_draft_needs_a_title_and_the_right(
    people: People, title: str, who: str, code: str
) -> None:
    given = {"authority_id": people.authority.pk, "block_key": BLOCK, "title": title}
    assert refusal(actions.start_change, by=getattr(people, who), **given) == code


def test_the_way_to_new_rules(people: People, ready: Ready) -> None:
    change = actions.propose_change(change=ready(), by=people.writer)
    live = today() + timedelta(days=7)
    approved = actions.approve_change(
        change=change, live_from=live, by=people.second, answer="Enig"
    )
    change.refresh_from_db()
    assert (change.state, change.decided_name) == (ChangeState.APPROVED, people.second.name)
    in_force = queries.files_in_force(people.authority.pk, BLOCK, live)
    assert in_force == change.files == approved.files
    assert queries.files_in_force(people.authority.pk, BLOCK, today()) == block(BLOCK).rule_files
    assert list(AuditEntry.objects.order_by("id").values_list("action", flat=True)) == [
        "start_rule_change",
        "edit_rule_change",
        "report_rule_impact",
        "propose_rule_change",
        "approve_rule_change",
    ]


def test_who_wrote_in_a_change_never_decides_it(people: People, ready: Ready) -> None:
    change = actions.edit_change(change=ready(), purpose="Fordi", by=people.second)
    change = actions.propose_change(change=change, by=people.writer)
    for who in (people.writer, people.second):
        assert (
            refusal(actions.approve_change, change=change, live_from=today(), by=who)
            == "second-person"
        )
        assert (
            refusal(actions.reject_change, change=change, answer="Nej", by=who) == "second-person"
        )
    assert (
        refusal(actions.reject_change, change=change, answer="Nej", by=people.reader)
        == "not-allowed"
    )


def test_a_rejection_says_why(people: People, ready: Ready) -> None:
    change = actions.propose_change(change=ready(), by=people.writer)
    assert refusal(actions.reject_change, change=change, answer=" ", by=people.second) == "invalid"
    rejected = actions.reject_change(change=change, answer="For mange", by=people.second)
    assert (rejected.state, rejected.answer) == (ChangeState.REJECTED, "For mange")
    assert not RuleSet.objects.exists()


def test_rules_are_never_live_in_the_past(people: People, ready: Ready) -> None:
    change = actions.propose_change(change=ready(), by=people.writer)
    early = today() - timedelta(days=1)
    assert (
        refusal(actions.approve_change, change=change, live_from=early, by=people.second)
        == "invalid"
    )


def test_editing_a_proposal_makes_it_a_draft_without_a_report(people: People, ready: Ready) -> None:
    change = actions.propose_change(change=ready(), by=people.writer)
    files = replaced(change, "rules:", "# senere\nrules:")
    change = actions.edit_change(change=change, files=files, by=people.writer)
    assert change.state == ChangeState.DRAFT
    assert refusal(actions.propose_change, change=change, by=people.writer) == "no-impact"


def test_nothing_changed_is_nothing_to_approve(people: People) -> None:
    change = actions.start_change(
        authority_id=people.authority.pk, block_key=BLOCK, title="Intet", by=people.writer
    )
    assert refusal(actions.propose_change, change=change, by=people.writer) == "no-change"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("outcome: ok", "outcome: maybe"),
        ("line.cpr_count == 0", "line.cpr_count = 0"),
        ("line.cpr_count == 0", "line.cpr_count == 7"),
    ],
    ids=["not a rule book", "not an expression", "against its examples"],
)
def test_faulty_rules_are_never_proposed(people: People, ready: Ready, old: str, new: str) -> None:
    change = ready()
    files = replaced(change, old, new)
    change = actions.edit_change(change=change, files=files, by=people.writer)
    actions.record_impact(change=change, decisions=0, changed=0, result={}, by=people.writer)
    assert refusal(actions.propose_change, change=change, by=people.writer) == "rule-fault"


def test_a_change_of_rules_that_were_replaced_meanwhile_is_outdated(
    people: People, ready: Ready
) -> None:
    first, second = ready(), ready()
    for change in (first, second):
        actions.propose_change(change=change, by=people.writer)
    actions.approve_change(change=first, live_from=today(), by=people.second)
    assert (
        refusal(actions.approve_change, change=second, live_from=today(), by=people.second)
        == "outdated"
    )


def test_a_withdrawn_change_is_closed(people: People, ready: Ready) -> None:
    change = actions.withdraw_change(change=ready(), by=people.writer)
    for call, given in (
        (actions.edit_change, {"purpose": "For sent"}),
        (actions.propose_change, {}),
        (actions.withdraw_change, {}),
    ):
        assert refusal(call, change=change, by=people.writer, **given) == "wrong-state"


def test_rules_in_force_are_never_changed(people: People, ready: Ready) -> None:
    change = actions.propose_change(change=ready(), by=people.writer)
    approved = actions.approve_change(change=change, live_from=today(), by=people.second)
    approved.live_from = today() + timedelta(days=1)
    with pytest.raises(ProgrammingError):
        approved.save()


def test_changes_are_read_within_the_authority(people: People, ready: Ready) -> None:
    change, other = ready(), Actor("Fremmed", 10**6)
    assert list(queries.changes(people.reader, people.authority.pk, BLOCK)) == [change]
    assert queries.change(people.reader, change.pk) == change
    assert not queries.changes(other, people.authority.pk, BLOCK).exists()
    assert refusal(queries.change, actor=other, change_id=change.pk) == "not-found"
    assert refusal(queries.change, actor=people.reader, change_id=0) == "not-found"
