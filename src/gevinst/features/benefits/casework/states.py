"""How far a business case has come, and who may read it."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class CaseState(models.TextChoices):
    """How far a business case has come."""

    DRAFT = "draft", _("Draft")
    PROPOSED = "proposed", _("Awaits approval")
    APPROVED = "approved", _("Approved")
    ARCHIVED = "archived", _("Archived")


class CaseVisibility(models.TextChoices):
    """Who may read a business case."""

    AUTHORITY = "authority", _("My authority")
    SHARED = "shared", _("All authorities")
    PUBLIC = "public", _("Everybody")
