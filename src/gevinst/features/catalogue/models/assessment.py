"""The nine questions of suitability, and what came out of it."""

from __future__ import annotations

from typing import Any

from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from gevinst.features.catalogue.models.choices import Level, RunPeriod


def _level(question: Any) -> models.CharField[str, str]:
    return models.CharField(question, max_length=10, choices=Level, blank=True)


class Assessment(models.Model):
    """Answers to the nine questions (`Level`, empty while not answered), rating 0-3, and the run period."""

    level_professional = _level(_("professional assessment is needed"))
    level_change = _level(_("the process changes often"))
    level_structured = _level(_("the input is structured"))
    level_uniform = _level(_("the cases are uniform"))
    level_digital = _level(_("the input is digital"))
    level_quality = _level(_("better quality"))
    level_speed = _level(_("faster handling"))
    level_routine = _level(_("less routine work"))
    level_return = _level(_("return on the investment"))
    rating = models.PositiveSmallIntegerField(
        _("rating"), null=True, blank=True, validators=[MaxValueValidator(3)]
    )
    rating_comment = models.TextField(_("comment on the rating"), blank=True)
    run_period = models.CharField(_("runs"), max_length=10, choices=RunPeriod, blank=True)

    class Meta:
        abstract = True
