"""Files that hang on a process; the bytes stand in the storage `attachments` (disk or S3)."""

from __future__ import annotations

from typing import ClassVar

import pghistory
from django.core.files.storage import storages
from django.core.files.storage.base import Storage
from django.db import models
from django.utils.translation import gettext_lazy as _

from gevinst.features.catalogue.models.changes import noted
from gevinst.features.catalogue.models.process import Process


def attachment_storage() -> Storage:
    """The storage of the settings, asked for when it is used."""
    return storages["attachments"]


@pghistory.track(exclude=["text"])
class Attachment(models.Model):
    """A file; `internal` ones are for the own authority. `text` is what search reads of it.

    `reading` says how far the text was read; until it was, the file is for the own authority alone.
    """

    class Reading(models.TextChoices):
        WAITING = "waiting", _("The text is being read")
        READ = "read", _("The text can be searched")
        PARTLY = "partly", _("Only the first part of the text can be searched")
        NOTHING = "nothing", _("It holds no text that can be searched")
        LOCKED = "locked", _("Locked with a password: the text cannot be searched")
        BROKEN = "broken", _("The file is damaged: the text cannot be searched")

    PERSONAL: ClassVar[tuple[str, ...]] = ("uploaded_by", "text", "file")

    process = models.ForeignKey(Process, models.CASCADE, related_name="attachments")
    file = models.FileField(storage=attachment_storage, max_length=200)
    filename = models.CharField(_("file name"), max_length=200)
    media_type = models.CharField(max_length=120)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    internal = models.BooleanField(_("only for my authority"), default=False)
    description = models.CharField(_("what it is"), max_length=200, blank=True)
    text = models.TextField(blank=True)
    reading = models.CharField(max_length=8, choices=Reading, default=Reading.WAITING)
    # Person numbers were found in the text: the file may not be shared.
    person_numbers = models.BooleanField(default=False)
    uploaded_by = models.ForeignKey("accounts.User", models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["filename", "pk"]
        triggers = [noted("process_id")]

    def __str__(self) -> str:
        return self.filename
