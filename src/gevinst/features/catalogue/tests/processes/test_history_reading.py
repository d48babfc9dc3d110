"""History merges what hangs on a process, and tells each reader only what is theirs to know."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from gevinst.features.accounts.tests.factories import AuthorityFactory, UserFactory, actor
from gevinst.features.catalogue import actions, history
from gevinst.features.catalogue.actions.systems import system_named
from gevinst.features.catalogue.models import Attachment, BlockUse, Part
from gevinst.features.catalogue.tests.factories import ProcessFactory
from gevinst.shared.actor import Actor

pytestmark = pytest.mark.django_db


@pytest.fixture
def authority() -> Any:
    return AuthorityFactory()


@pytest.fixture
def by(authority: Any) -> Actor:
    return actor(contributor_of=authority)


@pytest.fixture
def stranger() -> Actor:
    return actor(reader_of=AuthorityFactory())


def test_clauses_and_co_editors_are_in_the_history(authority: Any, by: Actor) -> None:
    process = ProcessFactory(authority=authority)
    other = UserFactory(name="Anden")
    clauses = [{"text": "Bogføringsloven § 4", "verified_on": date(2026, 2, 3)}]
    actions.update(process_id=process.pk, by=by, legal_clauses=clauses, co_editors=[other.pk])
    newest = history.history(process, by)[0]
    assert newest.actor == by.name
    said = {d.name: d.after for d in newest.differences}
    assert said["co_editors"] == "Anden"
    assert "Bogføringsloven § 4" in said["legal_clauses"]
    assert "2026-02-03" in said["legal_clauses"]
    actions.update(process_id=process.pk, by=by, legal_clauses=[])
    gone = history.history(process, by)[0].differences[0]
    assert ("§ 4" in gone.before, gone.after) == (True, "")


def test_names_stand_for_ids(authority: Any, by: Actor) -> None:
    process = ProcessFactory(authority=authority)
    system = system_named("SBSYS")
    actions.update(process_id=process.pk, by=by, systems_used=[system.pk], owner=by.user_id)
    said = {d.name: d.after for d in history.history(process, by)[0].differences}
    assert said == {"systems_used": "SBSYS", "owner": by.name}


def test_values_read_as_people_say_them(authority: Any, by: Actor) -> None:
    process = ProcessFactory(authority=authority)
    facts: dict[str, Any] = {
        "automatable": "0.8", "affects_citizens": True, "minutes": "4.50", "domains": ["hr"],
        "links": [{"title": "Vejledning", "url": "https://example.org/"}],
    }  # fmt: skip
    actions.update(process_id=process.pk, by=by, **facts)
    said = {d.name: d.after for d in history.history(process, by)[0].differences}
    assert said == {
        "automatable": "80 %", "affects_citizens": "ja", "minutes": "4,50", "domains": "HR",
        "links": "Vejledning · https://example.org/",
    }  # fmt: skip


def test_internal_values_stay_at_home(authority: Any, by: Actor, stranger: Actor) -> None:
    process = ProcessFactory(authority=authority, shared=True, internal_notes="Hemmelig")
    Attachment.objects.create(
        process=process, filename="hemmelig.txt", size=1, sha256="", internal=True
    )
    Attachment.objects.create(process=process, filename="delt.txt", size=1, sha256="")
    assert "Hemmelig" in str(history.history(process, by))
    seen = str(history.history(process, stranger))
    assert "delt.txt" in seen
    assert "emmelig" not in seen
    assert "hemmelig.txt" in str(history.history(process, by))


def test_a_stranger_sees_nothing_from_before_it_was_shared(
    authority: Any, by: Actor, stranger: Actor
) -> None:
    process = ProcessFactory(authority=authority, description="Kladde med navne")
    actions.update(process_id=process.pk, by=by, description="Renskrevet")
    actions.update(process_id=process.pk, by=by, visibility="all_authorities")
    process.refresh_from_db(fields=["visibility"])
    changes = history.history(process, stranger)
    assert [change.created for change in changes] == [True]
    assert "Kladde" not in str(changes)
    assert "Kladde" in str(history.history(process, by))


def test_parts_that_one_may_not_read_are_not_named(authority: Any, stranger: Actor) -> None:
    umbrella = ProcessFactory(authority=authority, shared=True, kind="umbrella")
    for title, visibility in (("Skjult del", "authority"), ("Åben del", "public")):
        part = ProcessFactory(authority=authority, title=title, visibility=visibility)
        Part.objects.create(umbrella=umbrella, process=part)
    seen = str(history.history(umbrella, stranger))
    assert "Åben del" in seen
    assert "Skjult del" not in seen


def test_differences_since_an_event_are_net(authority: Any, by: Actor) -> None:
    process = ProcessFactory(authority=authority, title="Et")
    since = history.latest_event(process)
    assert history.differences(process, since, by) == []
    actions.update(process_id=process.pk, by=by, title="To")
    BlockUse.objects.create(process=process, key="invoice_control", version="1.0.0")
    actions.update(process_id=process.pk, by=by, title="Tre", legal_clauses=[{"text": "§ 1"}])
    found = {d.name: (d.before, d.after) for d in history.differences(process, since, by)}
    assert found["title"] == ("Et", "Tre")
    assert found["blocks"] == ("", "invoice_control · 1.0.0")
    assert found["legal_clauses"][0] == ""
    assert history.differences(process, history.latest_event(process), by) == []
    assert "Et" in str(history.differences(process, None, by))


def test_a_change_of_clauses_alone_is_an_event(authority: Any, by: Actor) -> None:
    process = ProcessFactory(authority=authority)
    since = history.latest_event(process)
    actions.update(process_id=process.pk, by=by, legal_clauses=[{"text": "§ 2"}])
    assert history.latest_event(process) > since
    assert [d.name for d in history.differences(process, since, by)] == ["legal_clauses"]
    assert [d.name for d in history.history(process, by)[0].differences] == ["legal_clauses"]


def test_what_one_may_not_read_has_no_differences(stranger: Actor) -> None:
    assert history.differences(ProcessFactory(), None, stranger) == []
