"""The index keeps up with the database, and is never in the way."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from gevinst.engines.retrieval.asking import Asked
from gevinst.engines.retrieval.faults import IndexBusy, IndexMissing
from gevinst.features.catalogue.actions.searches.compacting import compact_changes
from gevinst.features.catalogue.indexing import background, following, place, rebuilding
from gevinst.features.catalogue.indexing.following import Ready, Why, catch_up, ready
from gevinst.features.catalogue.indexing.readers import findable
from gevinst.features.catalogue.models import (
    Attachment,
    Change,
    Code,
    CoEditor,
    ItSystem,
    LegalClause,
    Process,
    Standing,
    Technology,
)
from gevinst.features.catalogue.queries.asked import Asked as Wanted
from gevinst.features.catalogue.queries.searching.answer import Source
from gevinst.features.catalogue.queries.searching.found import matching, search
from gevinst.features.catalogue.tests.factories import ProcessFactory
from gevinst.features.catalogue.tests.search.index import in_own_folder, indexed
from gevinst.shared.actor import GUEST, SYSTEM

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _index(settings: Any, tmp_path: Path) -> Iterator[None]:
    yield from in_own_folder(settings, tmp_path)


def found(text: str) -> list[int]:
    hits = place.current().search(Asked(text, findable(SYSTEM))).hits
    return [int(hit.key.partition(":")[0]) for hit in hits]


def test_a_new_process_is_found() -> None:
    one = ProcessFactory(public=True, title="Gadelys")
    assert ready().why is Why.OWN
    indexed()
    assert found("gadelys") == [one.pk]
    assert ready().why is None


def test_a_changed_one_is_found_by_what_it_says_now() -> None:
    one = ProcessFactory(title="Gadelys")
    indexed()
    Process.objects.filter(pk=one.pk).update(title="Vejsalt")
    indexed()
    assert (found("gadelys"), found("vejsalt")) == ([], [one.pk])


def test_a_deleted_one_is_gone() -> None:
    one = ProcessFactory(title="Gadelys")
    indexed()
    one.delete()
    indexed()
    assert found("gadelys") == []


def test_processes_that_all_readers_read_alike_are_one_document() -> None:
    ProcessFactory(public=True)
    indexed()
    assert place.current().search(Asked()).total == 1
    ProcessFactory(public=True, internal_notes="Hemmeligt")
    indexed()
    assert place.current().search(Asked()).total == 3


@pytest.mark.parametrize(
    "change",
    [
        lambda one: Attachment.objects.create(process=one, filename="x", size=1, text="Brandhane"),
        lambda one: LegalClause.objects.create(process=one, text="Brandhane"),
        lambda one: ItSystem.objects.update(label="Brandhane"),
        lambda one: Technology.objects.update(label="Brandhane"),
        lambda one: Code.objects.create(scheme="kle", code="32.45", title="Brandhane"),
        lambda one: type(one.authority).objects.update(name="Brandhane"),
    ],
)
def test_what_hangs_on_a_process_and_what_it_names_reaches_the_index(change: Any) -> None:
    system = ItSystem.objects.create(label="Gammelt")
    technology = Technology.objects.create(label="Gammel")
    one = ProcessFactory(systems_used=[system.pk], technologies=[technology.pk], kle=["32.45"])
    indexed()
    assert found("brandhane") == []
    change(one)
    indexed()
    assert found("brandhane") == [one.pk]


def test_a_code_with_a_new_title_reaches_the_index_and_one_with_the_same_does_not() -> None:
    code = Code.objects.create(scheme="kle", code="32.45", title="Før")
    ProcessFactory(kle=["32.45"])
    before = Change.objects.count()
    code.description = "Andet"
    code.save()
    assert Change.objects.count() == before
    code.title = "Efter"
    code.save()
    assert Change.objects.count() == before + 1


def test_co_editors_reach_the_index() -> None:
    from gevinst.features.accounts.queries import actor_of
    from gevinst.features.accounts.tests.factories import UserFactory

    user, one = UserFactory(), ProcessFactory(title="Gadelys")
    indexed()
    assert search(actor_of(user), Wanted(text="gadelys")).total == 0
    CoEditor.objects.create(process=one, user=user)
    indexed()
    assert search(actor_of(user), Wanted(text="gadelys")).total == 1


def test_a_missing_index_is_no_fault(client: Client, settings: Any, tmp_path: Path) -> None:
    one = ProcessFactory(public=True, title="Gadelys")
    settings.CATALOGUE_SEARCH_FOLDER = tmp_path / "nowhere"
    place.forget()
    answer = search(GUEST, Wanted(text="gadelys"))
    assert (answer.source, answer.total) == (Source.DATABASE, 1)
    assert list(matching(GUEST, Wanted(text="gadelys"))) == [one.pk]
    page = client.get("/katalog/?q=gadelys").content.decode()
    assert "Søgeindekset bliver lavet" in page
    with pytest.raises(IndexMissing):
        catch_up()


@pytest.mark.parametrize("what", ["current", "meta.json"])
def test_a_broken_index_is_no_fault(what: str, tmp_path: Path) -> None:
    ProcessFactory(public=True, title="Gadelys")
    for file in tmp_path.rglob(what):
        file.write_text("index-../nonsens")
    place.forget()
    assert search(GUEST, Wanted(text="gadelys")).source is Source.DATABASE


def test_an_index_that_breaks_while_it_is_open_is_no_fault(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from gevinst.features.catalogue.queries.searching import found as answering

    index = place.current()
    monkeypatch.setattr(answering, "ready", lambda: Ready(index))
    for file in tmp_path.rglob("*.json"):
        file.unlink()
    ProcessFactory(public=True, title="Gadelys")
    assert search(GUEST, Wanted(text="gadelys")).total == 1


def test_an_index_of_another_database_is_not_searched(monkeypatch: pytest.MonkeyPatch) -> None:
    index = place.current()
    index.write(mark=index.mark.replace("/", "/9"))
    assert ready().why is Why.MISSING


def test_much_that_is_new_is_left_to_the_background(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    monkeypatch.setattr(background, "rebuild", lambda: asked.append(1))
    monkeypatch.setattr(following, "LITTLE", 2)
    _as_of_another_transaction(3)
    assert ready().why is Why.BEHIND
    assert asked == [1]


def test_a_little_that_is_new_is_taken_in_before_the_search() -> None:
    one = ProcessFactory(public=True, title="Gadelys")
    Change.objects.all().delete()
    _as_of_another_transaction(1, one.pk)
    answer = search(GUEST, Wanted(text="gadelys"))
    assert (answer.source, answer.total) == (Source.INDEX, 1)


def test_another_process_that_writes_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    def busy(*_args: Any, **_more: Any) -> None:
        raise IndexBusy("busy")

    _as_of_another_transaction(1)
    monkeypatch.setattr(type(place.current()), "write", busy)
    assert search(GUEST, Wanted()).source is Source.INDEX


def _as_of_another_transaction(number: int, process_id: int = 1) -> None:
    """Rows as they look when others have committed them."""
    with connection.cursor() as cursor:
        cursor.execute(
            """INSERT INTO catalogue_change (process_id, deleted, at, tx)
               SELECT %s, false, now(), pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1
                 FROM generate_series(1, %s)""",
            [process_id, number],
        )


def test_the_feed_keeps_the_newest_row_of_each_process() -> None:
    _as_of_another_transaction(3, 71)
    _as_of_another_transaction(2, 72)
    newest = Change.objects.filter(process_id=71).latest("pk").pk
    own = ProcessFactory()
    Standing.objects.create(process=own)
    assert compact_changes() >= 3
    assert [one.pk for one in Change.objects.filter(process_id=71)] == [newest]
    assert Change.objects.filter(process_id=own.pk).count() == 2


def test_a_rebuild_takes_the_place_of_the_index_and_keeps_the_one_before(tmp_path: Path) -> None:
    ProcessFactory(title="Gadelys")
    before = place.current()
    told: list[tuple[int, int]] = []
    assert rebuilding.rebuild(lambda done, total: told.append((done, total))) == 1
    assert told == [(1, 1)]
    assert found("gadelys") != []
    assert before.search(Asked("gadelys")).total == 0
    rebuilding.rebuild()
    assert len(list(tmp_path.glob("index-*"))) == 2
    assert rebuilding.status() == (True, 1, 1, 0)


def test_two_rebuilds_do_not_meet() -> None:
    with place.alone(), pytest.raises(IndexBusy):
        rebuilding.rebuild()


def test_the_status_of_nothing(settings: Any, tmp_path: Path) -> None:
    settings.CATALOGUE_SEARCH_FOLDER = tmp_path / "nowhere"
    assert rebuilding.status() == (False, 0, 0, 0)


def test_a_rebuild_is_started_once_and_not_from_within_a_transaction(
    settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[list[str]] = []

    class Program:
        def __init__(self, command: list[str], **_more: Any) -> None:
            started.append(command)

        def wait(self) -> None:
            return

    settings.CATALOGUE_SEARCH_BY_ITSELF = True
    monkeypatch.setattr(background.subprocess, "Popen", Program)
    monkeypatch.setattr(background, "_asked_at", [])
    background.rebuild()
    assert started == []
    monkeypatch.setattr(background, "connection", SimpleNamespace(in_atomic_block=False))
    with place.alone():
        background.rebuild()
    assert started == []
    background._asked_at.clear()
    background.rebuild()
    background.rebuild()
    assert [command[-3:] for command in started] == [["search", "rebuild", "--quiet"]]
