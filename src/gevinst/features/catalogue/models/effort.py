"""The time that a process takes today, and what it is expected to take to automate it."""

from __future__ import annotations

from typing import Any

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _


def _amount(name: Any, digits: int, **facts: Any) -> models.DecimalField[Any, Any]:
    return models.DecimalField(
        name,
        max_digits=digits,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
        **facts,
    )


class Effort(models.Model):
    """Occurrences a year, minutes each, employees, share that can be automated (0-1), hours to develop."""

    occurrences = models.PositiveIntegerField(_("occurrences a year"), null=True, blank=True)
    minutes = _amount(_("minutes each"), 9)
    employees = models.PositiveIntegerField(_("employees who do it"), null=True, blank=True)
    automatable = models.DecimalField(
        _("share that can be automated"),
        max_digits=5,
        decimal_places=4,
        null=True,
        blank=True,
        validators=[MinValueValidator(0), MaxValueValidator(1)],
    )
    development_hours = _amount(_("expected hours of development"), 9)
    effort_comment = models.TextField(_("comment on the time"), blank=True)
    affects_citizens = models.BooleanField(_("affects citizens"), null=True, blank=True)
    affects_companies = models.BooleanField(_("affects companies"), null=True, blank=True)

    class Meta:
        abstract = True
