"""Who hears what: followers, owners, adopters; never whoever did it, nor one who may not read it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from gevinst.features.accounts.queries import actor_of
from gevinst.features.accounts.tests.factories import AuthorityFactory, UserFactory
from gevinst.features.catalogue import actions
from gevinst.features.catalogue.actions.quiet import quietly
from gevinst.features.catalogue.actions.systems import system_named
from gevinst.features.catalogue.models import Adoption, CoEditor, Follow, Notice, Visibility
from gevinst.features.catalogue.tests.factories import ProcessFactory
from gevinst.features.catalogue.tests.people.factories import follower, owned, told, whats
from gevinst.shared.actor import SYSTEM

pytestmark = pytest.mark.django_db


def test_owner_co_editors_and_followers_hear_what_changed_and_the_actor_does_not() -> None:
    process, owner, by = owned()
    editor, reader = UserFactory(), follower(process)
    CoEditor.objects.create(process=process, user=editor)
    Follow.objects.create(user_id=by.user_id, process=process)
    actions.update(process_id=process.pk, by=by, phase="operation", minutes=Decimal("2.50"))
    for user in (owner, editor, reader):
        [one] = told(user)
        assert one.kind == "changed"
        assert ["phase", "idea", "operation"] in one.facts["changes"]
        assert ["minutes", None, "2.50"] in one.facts["changes"]
        assert one.facts["actor"] == by.name
    assert not Notice.objects.filter(user_id=by.user_id).exists()


def test_saving_the_same_tells_nobody() -> None:
    process, owner, by = owned()
    actions.update(process_id=process.pk, by=by, title=process.title)
    assert told(owner) == []


def test_ids_are_told_by_their_names() -> None:
    process, owner, by = owned()
    system = system_named("Fagsystem")
    new = UserFactory(contributor_of=process.authority, name="Ny kontakt (demo)")
    actions.update(process_id=process.pk, by=by, systems_used=[system.pk], contact=new.pk)
    changes = told(owner)[0].facts["changes"]
    assert ["systems_used", [], ["Fagsystem"]] in changes
    assert ["contact", [], ["Ny kontakt (demo)"]] in changes


def test_a_person_number_is_masked_before_it_is_kept() -> None:
    process, owner, by = owned()
    actions.update(process_id=process.pk, by=by, challenge="Som for 610101-2222 i går")
    assert "2222" not in str(told(owner)[0].facts)


def test_what_is_internal_reaches_the_own_authority_alone() -> None:
    process, owner, by = owned()
    outside = follower(process)
    actions.update(process_id=process.pk, by=by, internal_notes="Hemmeligt")
    assert whats(owner) == ["changed"]
    assert told(outside) == []


def test_a_follower_who_may_not_read_it_any_more_hears_nothing() -> None:
    process, _owner, by = owned()
    outside = follower(process)
    actions.update(process_id=process.pk, by=by, visibility=Visibility.AUTHORITY)
    assert told(outside) == []


def test_sharing_reaches_those_who_follow_the_authority_once() -> None:
    place = AuthorityFactory()
    by = actor_of(UserFactory(contributor_of=place))
    listener = UserFactory(reader_of=AuthorityFactory())
    Follow.objects.create(user=listener, authority=place)
    process = actions.create(by=by, authority_id=place.pk, title="Ny", summary="Kort")
    assert whats(listener) == []
    actions.update(process_id=process.pk, by=by, visibility=Visibility.PUBLIC)
    actions.update(process_id=process.pk, by=by, visibility=Visibility.ALL_AUTHORITIES)
    made = actions.create(
        by=by, authority_id=place.pk, title="To", summary="Kort", visibility="public"
    )
    assert whats(listener) == ["shared", "shared"]
    assert told(listener)[1].process_id == made.pk


def test_adopters_hear_of_the_source_once_even_when_they_follow_it() -> None:
    process, _owner, by = owned()
    other, adopter, _by = owned()
    Adoption.objects.create(process=other, source=process)
    actions.update(process_id=process.pk, by=by, title="Bedre navn")
    assert [(one.kind, one.facts["what"]) for one in told(adopter)] == [
        ("source", "source-changed")
    ]
    Follow.objects.create(user=adopter, process=process)
    actions.update(process_id=process.pk, by=by, title="Endnu bedre navn")
    assert whats(adopter) == ["source-changed", "changed"]


def test_new_hands_hear_that_it_is_theirs() -> None:
    process, owner, by = owned()
    new, editor = (UserFactory(contributor_of=process.authority) for _ in range(2))
    actions.update(process_id=process.pk, by=by, owner=new.pk, co_editors=[editor.pk])
    assert whats(new) == ["owner"]
    assert whats(editor) == ["co-editor"]
    assert ["owner", [owner.name], [new.name]] in told(owner)[0].facts["changes"]


def test_a_process_of_nobody_is_told_of_to_the_administrators() -> None:
    process = ProcessFactory(shared=True)
    admin = UserFactory(local_admin_of=process.authority)
    actions.update(process_id=process.pk, by=SYSTEM, title="Nyt navn")
    assert whats(admin) == ["changed"]


def test_an_import_is_quiet() -> None:
    process, owner, by = owned()
    with quietly():
        actions.update(process_id=process.pk, by=by, title="Fra fil")
    assert told(owner) == []
    actions.update(process_id=process.pk, by=by, title="I hånden")
    assert whats(owner) == ["changed"]


def test_days_are_kept_as_text() -> None:
    process, owner, by = owned()
    actions.update(process_id=process.pk, by=by, in_operation_since=date(2026, 3, 1))
    assert ["in_operation_since", None, "2026-03-01"] in told(owner)[0].facts["changes"]
