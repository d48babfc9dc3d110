"""The client against a running server on loopback."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from gevinst.client import (
    Change,
    ChangedMeanwhile,
    Conflict,
    Gevinst,
    Invalid,
    NotAllowed,
    NotFound,
    NotSignedIn,
)
from gevinst.features.accounts.tests.factories import AuthorityFactory, TokenFactory
from gevinst.features.catalogue.models import Process
from gevinst.features.catalogue.tests.exchange.factories import filed, full_process
from gevinst.features.catalogue.tests.factories import ProcessFactory
from gevinst.shared.actor import Role

pytestmark = pytest.mark.django_db(transaction=True)


def client(server: Any, role: Role = Role.CONTRIBUTOR, authority: Any = None) -> Gevinst:
    token = TokenFactory(role=role, authority=authority or AuthorityFactory())
    return Gevinst(server.url, token.secret)


@pytest.fixture
def api(live_server: Any) -> Iterator[Gevinst]:
    with client(live_server) as made:
        yield made


def test_a_push_makes_a_process_once_and_changes_it_after_that(api: Gevinst) -> None:
    first = api.push("board", "org/repo#12", title="Ny", summary="Kort", technologies=["Python"])
    again = api.push("board", "org/repo#12", title="Ny", summary="Kort", phase="development")
    assert (first.created, again.created) == (True, False)
    assert again.process.id == first.process.id
    assert again.process.phase == "development"
    assert [each["label"] for each in again.process.technologies] == ["Python"]
    assert api.by_source("board", "org/repo#12") == again.process


def test_numbers_and_days_are_sent_as_they_are(api: Gevinst) -> None:
    fields = {"minutes": Decimal("7.5"), "in_operation_since": date(2026, 1, 5), "occurrences": 12}
    process = api.push("board", "1", title="Ny", summary="Kort", **fields).process
    assert process["minutes"] == "7.50"
    assert process["in_operation_since"] == "2026-01-05"
    assert process["title"] == "Ny"


def test_lists_are_walked_to_their_end(live_server: Any, api: Gevinst) -> None:
    made = ProcessFactory.create_batch(5, public=True)
    found = [process.id for process in api.processes(limit=2)]
    assert found == [process.pk for process in made]


def test_lists_take_several_values_of_a_criterion(api: Gevinst) -> None:
    kept = [ProcessFactory(public=True, phase=phase) for phase in ("idea", "operation")]
    ProcessFactory(public=True, phase="development")
    found = api.processes(phase=["idea", "operation"], since=date(2020, 1, 1), q=None)
    assert [process.id for process in found] == [process.pk for process in kept]


def test_an_update_of_what_was_read_is_refused_when_somebody_changed_it(api: Gevinst) -> None:
    read = api.push("board", "1", title="Ny", summary="Kort").process
    changed = api.update(read, summary="Den anden")
    with pytest.raises(ChangedMeanwhile) as refused:
        api.update(read, summary="Den tredje")
    assert refused.value.code == "changed-meanwhile"
    assert api.update(changed, summary="Den tredje").summary == "Den tredje"
    assert api.update(read.id, summary="Uanset").summary == "Uanset"


def test_a_process_of_a_list_must_be_read_before_it_is_updated(api: Gevinst) -> None:
    api.push("board", "1", title="Ny", summary="Kort")
    [process] = api.processes()
    with pytest.raises(ValueError, match="ETag"):
        api.update(process, title="Anden")


def test_the_same_key_creates_one_process(live_server: Any) -> None:
    home = AuthorityFactory()
    with client(live_server, authority=home) as api:
        facts = {"authority": home.code, "title": "Ny", "summary": "Kort"}
        made = [api.create(key="en", **facts) for _ in range(2)]
        assert made[0].id == made[1].id
        with pytest.raises(Conflict):
            api.create(key="en", **{**facts, "title": "Anden"})


def followed(api: Gevinst, after: str, ids: set[int]) -> tuple[list[Change], str]:
    """The changes once all of `ids` are told of: what others' transactions hold back comes a little later."""
    until, found = time.monotonic() + 60, list[Change]()
    while not ids <= {each.id for each in found}:
        assert time.monotonic() < until, "the feed is silent"
        feed = api.changes(after, limit=2)
        found += list(feed)
        after = feed.cursor
        time.sleep(0.1)
    return found, after


def test_changes_are_followed_from_a_cursor(api: Gevinst) -> None:
    start = api.now()
    made = ProcessFactory.create_batch(3, public=True)
    found, cursor = followed(api, start, {process.pk for process in made})
    assert {each.state for each in found} == {"changed"}
    Process.objects.filter(pk=made[0].pk).delete()
    found, _ = followed(api, cursor, {made[0].pk})
    assert found[-1].gone
    assert found[-1].when.tzinfo is not None


def test_files_comments_and_registers_are_read(live_server: Any) -> None:
    held = full_process()
    file = filed(held, "til alle")
    with client(live_server, Role.READER) as api:
        assert file.pk in [each.id for each in api.attachments(held.pk)]
        assert api.attachment(held.pk, file.pk) == b"teks"
        assert [each.text for each in api.comments(held.pk)] == ["Godt"]
        assert [each.label for each in api.systems("fag")] == ["Fagsystemet"]
        assert [each.label for each in api.technologies()] == ["Robotten"]
        assert held.authority.code in {each.code for each in api.authorities()}
        assert list(api.codes(scheme="kle")) == []
        assert api.process(held.pk).changed.tzinfo is not None


def test_refusals_are_exceptions_of_their_kind(live_server: Any) -> None:
    home = AuthorityFactory()
    hidden = ProcessFactory()
    with client(live_server, Role.READER, home) as reader:
        with pytest.raises(NotFound):
            reader.process(hidden.pk)
        with pytest.raises(NotAllowed):
            reader.push("board", "1", title="Ny", summary="Kort")
        with pytest.raises(Invalid) as refused:
            reader.push("board", "1", title="", summary="Kort", phase="ingen")
    assert {each.field for each in refused.value.errors} >= {"body.title", "body.phase"}
    with Gevinst(live_server.url, "gv_00000000_forkert") as stranger, pytest.raises(NotSignedIn):
        list(stranger.processes())


def test_it_is_imported_without_django() -> None:
    code = "import sys, gevinst.client; print(*{name.split('.')[0] for name in sys.modules})"
    told = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert "gevinst" in told.stdout.split()
    assert not {"django", "ninja", "pydantic"} & set(told.stdout.split())
