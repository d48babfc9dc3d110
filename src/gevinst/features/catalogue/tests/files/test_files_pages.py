"""Pages of files: the panel, attaching several at once, what is refused, the safe download, the fragment."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.storage import FileSystemStorage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from gevinst.features.accounts.tests.factories import AuthorityFactory, UserFactory
from gevinst.features.catalogue.models import Attachment
from gevinst.features.catalogue.tests.factories import ProcessFactory
from gevinst.features.catalogue.tests.files.factories import AttachmentFactory

pytestmark = pytest.mark.django_db
PERSON = "610190-1234"


@pytest.fixture
def process() -> Any:
    return ProcessFactory(public=True)


@pytest.fixture
def contributor(client: Client, process: Any) -> Client:
    client.force_login(UserFactory(contributor_of=process.authority))
    return client


def sent(*files: tuple[str, bytes], **facts: Any) -> dict[str, Any]:
    return {"documents": [SimpleUploadedFile(name, content) for name, content in files], **facts}


def text_of(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_process_page_lists_what_the_reader_may_have(client: Client, process: Any) -> None:
    AttachmentFactory(process=process, filename="b-delt.txt", description="Sådan")
    AttachmentFactory(process=process, filename="a-intern.txt", internal=True)
    guest = text_of(Client(), f"/katalog/{process.pk}/")
    assert "b-delt.txt" in guest
    assert "a-intern.txt" not in guest
    assert f"/katalog/{process.pk}/filer/" not in guest
    client.force_login(UserFactory(contributor_of=process.authority))
    own = text_of(client, f"/katalog/{process.pk}/")
    assert own.index("a-intern.txt") < own.index("b-delt.txt")
    assert f"/katalog/{process.pk}/filer/" in own


def test_a_reader_meets_no_empty_list(client: Client, process: Any) -> None:
    assert 'id="dokumenter"' not in text_of(client, f"/katalog/{process.pk}/")


def test_several_files_are_attached_and_the_refused_ones_told(
    contributor: Client, process: Any
) -> None:
    address = f"/katalog/{process.pk}/filer/"
    assert "g-empty" in text_of(contributor, address)
    facts = sent(("a.txt", b"x"), ("b.exe", b"MZ"), ("c.txt", b""), description="To", internal="on")
    answer = contributor.post(address, facts)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "b.exe:" in page
    assert "c.txt:" in page
    row = Attachment.objects.get()
    assert (row.filename, row.description, row.internal) == ("a.txt", "To", True)
    done = contributor.post(address, sent(("d.txt", b"y")), follow=True)
    assert done.redirect_chain == [(address, 302)]
    assert "d.txt" in done.content.decode()


def test_a_file_inside_an_archive_is_named(contributor: Client, process: Any) -> None:
    from gevinst.engines.filetext.tests.making import zipped

    content = zipped({"x/ond.bat": "x"})
    answer = contributor.post(f"/katalog/{process.pk}/filer/", sent(("a.zip", content)))
    assert "a.zip (x/ond.bat)" in answer.content.decode()


@pytest.mark.parametrize("content", [b"", PERSON.encode()])
def test_person_numbers_are_told_of_and_not_repeated(
    contributor: Client, process: Any, content: bytes
) -> None:
    name = "a.txt" if content else f"{PERSON}.txt"
    answer = contributor.post(
        f"/katalog/{process.pk}/filer/", sent((name, content or b"x")), follow=True
    )
    page = answer.content.decode()
    assert "personnum" in page
    assert PERSON not in page


def test_no_file_is_a_fault_beside_the_field(contributor: Client, process: Any) -> None:
    answer = contributor.post(f"/katalog/{process.pk}/filer/", {"description": "x"})
    assert answer.status_code == 422
    assert 'id="id_documents_error"' in answer.content.decode()


def test_too_much_at_once_is_told(contributor: Client, process: Any, settings: Any) -> None:
    settings.OPERATIONS_UPLOAD_MB = 0
    answer = contributor.post(f"/katalog/{process.pk}/filer/", sent(("a.txt", b"x")))
    assert answer.status_code == 413
    assert not Attachment.objects.exists()


def test_a_file_over_the_limit_is_told(contributor: Client, process: Any, settings: Any) -> None:
    settings.CATALOGUE_ATTACHMENT_MB = 1
    large = ("a.txt", b"x" * (1024 * 1024 + 10))
    answer = contributor.post(f"/katalog/{process.pk}/filer/", sent(large))
    assert answer.status_code == 422
    assert "1 MB" in answer.content.decode()


def test_readers_do_not_attach(client: Client, process: Any) -> None:
    client.force_login(UserFactory(reader_of=process.authority))
    assert client.get(f"/katalog/{process.pk}/filer/").status_code == 403


def test_a_download_is_safe_to_click(client: Client, process: Any) -> None:
    row = AttachmentFactory(process=process, filename="Årsplan <1>.txt", content=b"Hej")
    answer = client.get(f"/katalog/filer/{row.pk}/")
    assert answer.streaming
    assert b"".join(answer.streaming_content) == b"Hej"
    told = answer.headers
    assert told["Content-Disposition"].startswith("attachment; filename*=utf-8''%C3%85rsplan")
    assert told["X-Content-Type-Options"] == "nosniff"
    assert told["Content-Security-Policy"].startswith("sandbox; default-src 'none'")
    assert told["Cache-Control"] == "private, no-store"
    assert (told["Content-Type"], told["Content-Length"]) == ("text/plain", "3")


@pytest.mark.parametrize(
    ("facts", "process_facts", "guest", "elsewhere", "own"),
    [
        ({}, {"public": True}, 200, 200, 200),
        ({}, {"shared": True}, 404, 200, 200),
        ({}, {}, 404, 404, 200),
        ({"internal": True}, {"public": True}, 404, 404, 200),
    ],
)
def test_a_download_asks_who_it_is_each_time(
    facts: Any, process_facts: Any, guest: int, elsewhere: int, own: int
) -> None:
    row = AttachmentFactory(process=ProcessFactory(**process_facts), **facts)
    for place, expected in (
        (None, guest),
        (AuthorityFactory(), elsewhere),
        (row.process.authority, own),
    ):
        client = Client()
        if place is not None:
            client.force_login(UserFactory(reader_of=place))
        assert client.get(f"/katalog/filer/{row.pk}/").status_code == expected


def test_bytes_that_are_gone_are_not_found(client: Client, kept: FileSystemStorage) -> None:
    row = AttachmentFactory(process=ProcessFactory(public=True))
    kept.delete(row.file.name)
    assert client.get(f"/katalog/filer/{row.pk}/").status_code == 404


def test_a_file_is_described_and_shared_on_its_page(contributor: Client, process: Any) -> None:
    row = AttachmentFactory(process=process, internal=True, description="Før")
    address = f"/katalog/filer/{row.pk}/ret/"
    assert 'value="Før"' in text_of(contributor, address)
    refused = contributor.post(address, {"description": PERSON, "internal": "on"})
    assert refused.status_code == 422
    assert contributor.post(address, {"description": "Efter"}).status_code == 302
    row.refresh_from_db()
    assert (row.description, row.internal) == ("Efter", False)


def test_what_waits_cannot_be_shared_yet(contributor: Client, process: Any) -> None:
    row = AttachmentFactory(process=process, internal=True, reading="waiting")
    assert contributor.post(f"/katalog/filer/{row.pk}/ret/", {}).status_code == 422


def test_a_removal_asks_first(contributor: Client, process: Any) -> None:
    row = AttachmentFactory(process=process)
    address = f"/katalog/filer/{row.pk}/fjern/"
    text_of(contributor, address)
    assert Attachment.objects.exists()
    assert contributor.post(address).status_code == 302
    assert not Attachment.objects.exists()


@pytest.mark.parametrize("page", ["ret", "fjern"])
def test_readers_change_nothing(client: Client, process: Any, page: str) -> None:
    row = AttachmentFactory(process=process)
    client.force_login(UserFactory(reader_of=process.authority))
    assert client.post(f"/katalog/filer/{row.pk}/{page}/").status_code == 403


def test_the_list_asks_again_while_a_text_is_being_read(contributor: Client, process: Any) -> None:
    row = AttachmentFactory(process=process, internal=True, reading="waiting")
    address = f"/katalog/{process.pk}/filer/liste/"
    asked = f'hx-get="{address}"'
    assert asked in text_of(contributor, f"/katalog/{process.pk}/")
    assert asked in text_of(contributor, address)
    Attachment.objects.filter(pk=row.pk).update(reading="locked")
    fragment = text_of(contributor, address)
    assert asked not in fragment
    assert "adgangskode" in fragment


def test_the_panel_costs_two_questions(
    process: Any, rf: Any, django_assert_num_queries: Any
) -> None:
    from gevinst.features.accounts.tests.factories import actor
    from gevinst.features.catalogue.web.files.panel import files_panel

    AttachmentFactory.create_batch(3, process=process)
    request = rf.get("/")
    request.actor = actor(contributor_of=process.authority)
    with django_assert_num_queries(2):
        assert len(files_panel(request, process)["files"]) == 3
