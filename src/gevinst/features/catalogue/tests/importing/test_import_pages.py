"""The pages of an import: upload, dry run, columns, confirmation, report, and who sees it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from gevinst.features.accounts.models import Authority, User
from gevinst.features.accounts.tests.factories import AuthorityFactory, UserFactory
from gevinst.features.catalogue.actions.importing import runs
from gevinst.features.catalogue.models import ImportRun, Process
from gevinst.features.catalogue.tests.importing.factories import as_file, item, taken
from gevinst.shared.errors import DomainError

pytestmark = pytest.mark.django_db
CSV = "Titel;Fase;Minutter\nKontrol;Drift;7,5\nPost;Måske;x\n"


@pytest.fixture
def authority() -> Authority:
    return AuthorityFactory()


@pytest.fixture
def admin(authority: Authority) -> User:
    return UserFactory(local_admin_of=authority)


def sent(client: Client, user: User, content: bytes, **facts: Any) -> Any:
    client.force_login(user)
    file = SimpleUploadedFile(facts.pop("name", "fil.json"), content)
    return client.post("/katalog/import/", {"kilde": "os2autoproces", "fil": file, **facts})


def test_the_form_is_for_administrators(client: Client, authority: Authority) -> None:
    client.force_login(UserFactory(contributor_of=authority))
    assert client.get("/katalog/import/").status_code == 403


def test_before_the_first_import_the_page_says_what_to_do(client: Client, admin: User) -> None:
    client.force_login(admin)
    page = client.get("/katalog/import/").content.decode()
    assert "Der er ikke importeret noget endnu" in page


def test_a_file_leads_to_its_dry_run_and_writes_nothing(
    client: Client, admin: User, authority: Authority
) -> None:
    answer = sent(client, admin, as_file(item(authority, phase="MARS")))
    page = client.get(answer.url).content.decode()
    assert "Proces 1" in page
    assert "“MARS”" in page
    assert Process.objects.count() == 0


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"nej", "Filen er ikke gyldig JSON"), (b"", "tom"), (b"[]", "ingen processer")],
)
def test_a_file_that_cannot_be_read_is_said_beside_the_form(
    client: Client, admin: User, content: bytes, said: str
) -> None:
    answer = sent(client, admin, content)
    assert answer.status_code == 422
    assert said in answer.content.decode()


def test_without_a_file_nothing_is_read(client: Client, admin: User) -> None:
    client.force_login(admin)
    answer = client.post("/katalog/import/", {"kilde": "csv"})
    assert (answer.status_code, "Vælg en fil først" in answer.content.decode()) == (422, True)


def test_only_an_authority_that_one_administers_can_be_chosen(client: Client, admin: User) -> None:
    answer = sent(client, admin, as_file(), myndighed=AuthorityFactory().code)
    assert answer.status_code == 422


def test_a_small_import_is_carried_out_at_once(
    client: Client, admin: User, authority: Authority
) -> None:
    address = sent(client, admin, as_file(item(authority))).url
    client.post(f"{address}udfoer/")
    run = ImportRun.objects.get()
    assert (run.state, run.content, run.report["counts"]["new"]) == ("done", None, 1)
    assert Process.objects.get().title == "Proces 1"
    assert client.post(f"{address}udfoer/").status_code == 409


def test_a_large_one_is_the_worker_s(
    client: Client, admin: User, authority: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(runs, "AT_ONCE", 0)
    deferred: list[int] = []
    monkeypatch.setattr(runs, "_defer", lambda run: deferred.append(run.pk))
    address = sent(client, admin, as_file(item(authority))).url
    client.post(f"{address}udfoer/")
    page = client.get(address).content.decode()
    assert "Importen er i gang" in page
    assert "hx-get" in page
    runs.perform(run_id=deferred[0])
    runs.perform(run_id=deferred[0])  # a job that comes twice does it once
    assert Process.objects.count() == 1


def test_an_import_that_breaks_off_says_so(
    client: Client, admin: User, authority: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = sent(client, admin, as_file(item(authority))).url

    def broken(*_: Any, **__: Any) -> None:
        raise RuntimeError("no power")

    monkeypatch.setattr(runs, "carry_out", broken)
    ImportRun.objects.update(state="waiting")
    with pytest.raises(RuntimeError):
        runs.perform(run_id=ImportRun.objects.get().pk)
    assert "Importen blev afbrudt" in client.get(address).content.decode()


def test_whoever_lost_the_role_meanwhile_imports_nothing(
    client: Client, admin: User, authority: Authority
) -> None:
    sent(client, admin, as_file(item(authority)))
    ImportRun.objects.update(state="waiting")
    admin.memberships.all().delete()
    with pytest.raises(DomainError):
        runs.perform(run_id=ImportRun.objects.get().pk)
    assert Process.objects.count() == 0


def test_an_import_given_up_forgets_the_file(
    client: Client, admin: User, authority: Authority
) -> None:
    address = sent(client, admin, as_file(item(authority))).url
    client.post(f"{address}opgiv/")
    run = ImportRun.objects.get()
    assert (run.state, run.content, run.report) == ("dropped", None, {})
    assert "Importen blev opgivet" in client.get(address).content.decode()


def test_files_that_nobody_confirms_are_forgotten(
    client: Client, admin: User, authority: Authority
) -> None:
    sent(client, admin, as_file(item(authority)))
    assert runs.forget_files(now=timezone.now()) == 0
    assert runs.forget_files(now=timezone.now() + timedelta(days=3)) == 1
    assert ImportRun.objects.get().content is None


def test_a_list_is_read_again_with_the_columns_that_are_chosen(
    client: Client, admin: User, authority: Authority
) -> None:
    content = "Hvad;Hvornår\nKontrol;Drift\n".encode("cp1252")
    chosen = {"kilde": "csv", "myndighed": authority.code, "name": "liste.csv"}
    address = sent(client, admin, content, **chosen).url
    assert "Sig, hvilken kolonne titlen står i." in client.get(address).content.decode()
    client.post(f"{address}kolonner/", {"kolonne-0": "", "kolonne-1": "phase"})
    assert ImportRun.objects.get().total == 0
    client.post(f"{address}kolonner/", {"kolonne-0": "title", "kolonne-1": "phase"})
    client.post(f"{address}udfoer/")
    assert (Process.objects.get().title, Process.objects.get().phase) == ("Kontrol", "operation")


def test_problems_stand_first_and_can_be_filtered(
    client: Client, admin: User, authority: Authority
) -> None:
    items = [item(authority, 1), item(authority, 2, title=""), item(authority, 3, phase="MARS")]
    address = sent(client, admin, as_file(*items)).url
    page = client.get(address).content.decode()
    assert page.index("post 2") < page.index("post 3") < page.index("post 1")
    assert "post 1" not in client.get(f"{address}?vis=refused").content.decode()
    assert "post 3" in client.get(f"{address}?vis=remarks").content.decode()
    assert "Ingen." in client.get(f"{address}?vis=kept").content.decode()


def test_the_report_can_be_saved_and_runs_no_formula(
    client: Client, admin: User, authority: Authority
) -> None:
    taken(item(authority, 1))
    Process.objects.update(title="Vores")
    items = [item(authority, 1, title="=1+2", status="PENDING"), item(authority, 2, phase="MARS")]
    address = sent(client, admin, as_file(*items)).url
    answer = client.get(f"{address}rapport.csv")
    text = b"".join(answer.streaming_content).decode("utf-8-sig")  # type: ignore[attr-defined]
    assert "'=1+2" in text
    assert "MARS" in text


@pytest.mark.parametrize("path", ["", "rapport.csv"])
def test_another_authority_s_administrator_sees_nothing_of_it(
    client: Client, admin: User, authority: Authority, path: str
) -> None:
    address = sent(client, admin, as_file(item(authority))).url
    client.force_login(UserFactory(local_admin_of=AuthorityFactory()))
    assert client.get(f"{address}{path}").status_code == 404


def test_a_process_says_where_it_came_from(
    client: Client, admin: User, authority: Authority
) -> None:
    taken(item(authority, 77))
    client.force_login(admin)
    page = client.get(f"/katalog/{Process.objects.get().pk}/").content.decode()
    assert "https://www.os2autoproces.eu/details/77" in page


def test_person_numbers_are_masked_in_the_report(
    client: Client, admin: User, authority: Authority
) -> None:
    sent(client, admin, as_file(item(authority, phase="150180-1234", title="Sag 750180-1234")))
    assert "750180-1234" not in str(ImportRun.objects.get().report)
