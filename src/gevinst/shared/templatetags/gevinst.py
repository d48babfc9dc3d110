"""Danish numbers, amounts and dates in templates, and the panels of a slot."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from babel.dates import format_date, format_datetime
from babel.numbers import format_decimal
from django import template
from django.template import Context
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from gevinst.shared.panels import panels as slot_panels

register = template.Library()


def _locale() -> str:
    return "en_GB" if (get_language() or "da").startswith("en") else "da_DK"


@register.filter
def number(value: float | Decimal | None, decimals: int = 0) -> str:
    """`1.234,5` in Danish; an en dash for nothing."""
    if value is None:
        return "–"
    places = "." + "0" * decimals if decimals else ""
    return format_decimal(value, format=f"#,##0{places}", locale=_locale())


@register.filter
def dkk(value: Decimal | int | None, decimals: int = 2) -> str:
    """`1.234,50 kr.`, with a space that does not break."""
    return "–" if value is None else f"{number(value, decimals)}\u00a0kr."


@register.filter
def day(value: date | datetime | None) -> str:
    """`3. feb. 2026`."""
    if value is None:
        return "–"
    local = timezone.localtime(value) if isinstance(value, datetime) else value
    return format_date(local, "medium", locale=_locale())


@register.filter
def moment(value: datetime | None) -> str:
    """`3. feb. 2026 14.05`, Danish time."""
    if value is None:
        return "–"
    local = timezone.localtime(value)
    return format_datetime(local, "d. MMM y HH.mm" if _locale() == "da_DK" else "d MMM y HH:mm", locale=_locale())


@register.simple_tag(takes_context=True)
def panels(context: Context, slot: str, subject: Any = None) -> SafeString:
    """Everything that higher rooms show in `slot` for `subject`."""
    request = context["request"]
    drawn = []
    for panel in slot_panels(slot):
        facts = panel.context(request, subject)
        if facts is not None:
            drawn.append(render_to_string(panel.template, facts, request=request))
    return mark_safe("".join(drawn))  # noqa: S308 - rendered templates, escaped there
