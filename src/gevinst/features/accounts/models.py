"""Authorities, their units, the people, what each is to an authority, and integrations' tokens."""

from __future__ import annotations

from typing import Any, ClassVar

import pghistory
from django.contrib.auth.models import AbstractBaseUser, PermissionsMixin
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from gevinst.features.accounts.managers import UserManager
from gevinst.shared.actor import Role
from gevinst.shared.danish import danish_sort_key


@pghistory.track()
class Authority(models.Model):
    """A municipality, a region or a state body. `valid_to` is its last day; `successor` takes over."""

    class Kind(models.TextChoices):
        MUNICIPALITY = "municipality", _("Municipality")
        REGION = "region", _("Region")
        STATE = "state", pgettext_lazy("kind of authority", "State")

    PERSONAL: ClassVar[tuple[str, ...]] = ()

    code = models.CharField(_("code"), max_length=8, unique=True)
    name = models.CharField(_("name"), max_length=120)
    # Danish alphabetical order, stored: the embedded server has no Danish collation.
    sort_key = models.CharField(max_length=200, db_index=True, editable=False, db_collation="C")
    kind = models.CharField(_("kind"), max_length=20, choices=Kind)
    # Empty for one that is decided by law but not registered yet.
    cvr = models.CharField(_("CVR number"), max_length=8, blank=True)
    region_code = models.CharField(_("region"), max_length=8, blank=True)
    valid_from = models.DateField(_("valid from"))
    valid_to = models.DateField(_("valid to"), null=True, blank=True)
    successor = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = _("authority")
        verbose_name_plural = _("authorities")
        ordering = ["sort_key"]
        constraints = [
            models.UniqueConstraint(fields=["cvr"], condition=~Q(cvr=""), name="cvr_once"),
            models.CheckConstraint(
                condition=Q(valid_to=None) | Q(valid_to__gte=F("valid_from")),
                name="authority_ends_after_start",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keeps the alphabetical order with the name."""
        self.sort_key = danish_sort_key(self.name)
        super().save(*args, **kwargs)


@pghistory.track()
class Unit(models.Model):
    """A part of an authority's organisation, over as many levels as it has."""

    PERSONAL: ClassVar[tuple[str, ...]] = ()

    authority = models.ForeignKey(Authority, models.CASCADE, related_name="units")
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children"
    )
    name = models.CharField(_("name"), max_length=120)
    sort_key = models.CharField(max_length=200, editable=False, db_collation="C")

    class Meta:
        verbose_name = _("organisation unit")
        ordering = ["sort_key"]
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "parent", "name"], nulls_distinct=False, name="unit_once"
            )
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keeps the alphabetical order with the name."""
        self.sort_key = danish_sort_key(self.name)
        super().save(*args, **kwargs)


@pghistory.track(exclude=["password", "last_login"])
class User(AbstractBaseUser, PermissionsMixin):
    """A person. Signs in with the e-mail address; a demo user only where the demo is on.

    `desk_mail` is how often a clerk wants to hear by e-mail what waits, `language` the one last chosen.
    """

    class DeskMail(models.TextChoices):
        OFF = "off", _("Never")
        DAILY = "daily", _("Every working day")
        WEEKLY = "weekly", _("Every Monday")

    PERSONAL: ClassVar[tuple[str, ...]] = ("email", "name")

    email = models.EmailField(_("e-mail"), unique=True)
    name = models.CharField(_("name"), max_length=120)
    is_active = models.BooleanField(_("active"), default=True)
    is_demo = models.BooleanField(default=False, editable=False)
    joined_at = models.DateTimeField(default=timezone.now, editable=False)
    desk_mail = models.CharField(
        _("e-mail about the desk"), max_length=8, choices=DeskMail, default=DeskMail.DAILY
    )
    language = models.CharField(max_length=5, default="da", editable=False)

    objects: ClassVar[UserManager] = UserManager()
    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    class Meta:
        verbose_name = _("user")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


@pghistory.track()
class Membership(models.Model):
    """A role that a person holds at an authority; the national one is held at none."""

    PERSONAL: ClassVar[tuple[str, ...]] = ("user",)

    user = models.ForeignKey(User, models.CASCADE, related_name="memberships")
    authority = models.ForeignKey(
        Authority, models.PROTECT, null=True, blank=True, related_name="memberships"
    )
    unit = models.ForeignKey(
        Unit, models.SET_NULL, null=True, blank=True, related_name="memberships"
    )
    role = models.CharField(_("role"), max_length=20, choices=Role)

    class Meta:
        verbose_name = _("membership")
        constraints = [
            models.UniqueConstraint(
                fields=["user", "authority", "role"], nulls_distinct=False, name="role_once"
            ),
            models.CheckConstraint(
                condition=Q(role=Role.NATIONAL_ADMIN, authority=None)
                | (~Q(role=Role.NATIONAL_ADMIN) & Q(authority__isnull=False)),
                name="national_admin_has_no_authority",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} {self.role}"


@pghistory.track(exclude=["digest"])
class ApiToken(models.Model):
    """A key for one integration: one role at one authority. Only a digest of the secret is kept."""

    PERSONAL: ClassVar[tuple[str, ...]] = ("created_by",)

    name = models.CharField(_("name"), max_length=120)
    authority = models.ForeignKey(Authority, models.PROTECT, related_name="tokens")
    role = models.CharField(_("role"), max_length=20, choices=Role)
    prefix = models.CharField(max_length=12, unique=True, editable=False)
    digest = models.CharField(max_length=64, editable=False)
    created_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField(_("expires"), null=True, blank=True)
    revoked_at = models.DateTimeField(_("revoked"), null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("API token")
        ordering = ["-created_at"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(role__in=[Role.NATIONAL_ADMIN, Role.LOCAL_ADMIN]),
                name="token_never_admin",
            )
        ]

    def __str__(self) -> str:
        return self.name
