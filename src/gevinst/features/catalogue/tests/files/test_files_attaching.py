"""Attaching: who may, what is checked, what is stored, and that nothing is left behind."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.storage import FileSystemStorage
from django.db import connection

from gevinst.engines.filetext.tests import making
from gevinst.features.accounts.tests.factories import AuthorityFactory, actor
from gevinst.features.catalogue.actions.files import allowance, attach, attaching
from gevinst.features.catalogue.models import Attachment
from gevinst.features.catalogue.signals import process_saved
from gevinst.features.catalogue.tests.factories import ProcessFactory
from gevinst.features.catalogue.tests.files.factories import names
from gevinst.shared.errors import DomainError
from gevinst.shared.models import AuditEntry

pytestmark = pytest.mark.django_db
MACRO = making.docx("x", parts={"word/vbaProject.bin": b"x"})
PERSON = "610190-1234"  # a replacement number: nobody's


@pytest.fixture
def process() -> Any:
    return ProcessFactory(public=True)


@pytest.fixture
def contributor(process: Any) -> Any:
    return actor(contributor_of=process.authority)


@pytest.fixture
def told() -> Any:
    heard: list[Any] = []

    def hear(**facts: Any) -> None:
        heard.append(facts["changed"])

    process_saved.connect(hear)
    yield heard
    process_saved.disconnect(hear)


@pytest.fixture
def one_megabyte(settings: Any) -> None:
    settings.CATALOGUE_ATTACHMENT_MB = 1


def code(**facts: Any) -> str:
    with pytest.raises(DomainError) as fault:
        attach(**facts)
    assert PERSON not in str(fault.value) + str(fault.value.facts)
    return fault.value.code


def test_a_file_is_kept_read_and_told(
    process: Any, contributor: Any, kept: FileSystemStorage, told: list[Any]
) -> None:
    content = making.docx("Kørselsgodtgørelse")
    row = attach(
        process_id=process.pk,
        by=contributor,
        filename="c:\\x\\Plan.docx",
        content=content,
        description=" Sådan gør vi ",
    )
    row.refresh_from_db()
    assert (row.filename, row.size, row.description) == ("Plan.docx", len(content), "Sådan gør vi")
    assert (row.text, row.reading) == ("Kørselsgodtgørelse", "read")
    assert row.media_type.endswith("wordprocessingml.document")
    assert (row.internal, row.uploaded_by_id) == (False, contributor.user_id)
    assert names(kept) == [row.file.name]
    assert told == [{"attachments": ([], ["Plan.docx"])}]
    entry = AuditEntry.objects.get()
    assert (entry.action, entry.target_id) == ("catalogue.attach", str(process.pk))
    assert entry.facts == {"attachment": row.pk, "internal": False}


def test_an_internal_file_is_told_to_nobody(
    process: Any, contributor: Any, told: list[Any]
) -> None:
    row = attach(
        process_id=process.pk, by=contributor, filename="a.txt", content=b"x", internal=True
    )
    assert row.internal
    assert told == []


def test_person_numbers_are_masked_in_the_text_and_keep_the_file_at_home(
    process: Any, contributor: Any, told: list[Any]
) -> None:
    content = f"Borger {PERSON}".encode()
    row = attach(process_id=process.pk, by=contributor, filename="a.txt", content=content)
    assert (row.text, row.person_numbers, row.internal) == ("Borger 610190-xxxx", True, True)
    assert told == []


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"filename": "a.exe"}, "file-executable"),
        ({"filename": "a.docx", "content": MACRO}, "file-macros"),
        ({"content": b""}, "file-empty"),
        ({"content": b"x" * (1024 * 1024 + 1)}, "file-too-large"),
        ({"filename": f"{PERSON}.txt"}, "person-number"),
        ({"description": f"Om {PERSON}"}, "person-number"),
    ],
)  # fmt: skip
@pytest.mark.usefixtures("one_megabyte")
def test_what_may_not_be_kept_is_refused_before_anything_is_stored(
    process: Any, contributor: Any, kept: FileSystemStorage, facts: Any, expected: str
) -> None:
    whole = {"filename": "a.txt", "content": b"x", **facts}
    assert code(process_id=process.pk, by=contributor, **whole) == expected
    assert names(kept) == []
    assert not AuditEntry.objects.exists()


def test_a_refusal_says_which_file_inside(process: Any, contributor: Any) -> None:
    content = making.zipped({"a.txt": "x", "b.bat": "x"})
    with pytest.raises(DomainError) as fault:
        attach(process_id=process.pk, by=contributor, filename="a.zip", content=content)
    assert fault.value.facts == {"inside": "b.bat"}


def test_the_same_file_is_kept_once_a_process(process: Any, contributor: Any) -> None:
    facts = {"by": contributor, "filename": "a.txt", "content": b"x"}
    attach(process_id=process.pk, **facts)
    assert code(process_id=process.pk, **facts) == "taken"
    attach(process_id=ProcessFactory(authority=process.authority).pk, **facts)


@pytest.mark.parametrize(("role", "expected"), [("reader_of", "not-allowed"), (None, "not-found")])
def test_only_those_who_may_change_the_process_attach(role: str | None, expected: str) -> None:
    process = ProcessFactory()
    by = actor(**{role: process.authority}) if role else actor(contributor_of=AuthorityFactory())
    assert code(process_id=process.pk, by=by, filename="a.txt", content=b"x") == expected


def test_bytes_that_were_stored_for_nothing_are_taken_away(
    process: Any, contributor: Any, kept: FileSystemStorage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_down(*_: Any) -> None:
        assert names(kept) != []
        raise ConnectionError

    monkeypatch.setattr(attaching, "tell_shared", break_down)
    with pytest.raises(ConnectionError):
        attach(process_id=process.pk, by=contributor, filename="a.txt", content=b"x")
    assert names(kept) == []
    assert not Attachment.objects.exists()


@pytest.mark.parametrize("internal", [True, False])
def test_a_large_file_stays_at_home_until_the_worker_has_read_it(
    process: Any, contributor: Any, monkeypatch: pytest.MonkeyPatch, told: list[Any], internal: bool
) -> None:
    monkeypatch.setattr(allowance, "AT_ONCE", 3)
    row = attach(
        process_id=process.pk, by=contributor, filename="a.txt", content=b"lang", internal=internal
    )
    assert (row.internal, row.reading, row.text) == (True, "waiting", "")
    assert told == []
    with connection.cursor() as cursor:
        cursor.execute("SELECT task_name, args FROM procrastinate_jobs")
        jobs = cursor.fetchall()
    assert [name for name, _ in jobs] == ["catalogue.read_text"]
    assert f'"share": {str(not internal).lower()}' in str(jobs[0][1]).replace("'", '"').lower()
