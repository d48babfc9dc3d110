"""Describing, sharing and removing files; when their bytes go, and what the sweep takes."""

from __future__ import annotations

import os
import time
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage
from django.db import transaction
from django.utils import timezone

from gevinst.features.accounts.tests.factories import actor
from gevinst.features.catalogue.actions.files import (
    change_attachment,
    changing,
    remove_attachment,
    sweep_files,
)
from gevinst.features.catalogue.models import Attachment
from gevinst.features.catalogue.tests.files.factories import AttachmentFactory, names
from gevinst.shared.actor import SYSTEM
from gevinst.shared.errors import DomainError
from gevinst.shared.models import AuditEntry

pytestmark = pytest.mark.django_db
PERSON = "610190-1234"
COMMIT = pytest.mark.django_db(transaction=True)


def owner(row: Attachment) -> Any:
    return actor(contributor_of=row.process.authority)


@pytest.mark.parametrize(
    ("before", "facts"),
    [
        ({}, ("Ny", True)),
        ({"internal": True}, ("", False)),
        ({"internal": True, "person_numbers": True}, ("x", True)),
        ({"internal": True, "reading": "waiting"}, ("x", True)),
    ],
)
def test_a_file_is_described_and_shared(before: Any, facts: tuple[str, bool]) -> None:
    row = AttachmentFactory(**before)
    description, internal = facts
    change_attachment(
        attachment_id=row.pk, by=owner(row), description=description, internal=internal
    )
    row.refresh_from_db()
    assert (row.description, row.internal) == facts
    assert AuditEntry.objects.get().action == "catalogue.change_attachment"


@pytest.mark.parametrize(
    ("before", "description", "expected"),
    [
        ({"internal": True, "person_numbers": True}, "", "person-number"),
        ({"internal": True, "reading": "waiting"}, "", "wrong-state"),
        ({}, f"Om {PERSON}", "person-number"),
    ],
)
def test_what_names_persons_or_is_not_read_is_not_shared(
    before: Any, description: str, expected: str
) -> None:
    row = AttachmentFactory(**before)
    with pytest.raises(DomainError) as fault:
        change_attachment(
            attachment_id=row.pk, by=owner(row), description=description, internal=False
        )
    assert fault.value.code == expected


@pytest.mark.parametrize("act", [remove_attachment, change_attachment])
def test_others_do_not_touch_it(act: Any) -> None:
    row = AttachmentFactory()
    facts = {} if act is remove_attachment else {"description": "", "internal": False}
    for attachment_id, role, expected in (
        (row.pk, "reader_of", "not-allowed"),
        (row.pk + 1, "contributor_of", "not-found"),
    ):
        with pytest.raises(DomainError) as fault:
            act(attachment_id=attachment_id, by=actor(**{role: row.process.authority}), **facts)
        assert fault.value.code == expected


def test_one_that_goes_meanwhile_is_not_found(monkeypatch: pytest.MonkeyPatch) -> None:
    row, hold = AttachmentFactory(), changing.locked

    def lose(process_id: int, by: Any) -> Any:
        Attachment.objects.filter(pk=row.pk).delete()
        return hold(process_id, by)

    monkeypatch.setattr(changing, "locked", lose)
    with pytest.raises(DomainError) as fault:
        remove_attachment(attachment_id=row.pk, by=owner(row))
    assert fault.value.code == "not-found"


@COMMIT
def test_bytes_go_when_the_row_has_gone(kept: FileSystemStorage) -> None:
    row = AttachmentFactory()
    with transaction.atomic():
        remove_attachment(attachment_id=row.pk, by=owner(row))
        assert names(kept) != []
    assert names(kept) == []
    assert AuditEntry.objects.get().action == "catalogue.remove_attachment"


@COMMIT
def test_bytes_stay_when_the_removal_is_taken_back(kept: FileSystemStorage) -> None:
    row = AttachmentFactory()
    with transaction.atomic():
        remove_attachment(attachment_id=row.pk, by=owner(row))
        transaction.set_rollback(True)
    assert names(kept) == [row.file.name]
    assert Attachment.objects.filter(pk=row.pk).exists()


@COMMIT
def test_bytes_go_with_the_process(kept: FileSystemStorage) -> None:
    row = AttachmentFactory()
    row.process.delete()
    assert names(kept) == []


def test_the_sweep_takes_what_no_row_names_and_is_ours(kept: FileSystemStorage) -> None:
    row = AttachmentFactory()
    lost = ("7/" + "a" * 32, "8/" + "b" * 32 + "_Xy12ab")
    strange = ("7/note.txt", "other/" + "c" * 32, "d" * 32)
    for name in (*lost, *strange):
        kept.save(name, ContentFile(b"x"))
    aged = time.time() - timedelta(days=2).total_seconds()
    for name in names(kept):
        os.utime(Path(kept.location) / name, (aged, aged))
    young = kept.save("7/" + "e" * 32, ContentFile(b"x"))
    assert sweep_files(now=timezone.now(), by=SYSTEM) == 2
    assert set(names(kept)) == {row.file.name, young, *strange}
    assert AuditEntry.objects.get().facts == {"files": 2}


def test_a_sweep_that_finds_nothing_says_nothing() -> None:
    assert sweep_files(now=timezone.now(), by=SYSTEM) == 0
    assert not AuditEntry.objects.exists()
