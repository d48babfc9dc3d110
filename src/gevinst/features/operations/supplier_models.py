"""What people say of suppliers: accounts confirmed by another way, and limits; entries, never changed."""

from __future__ import annotations

from typing import ClassVar

import pgtrigger
from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

KEPT = pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)


class Channel(models.TextChoices):
    """How an account was confirmed: never by what came with the invoice."""

    PHONE = "phone", _("Phone call to a number known before")
    LETTER = "letter", _("Letter to an address known before")
    MEETING = "meeting", _("Meeting")
    REGISTER = "register", _("Look-up in an official register")
    OTHER = "other", _("Other (write what)")


class AccountConfirmation(models.Model):
    """One person's word that a supplier's account is right, or one person's withdrawal of all before it.

    `sender` is the supplier's id (CVR, or a digest for one without), `account` as the block writes it.
    """

    class Kind(models.TextChoices):
        CONFIRM = "confirm", _("Confirmed")
        WITHDRAW = "withdraw", _("Withdrawn")

    PERSONAL: ClassVar[tuple[str, ...]] = ("sender", "account", "note", "actor", "actor_name")

    authority = models.ForeignKey("accounts.Authority", models.PROTECT, related_name="+")
    sender = models.CharField(_("supplier"), max_length=40)
    account = models.CharField(_("account"), max_length=120)
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.CONFIRM)
    channel = models.CharField(_("how"), max_length=12, choices=Channel, blank=True)
    note = models.TextField(_("what was done"))
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    actor_name = models.CharField(max_length=200)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        app_label = "operations"
        verbose_name = _("confirmation of an account")
        ordering = ["id"]
        indexes = [
            models.Index(fields=["authority", "sender", "account"], name="confirmed_account")
        ]
        triggers = [KEPT]

    def __str__(self) -> str:
        return f"{self.sender} {self.kind}"


class SupplierLimit(models.Model):
    """What the robots of an authority may approve of a supplier: the latest entry counts.

    `ceiling` is DKK a document, None for no ceiling of its own; `stopped`: nothing is approved at all.
    """

    PERSONAL: ClassVar[tuple[str, ...]] = ("sender", "reason", "actor", "actor_name")

    authority = models.ForeignKey("accounts.Authority", models.PROTECT, related_name="+")
    sender = models.CharField(_("supplier"), max_length=40)
    ceiling = models.DecimalField(_("amount ceiling"), max_digits=16, decimal_places=2, null=True)
    stopped = models.BooleanField(_("stopped"), default=False)
    reason = models.TextField(_("reason"))
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    actor_name = models.CharField(max_length=200)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        app_label = "operations"
        verbose_name = _("limit of a supplier")
        ordering = ["id"]
        indexes = [models.Index(fields=["authority", "sender", "-id"], name="limit_of_supplier")]
        triggers = [KEPT]

    def __str__(self) -> str:
        return f"{self.sender} {self.ceiling}"
