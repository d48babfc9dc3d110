"""Reading by the worker: the text, what it opens, and what happens when the file has gone."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from gevinst.features.catalogue.actions.files import read_attachment, reading, resume_reading
from gevinst.features.catalogue.models import Attachment
from gevinst.features.catalogue.tasks.files import read_text, sweep_files
from gevinst.features.catalogue.tests.files.factories import AttachmentFactory
from gevinst.shared.actor import SYSTEM
from gevinst.shared.models import AuditEntry

pytestmark = pytest.mark.django_db
PERSON = "610190-1234"


def waiting(**facts: Any) -> Attachment:
    return AttachmentFactory(**{"reading": "waiting", "internal": True, **facts})


@pytest.mark.parametrize(
    ("content", "share", "internal", "text"),
    [
        (b"ord", True, False, "ord"),
        (b"ord", False, True, "ord"),
        (PERSON.encode(), True, True, "610190-xxxx"),
    ],
)
def test_a_file_is_shared_once_it_is_read_unless_it_names_persons(
    content: bytes, share: bool, internal: bool, text: str
) -> None:
    row = waiting(content=content)
    read_text(attachment_id=row.pk, share=share)
    row.refresh_from_db()
    assert (row.text, row.internal, row.reading) == (text, internal, "read")
    assert AuditEntry.objects.get().action == "catalogue.read_attachment"


def test_one_that_is_read_or_gone_is_left_alone() -> None:
    row = AttachmentFactory(text="før")
    read_attachment(attachment_id=row.pk, by=SYSTEM)
    read_attachment(attachment_id=row.pk + 1, by=SYSTEM)
    row.refresh_from_db()
    assert row.text == "før"
    assert not AuditEntry.objects.exists()


def test_one_that_goes_while_it_is_read_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    row, read = waiting(), reading._extracted

    def read_and_lose(found: Attachment) -> Any:
        extract = read(found)
        Attachment.objects.filter(pk=found.pk).delete()
        return extract

    monkeypatch.setattr(reading, "_extracted", read_and_lose)
    read_attachment(attachment_id=row.pk, by=SYSTEM)
    assert not AuditEntry.objects.exists()


def test_bytes_that_are_missing_make_a_damaged_file() -> None:
    row = waiting()
    row.file.storage.delete(row.file.name)
    read_attachment(attachment_id=row.pk, by=SYSTEM)
    row.refresh_from_db()
    assert row.reading == "broken"


def test_a_type_that_is_no_longer_kept_has_no_text() -> None:
    row = waiting(filename="gammel.xyz")
    read_attachment(attachment_id=row.pk, by=SYSTEM)
    row.refresh_from_db()
    assert row.reading == "nothing"


def test_what_waited_for_an_hour_is_read_at_night() -> None:
    old, young = waiting(), waiting()
    now = timezone.now()
    Attachment.objects.filter(pk=old.pk).update(at=now - timedelta(hours=2))
    assert resume_reading(now=now, by=SYSTEM) == 1
    assert [Attachment.objects.get(pk=row.pk).reading for row in (old, young)] == [
        "read",
        "waiting",
    ]


def test_the_nightly_task_reads_what_was_lost() -> None:
    row = waiting()
    Attachment.objects.filter(pk=row.pk).update(at=timezone.now() - timedelta(hours=2))
    sweep_files(timestamp=0)
    row.refresh_from_db()
    assert (row.reading, row.internal) == ("read", True)


def test_followers_are_told_of_a_file_that_is_shared_by_its_name() -> None:
    from gevinst.features.accounts.tests.factories import UserFactory
    from gevinst.features.catalogue.models import Follow, Notice
    from gevinst.features.catalogue.notices.wording import say

    row = waiting(filename="Vejledning.txt")
    follower = UserFactory(reader_of=row.process.authority)
    Follow.objects.create(user=follower, process=row.process)
    read_text(attachment_id=row.pk, share=True)
    said = say(Notice.objects.get(user=follower), internal=False)
    assert said is not None
    assert [(before, after) for _field, before, after in said.changes] == [
        ("intet", "Vejledning.txt")
    ]
