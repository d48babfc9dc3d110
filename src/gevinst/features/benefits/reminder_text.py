"""What an e-mail about measurements due says: which benefits, since when, and how each is measured."""

from __future__ import annotations

from collections.abc import Sequence

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gevinst.engines.identifiers import mask_all
from gevinst.features.benefits.models import Benefit
from gevinst.shared.templatetags.gevinst import day, number


def subject(benefits: Sequence[Benefit]) -> str:
    """How many are due, in one line of the language in force."""
    told = ngettext(
        "%(n)s benefit is to be measured", "%(n)s benefits are to be measured", len(benefits)
    )
    return told % {"n": number(len(benefits))}


def body(benefits: Sequence[Benefit]) -> str:
    """Each benefit with its day, its source of data and its page."""
    return mask_all("\n\n".join(map(_told, benefits))) + "\n"


def _told(one: Benefit) -> str:
    lines = [f"{one.title} ({one.authority.name})"]
    lines.append("  " + _("to be measured by %(day)s") % {"day": day(one.next_measurement_on)})
    if one.data_source:
        lines.append("  " + _("data source: %(source)s") % {"source": one.data_source})
    if settings.OPERATIONS_SITE_URL:
        lines.append(f"  {settings.OPERATIONS_SITE_URL}{reverse('benefit', args=[one.pk])}")
    return "\n".join(lines)
