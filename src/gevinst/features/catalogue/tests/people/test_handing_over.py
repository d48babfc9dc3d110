"""Contacts survive staff turnover: who leaves is told of, what they held is handed over in one step."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from gevinst.features.accounts import actions as accounts
from gevinst.features.accounts.models import Authority, User
from gevinst.features.accounts.queries import actor_of
from gevinst.features.accounts.tests.factories import AuthorityFactory, UserFactory
from gevinst.features.catalogue import signals
from gevinst.features.catalogue.actions.people.handing import hand_over
from gevinst.features.catalogue.models import Process
from gevinst.features.catalogue.queries.people.contact import reach
from gevinst.features.catalogue.queries.people.handover import abandoned, own
from gevinst.features.catalogue.tests.factories import ProcessFactory
from gevinst.features.catalogue.tests.people.factories import told, whats
from gevinst.shared.actor import GUEST, SYSTEM
from gevinst.shared.errors import DomainError
from gevinst.shared.models import AuditEntry

pytestmark = pytest.mark.django_db


@pytest.fixture
def place() -> Authority:
    return AuthorityFactory()


@pytest.fixture
def leaver(place: Authority) -> User:
    return UserFactory(contributor_of=place, name="Fratrådt (demo)")


@pytest.fixture
def heir(place: Authority) -> User:
    return UserFactory(contributor_of=place)


@pytest.fixture
def admin(place: Authority) -> User:
    return UserFactory(local_admin_of=place)


def held(place: Authority, leaver: User) -> tuple[Process, Process]:
    owned = ProcessFactory(authority=place, owner=leaver, contact=leaver, title="Ejet")
    return owned, ProcessFactory(authority=place, contact=leaver, title="Kun kontakt")


def leaves(leaver: User) -> None:
    accounts.deactivate_user(user=leaver, by=SYSTEM)


def refused(code: str, **facts: Any) -> None:
    with pytest.raises(DomainError) as caught:
        hand_over(**facts)
    assert caught.value.code == code


def test_the_administrators_hear_who_left_and_what_is_without_hands(
    place: Authority, leaver: User, admin: User
) -> None:
    held(place, leaver)
    leaves(leaver)
    [one] = told(admin)
    assert one.facts["items"] == ["Ejet", "Kun kontakt"]
    assert one.kind == "duty"
    assert [group.person for group in abandoned(actor_of(admin))] == [leaver]


def test_the_last_role_taken_back_counts_as_leaving_one_of_two_does_not(
    place: Authority, leaver: User, admin: User
) -> None:
    held(place, leaver)
    extra = accounts.grant_role(user=leaver, role="reader", authority=place, by=SYSTEM)
    accounts.revoke_role(membership=extra, by=SYSTEM)
    assert whats(admin) == []
    accounts.revoke_role(membership=leaver.memberships.get(), by=SYSTEM)
    assert whats(admin) == ["hand-over"]


def test_the_national_role_taken_back_is_no_leaving(admin: User) -> None:
    UserFactory(national_admin=True)
    user = UserFactory(national_admin=True)
    accounts.revoke_role(membership=user.memberships.get(), by=SYSTEM)
    assert whats(admin) == []


def test_one_who_held_nothing_is_not_told_of(leaver: User, admin: User) -> None:
    leaves(leaver)
    assert whats(admin) == []


def test_personal_ones_stay_personal(place: Authority, leaver: User, admin: User) -> None:
    ProcessFactory(authority=place, owner=leaver, visibility="personal")
    leaves(leaver)
    assert whats(admin) == []
    assert abandoned(actor_of(admin)) == []


def test_another_authoritys_administrator_sees_nothing(place: Authority, leaver: User) -> None:
    held(place, leaver)
    leaves(leaver)
    assert abandoned(actor_of(UserFactory(local_admin_of=AuthorityFactory()))) == []
    assert len(abandoned(actor_of(UserFactory(national_admin=True)))) == 1
    assert len(abandoned(SYSTEM)) == 1


def test_it_is_handed_over_in_one_step(
    place: Authority, leaver: User, heir: User, admin: User
) -> None:
    processes = held(place, leaver)
    leaves(leaver)
    heard: list[tuple[Any, Any]] = []

    def listen(before: Any, after: Any, **_: Any) -> None:
        heard.append((before, after))

    signals.handed_over.connect(listen)
    count = hand_over(
        process_ids=[one.pk for one in processes],
        from_id=leaver.pk,
        to_id=heir.pk,
        mailbox="robot@example.org",
        by=actor_of(admin),
    )
    signals.handed_over.disconnect(listen)
    assert count == 2
    owned, contact_only = (Process.objects.get(pk=one.pk) for one in processes)
    assert (owned.owner, owned.contact, owned.contact_email) == (heir, heir, "robot@example.org")
    assert (contact_only.owner, contact_only.contact) == (None, heir)
    assert heard == [(leaver.pk, heir.pk)]
    assert whats(heir) == ["owner", "contact"]
    assert AuditEntry.objects.filter(action="catalogue.hand_over").count() == 2
    assert abandoned(actor_of(admin)) == []


def test_a_mailbox_alone_is_enough(place: Authority, leaver: User, admin: User) -> None:
    [process, _other] = held(place, leaver)
    hand_over(
        process_ids=[process.pk], from_id=leaver.pk, mailbox="a@example.org", by=actor_of(admin)
    )
    process.refresh_from_db()
    assert (process.owner, process.contact, process.contact_email) == (None, None, "a@example.org")


def test_one_hands_over_what_is_ones_own_before_leaving(
    place: Authority, leaver: User, heir: User
) -> None:
    processes = held(place, leaver)
    by = actor_of(leaver)
    assert [one.title for group in own(by) for one in group.processes] == ["Ejet", "Kun kontakt"]
    hand_over(process_ids=[processes[0].pk], from_id=leaver.pk, to_id=heir.pk, by=by)
    assert [one.title for group in own(by) for one in group.processes] == ["Kun kontakt"]


def test_a_colleague_may_not_take_it(place: Authority, leaver: User, heir: User) -> None:
    [process, _other] = held(place, leaver)
    facts = {"process_ids": [process.pk], "from_id": leaver.pk, "to_id": heir.pk}
    refused("not-allowed", by=actor_of(heir), **facts)


@pytest.mark.parametrize("who", ["reader", "outsider", "closed"])
def test_only_a_contributor_of_the_authority_can_take_it_over(
    who: str, place: Authority, leaver: User, admin: User
) -> None:
    [process, _other] = held(place, leaver)
    facts: dict[str, Any] = {
        "reader": {"reader_of": place},
        "outsider": {"contributor_of": AuthorityFactory()},
        "closed": {"contributor_of": place, "is_active": False},
    }[who]
    to = UserFactory(**facts)
    by = actor_of(admin)
    refused("invalid", process_ids=[process.pk], from_id=leaver.pk, to_id=to.pk, by=by)


def test_what_somebody_else_holds_is_not_handed_over(
    place: Authority, leaver: User, heir: User, admin: User
) -> None:
    processes = held(place, leaver)
    others = ProcessFactory(authority=place, owner=heir)
    by = actor_of(admin)
    ids = [processes[0].pk, others.pk]
    refused("not-found", process_ids=ids, from_id=leaver.pk, to_id=heir.pk, by=by)
    refused("not-found", process_ids=[0], from_id=leaver.pk, to_id=heir.pk, by=by)
    refused("invalid", process_ids=[others.pk], from_id=heir.pk, by=by)
    assert Process.objects.get(pk=processes[0].pk).owner == leaver


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({}, ["contact"]),
        ({"contact_email": "rolle@example.org"}, ["mailbox", "contact"]),
        ({"contact": None}, ["owner"]),
        ({"contact": None, "owner": None}, ["administrator"]),
        ({"contact": None, "owner": None, "contact_email": "r@example.org"}, ["mailbox"]),
    ],
)
def test_whom_to_ask(
    facts: dict[str, Any], expected: list[str], place: Authority, leaver: User, admin: User
) -> None:
    process = ProcessFactory(**{"authority": place, "owner": leaver, "contact": leaver, **facts})
    assert [one.what for one in reach(actor_of(admin), process)] == expected


def test_one_who_has_left_is_never_shown(place: Authority, leaver: User, admin: User) -> None:
    process = held(place, leaver)[0]
    leaves(leaver)
    assert [one.user_id for one in reach(actor_of(admin), process)] == [admin.pk]


def test_a_guest_is_shown_the_mailbox_alone(place: Authority, leaver: User) -> None:
    process = ProcessFactory(public=True, authority=place, contact=leaver)
    assert reach(GUEST, process) == []
    process.contact_email = "rolle@example.org"
    assert [one.email for one in reach(GUEST, process)] == ["rolle@example.org"]


def send(actor: User, leaver: User, place: Authority, **facts: Any) -> Any:
    client = Client()
    client.force_login(actor)
    stated = {"group": f"{leaver.pk}-{place.pk}", **facts}
    return client.post(reverse("hand-over"), stated, follow=True)


def test_the_page_hands_over_what_is_marked(
    place: Authority, leaver: User, heir: User, admin: User
) -> None:
    first, second = held(place, leaver)
    leaves(leaver)
    answer = send(admin, leaver, place, processes=[first.pk], to=heir.pk)
    assert "1 proces er overdraget" in answer.content.decode()
    assert "Kun kontakt" in answer.content.decode()
    assert Process.objects.get(pk=first.pk).owner == heir
    assert Process.objects.get(pk=second.pk).contact == leaver


@pytest.mark.parametrize("facts", [{}, {"mailbox": "ikke en adresse"}, {"processes": ["0"]}])
def test_the_page_says_what_is_missing(
    facts: dict[str, Any], place: Authority, leaver: User, admin: User
) -> None:
    first = held(place, leaver)[0]
    leaves(leaver)
    answer = send(admin, leaver, place, **{"processes": [first.pk], **facts})
    assert answer.status_code == 422


def test_a_page_with_nothing_on_it_says_so() -> None:
    client = Client()
    for user in (UserFactory(), UserFactory(local_admin_of=AuthorityFactory())):
        client.force_login(user)
        assert "Intet at overdrage" in client.get(reverse("hand-over")).content.decode()
