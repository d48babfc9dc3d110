"""Danish numbers, amounts and dates in templates, and the panels of a slot."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from babel.dates import format_date, format_datetime
from babel.numbers import format_decimal
from django import template
from django.core.paginator import Page
from django.template import Context
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from gevinst.engines.money import half_up
from gevinst.shared.actor import GUEST, Actor, Right
from gevinst.shared.navigation import Link, links
from gevinst.shared.panels import panels as slot_panels

register = template.Library()


def _locale() -> str:
    return "en_GB" if (get_language() or "da").startswith("en") else "da_DK"


@register.filter
def number(value: float | Decimal | None, decimals: int = 0) -> str:
    """`1.234,5` in Danish, rounded half up; an en dash for nothing."""
    if value is None:
        return "–"
    rounded = half_up(value if isinstance(value, Decimal) else Decimal(str(value)), decimals)
    places = "." + "0" * decimals if decimals else ""
    return format_decimal(rounded + 0, format=f"#,##0{places}", locale=_locale())


@register.filter
def dkk(value: Decimal | int | None, decimals: int = 2) -> str:
    """`1.234,50 kr.`, with a space that does not break."""
    return "–" if value is None else f"{number(value, decimals)}\u00a0kr."


@register.filter
def pairs(value: Mapping[str, Any]) -> list[tuple[str, Any]]:
    """Names and values; `.items` in a template would find a key that is called so instead."""
    return list(value.items())


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
    return format_datetime(
        local, "d. MMM y HH.mm" if _locale() == "da_DK" else "d MMM y HH:mm", locale=_locale()
    )


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


@register.filter
def unlocalized(value: object) -> str:
    """A number as machines read it, for attributes and addresses."""
    return "" if value is None else str(value)


@register.simple_tag
def icon(name: str, css: str = "") -> SafeString:
    """An icon of the design system, silent to screen readers: the text beside it says what it means."""
    sprite = static("dkfds/img/all-svg-icons.svg")
    return format_html(
        '<svg class="icon-svg {}" focusable="false" aria-hidden="true"><use href="{}#{}"></use></svg>',
        css,
        sprite,
        name,
    )


@register.simple_tag
def url_or_root(name: str) -> str:
    """The address of a page that may not be there; `/` when it is not."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return "/"


@register.simple_tag(takes_context=True)
def navigation(context: Context) -> list[Link]:
    """The main menu of whoever looks."""
    request = context.get("request")
    if request is None:
        return []
    return links(getattr(request, "actor", GUEST), request.path)


@register.simple_tag
def page_range(page: Page[Any]) -> list[int | None]:
    """The page numbers to show; None where some are left out."""
    shown = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    return [n if isinstance(n, int) else None for n in shown]


@register.simple_tag(takes_context=True)
def with_parameter(context: Context, name: str, value: str) -> str:
    """The address's parameters with one set, from the first page on."""
    given = context["request"].GET.copy()
    given.pop("side", None)
    given[name] = value
    return str(given.urlencode())


@register.simple_tag(takes_context=True)
def without(context: Context, name: str) -> str:
    """The address's parameters without one, from the first page on."""
    given = context["request"].GET.copy()
    given.pop("side", None)
    given.pop(name, None)
    return str(given.urlencode())


@register.filter
def listed(value: Any) -> Any:
    """A list as its members with commas between; anything else as it stands."""
    return ", ".join(str(one) for one in value) if isinstance(value, list | tuple) else value


@register.filter
def contributes(actor: Actor) -> bool:
    """Whether the actor may add processes somewhere: a button that is refused is not offered."""
    return bool(actor.authorities(Right.CONTRIBUTE))
