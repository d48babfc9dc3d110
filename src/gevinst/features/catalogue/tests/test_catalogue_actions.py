"""Creating, updating and registering processes, with the trail each leaves."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.utils import timezone

from gevinst.features.accounts.tests.factories import AuthorityFactory, actor
from gevinst.features.catalogue import actions, history, queries
from gevinst.features.catalogue.models import Phase, Process, Visibility
from gevinst.features.catalogue.tests.factories import ProcessFactory
from gevinst.shared.actor import SYSTEM, Actor
from gevinst.shared.errors import DomainError
from gevinst.shared.models import AuditEntry

pytestmark = pytest.mark.django_db


@pytest.fixture
def authority() -> Any:
    return AuthorityFactory()


@pytest.fixture
def contributor(authority: Any) -> Actor:
    return actor(contributor_of=authority)


def test_a_contributor_creates(authority: Any, contributor: Actor) -> None:
    made = actions.create(by=contributor, authority_id=authority.pk, title="T", summary="S")
    assert (made.owner_id, made.phase, made.visibility) == (
        contributor.user_id,
        Phase.IDEA,
        Visibility.AUTHORITY,
    )
    entry = AuditEntry.objects.get(action="catalogue.create")
    assert (entry.target_id, entry.actor_id) == (str(made.pk), contributor.user_id)


@pytest.mark.parametrize("role", ["reader_of", "clerk_of"])
def test_others_do_not(authority: Any, role: str) -> None:
    by = actor(**{role: authority})
    with pytest.raises(DomainError, match=r"\w") as fault:
        actions.create(by=by, authority_id=authority.pk, title="T", summary="S")
    assert fault.value.code == "not-allowed"
    process = ProcessFactory(authority=authority)
    with pytest.raises(DomainError) as fault:
        actions.update(process_id=process.pk, by=by, title="U")
    assert fault.value.code == "not-allowed"


@pytest.mark.parametrize(
    ("facts", "fields"),
    [
        ({"title": ""}, ["title"]),
        ({"title": "x" * 66}, ["title"]),
        ({"phase": "someday"}, ["phase"]),
        ({"contact_email": "nobody"}, ["contact_email"]),
        ({"owner_id": 1}, ["owner_id"]),
    ],
)
def test_what_does_not_fit_is_refused(
    authority: Any, contributor: Actor, facts: dict[str, Any], fields: list[str]
) -> None:
    process = ProcessFactory(authority=authority, title="Before")
    with pytest.raises(DomainError) as fault:
        actions.update(process_id=process.pk, by=contributor, **facts)
    assert (fault.value.code, fault.value.facts["fields"]) == ("invalid", fields)
    assert Process.objects.get().title == "Before"


def test_what_one_cannot_read_is_not_found(contributor: Actor) -> None:
    with pytest.raises(DomainError) as fault:
        actions.update(process_id=ProcessFactory().pk, by=contributor, title="U")
    assert fault.value.code == "not-found"


@pytest.mark.parametrize(
    ("phase", "field"),
    [(Phase.OPERATION, "in_operation_since"), (Phase.DECOMMISSIONED, "decommissioned_on")],
)
@pytest.mark.parametrize("stated", [None, date(2025, 2, 3)])
def test_a_phase_begins_the_day_it_is_said_unless_another_is(
    authority: Any, contributor: Actor, phase: Phase, field: str, stated: date | None
) -> None:
    process = ProcessFactory(authority=authority)
    facts = {"phase": phase, field: stated}
    changed = actions.update(process_id=process.pk, by=contributor, **facts)
    assert getattr(changed, field) == (stated or timezone.localdate())


def test_the_history_tells_who_changed_what(authority: Any, contributor: Actor) -> None:
    made = actions.create(by=contributor, authority_id=authority.pk, title="Før", summary="S")
    actions.update(process_id=made.pk, by=contributor, title="Efter", domains=["it"])
    newest, first = history.history(made, contributor)
    assert first.created
    assert not newest.created
    assert newest.actor == contributor.name
    assert [(d.before, d.after) for d in newest.differences if d.before] == [("Før", "Efter")]
    assert len(newest.differences) == 2


def test_a_change_of_nothing_leaves_no_history(authority: Any, contributor: Actor) -> None:
    process = ProcessFactory(authority=authority)
    actions.update(process_id=process.pk, by=contributor, title=process.title)
    assert len(history.history(process, contributor)) == 1


def test_history_reads_dates_choices_and_relations(authority: Any, contributor: Actor) -> None:
    process = ProcessFactory(authority=authority, kle=["00.32"], in_operation=True)
    first = history.history(process, contributor)[-1]
    shown = {d.after for d in first.differences}
    assert {str(authority), "00.32", "2026-01-01"} <= shown
    assert first.actor


def test_registering_twice_makes_one(authority: Any) -> None:
    kwargs = {"authority_id": authority.pk, "block_key": "b", "title": "T", "summary": "S"}
    first = actions.register(by=SYSTEM, **kwargs)
    assert actions.register(by=SYSTEM, **{**kwargs, "title": "U"}) == first
    assert queries.process(SYSTEM, first.pk).title == "T"


def test_a_personal_process_belongs_to_a_person(authority: Any, contributor: Actor) -> None:
    process = ProcessFactory(authority=authority)
    mine = actions.update(process_id=process.pk, by=contributor, visibility=Visibility.PERSONAL)
    assert mine.owner_id == contributor.user_id
    with pytest.raises(DomainError) as fault:
        actions.create(
            by=SYSTEM, authority_id=authority.pk, title="T", summary="S", visibility="personal"
        )
    assert fault.value.code == "invalid"


@pytest.mark.parametrize(("key", "attached"), [("invoice_control", 1), ("nobodys_block", 0)])
def test_what_runs_here_hangs_on_the_process_in_its_installed_version(
    key: str, attached: int
) -> None:
    place = AuthorityFactory()
    made = actions.register(
        by=SYSTEM, authority_id=place.pk, block_key=key, title="Kontrol", summary="Af regninger"
    )
    assert made.blocks.filter(key=key).count() == attached
