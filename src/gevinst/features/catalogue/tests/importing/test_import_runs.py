"""Runs of imports: taken at once, left to the worker, by whom, and columns of lists alone."""

from __future__ import annotations

from typing import Any

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from gevinst.features.accounts.models import Authority, User
from gevinst.features.accounts.queries import actor_of
from gevinst.features.accounts.tests.factories import AuthorityFactory, UserFactory, actor
from gevinst.features.catalogue.actions.importing import Options, runs
from gevinst.features.catalogue.actions.importing.columns import columns_of, remap
from gevinst.features.catalogue.models import ImportRun, Process
from gevinst.features.catalogue.queries.importing import import_run
from gevinst.features.catalogue.tasks.importing import carry_out_import
from gevinst.features.catalogue.tests.importing.factories import as_file, item
from gevinst.shared.actor import SYSTEM, Actor
from gevinst.shared.errors import DomainError

pytestmark = pytest.mark.django_db
LIST = "Hvad;Hvornår\nKontrol;Drift\n".encode()


@pytest.fixture
def authority() -> Authority:
    return AuthorityFactory()


@pytest.fixture
def admin(authority: Authority) -> User:
    return UserFactory(local_admin_of=authority)


def prepared(by: Actor, content: bytes, kind: str = "os2autoproces", **options: Any) -> ImportRun:
    return runs.prepare(
        kind=kind, content=content, filename="fil", options=Options(**options), by=by
    )


def refused(code: str, act: Any, **facts: Any) -> None:
    with pytest.raises(DomainError) as fault:
        act(**facts)
    assert fault.value.code == code


def test_a_file_taken_at_once_leaves_its_report_and_no_file(authority: Authority) -> None:
    heard: list[tuple[int, int]] = []
    run, done = runs.take(
        kind="os2autoproces",
        content=as_file(item(authority)),
        filename="x" * 300,
        options=Options(authority_id=authority.pk),
        by=SYSTEM,
        progress=lambda *now: heard.append(now),
    )
    kept = import_run(SYSTEM, run.pk)
    assert (kept.state, kept.content, kept.authority) == ("done", None, authority)
    assert (kept.report["counts"], len(kept.filename)) == (done.counts(), 200)
    assert (kept.done, kept.total, heard) == (1, 1, [(1, 1)])


def test_a_list_with_known_headings_needs_no_mapping(authority: Authority) -> None:
    run = prepared(SYSTEM, b"Titel;Fase\nKontrol;Drift\n", "csv", authority_id=authority.pk)
    assert (run.total, run.report["counts"]["new"]) == (1, 1)


def test_what_the_command_line_prepared_is_carried_out(authority: Authority) -> None:
    run = prepared(SYSTEM, as_file(item(authority)))
    assert runs.confirm(run_id=run.pk, by=SYSTEM).state == "done"
    assert Process.objects.count() == 1


def test_a_large_one_is_left_to_a_job_that_carries_it_out(
    authority: Authority, admin: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(runs, "AT_ONCE", 0)
    run = prepared(actor_of(admin), as_file(item(authority)))
    assert runs.confirm(run_id=run.pk, by=actor_of(admin)).state == "waiting"
    [job] = ProcrastinateJob.objects.filter(task_name="catalogue.carry_out_import")
    carry_out_import(**job.args)
    assert import_run(SYSTEM, run.pk).state == "done"
    assert Process.objects.count() == 1


def test_whoever_may_not_sign_in_any_more_imports_nothing(
    authority: Authority, admin: User
) -> None:
    run = prepared(actor_of(admin), as_file(item(authority)))
    ImportRun.objects.update(state="waiting")
    User.objects.update(is_active=False)
    refused("not-allowed", runs.perform, run_id=run.pk)
    assert import_run(SYSTEM, run.pk).state == "failed"
    assert Process.objects.count() == 0


def test_one_who_administers_nothing_takes_no_file_in(authority: Authority) -> None:
    facts: dict[str, Any] = {
        "kind": "os2autoproces", "content": as_file(item(authority)), "filename": "fil",
        "options": Options(), "by": actor(contributor_of=authority),
    }  # fmt: skip
    refused("not-allowed", runs.prepare, **facts)
    refused("not-allowed", runs.take, progress=lambda done, total: None, **facts)


def test_only_a_list_has_columns_to_choose(authority: Authority, admin: User) -> None:
    run = prepared(actor_of(admin), as_file(item(authority)))
    refused("not-found", remap, run_id=run.pk, chosen={"kolonne-0": "title"}, by=actor_of(admin))
    assert import_run(SYSTEM, run.pk).report["counts"]["new"] == 1


def test_columns_show_what_was_guessed_and_then_what_was_chosen(
    authority: Authority, admin: User
) -> None:
    by = actor_of(admin)
    run = prepared(by, b"Titel;Hvor\nKontrol;Drift\n", "csv", authority_id=authority.pk)
    assert columns_of(run) == (["Titel", "Hvor"], ["Kontrol", "Drift"], {"title": "Titel"})
    chosen = {"kolonne-0": "title", "kolonne-1": "phase", "kolonne-2": "summary"}
    assert columns_of(remap(run_id=run.pk, chosen=chosen, by=by))[2] == {
        "title": "Titel",
        "phase": "Hvor",
    }


def test_a_list_given_up_while_its_page_is_opened_has_no_columns(
    authority: Authority, admin: User
) -> None:
    run = prepared(actor_of(admin), LIST, "csv", authority_id=authority.pk)
    opened = import_run(actor_of(admin), run.pk)
    runs.drop(run_id=run.pk, by=actor_of(admin))
    refused("invalid", columns_of, run=opened)
