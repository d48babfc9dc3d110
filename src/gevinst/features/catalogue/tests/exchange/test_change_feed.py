"""The change feed: in order, once each, and nothing of what the reader never knew."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from django.db import transaction

from gevinst.features.accounts.tests.factories import AuthorityFactory, UserFactory
from gevinst.features.catalogue.models import Comment, Process
from gevinst.features.catalogue.queries.changes import Cursor, Feed, changes
from gevinst.features.catalogue.tests.factories import ProcessFactory
from gevinst.shared.actor import GUEST, SYSTEM, Actor, Role
from gevinst.shared.errors import DomainError

pytestmark = pytest.mark.django_db(transaction=True)


def reader(authority_id: int) -> Actor:
    return Actor(name="x", token_id=1, roles={authority_id: frozenset({Role.READER})})


def told(actor: Actor, after: str) -> list[tuple[int, str]]:
    return [(each.id, each.state) for each in whole(actor, after)]


def whole(actor: Actor, after: str, limit: int = 100) -> list[object]:
    """Everything after a cursor, once nothing is held back any more."""
    settled()
    items, more = [], True
    while more:
        feed = changes(actor, after, limit)
        items += feed.items
        after, more = str(feed.next), feed.more
    return items


def settled() -> None:
    """Waits until what was written is told: a transaction of another database holds it back too."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT coalesce(max(tx), 0) FROM catalogue_change")
        last = cursor.fetchone()[0]
    until = time.monotonic() + 60
    while changes(SYSTEM, "now", 1).next.tx < last:
        assert time.monotonic() < until
        time.sleep(0.1)


def now() -> str:
    settled()
    return str(changes(SYSTEM, "now", 1).next)


def test_each_process_is_told_once_in_the_order_of_its_last_change() -> None:
    start = now()
    first, second = ProcessFactory(public=True), ProcessFactory(public=True)
    Comment.objects.create(process=first, text="x", author_name="x")
    assert told(GUEST, start) == [(second.pk, "changed"), (first.pk, "changed")]


def test_pages_go_on_where_the_last_one_ended() -> None:
    start = now()
    made = {process.pk for process in ProcessFactory.create_batch(4, public=True)}
    found = whole(GUEST, start, limit=1)
    assert {each.id for each in found} == made  # type: ignore[attr-defined]
    assert told(GUEST, now()) == []


def test_what_a_reader_never_could_read_is_not_told_of() -> None:
    start = now()
    hidden = ProcessFactory()
    personal = ProcessFactory(personal=True)
    hidden.title = "Ændret"
    hidden.save()
    elsewhere = reader(AuthorityFactory().pk)
    assert told(GUEST, start) == told(elsewhere, start) == []
    Process.objects.filter(pk__in=[hidden.pk, personal.pk]).delete()
    assert told(elsewhere, start) == []
    assert told(reader(hidden.authority_id), start) == [(hidden.pk, "gone")]


def delete(process: Process) -> None:
    process.delete()


def hide(process: Process) -> None:
    process.visibility = "authority"
    process.save()


def withhold(process: Process) -> None:
    process.withheld = True
    process.save()


@pytest.mark.parametrize("away", [delete, hide, withhold])
def test_deleted_and_hidden_look_alike(away: Callable[[Process], None]) -> None:
    held = ProcessFactory(public=True)
    key, start = held.pk, now()
    away(held)
    assert told(GUEST, start) == [(key, "gone")]


def test_what_is_opened_is_told_as_changed() -> None:
    held = ProcessFactory()
    start = now()
    held.visibility = "public"
    held.save()
    assert told(GUEST, start) == [(held.pk, "changed")]


def test_a_co_editor_is_told_when_it_is_over() -> None:
    held, user = ProcessFactory(personal=True), UserFactory()
    editing = held.co_editors.create(user=user)
    start, actor = now(), Actor(name="x", user_id=user.pk)
    held.save()
    assert told(actor, start) == [(held.pk, "changed")]
    editing.delete()
    held.save()
    assert (held.pk, "gone") in told(actor, start)


def test_a_transaction_that_is_not_over_holds_back_what_came_after_it(
    django_db_blocker: object,
) -> None:
    """Else a reader who goes on from a later change would never see the earlier one."""
    from threading import Event, Thread

    from django.db import connection

    start = now()
    begun, end = Event(), Event()
    early: list[int] = []

    def slow() -> None:
        with transaction.atomic():
            early.append(ProcessFactory(public=True).pk)
            begun.set()
            end.wait(30)
        connection.close()

    thread = Thread(target=slow)
    thread.start()
    begun.wait(30)
    late = ProcessFactory(public=True).pk
    before: Feed = changes(GUEST, start, 100)
    end.set()
    thread.join()
    assert before.items == []
    assert [key for key, _ in told(GUEST, str(before.next))] == [early[0], late]


@pytest.mark.parametrize("text", ["x", "1", "1.2.3", "-1.2", "1.x", "later", "1" * 30 + ".1"])
def test_what_is_no_cursor_is_refused(text: str) -> None:
    with pytest.raises(DomainError) as refused:
        changes(GUEST, text, 10)
    assert refused.value.code == "invalid"


def test_a_cursor_is_written_as_it_is_read() -> None:
    assert str(Cursor(12, 5)) == "12.5"
