"""Numbers of published figures in words: as printed, what a check came to, with their unit."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from gevinst.engines.businesscase.model.published_figure import PublishedFigure
from gevinst.features.benefits.publishing.units import unit_words
from gevinst.shared.templatetags.gevinst import number

QUALIFIERS: Final[Mapping[str, Promise]] = {
    "approx": _("about %(value)s"),
    "just_under": _("just under %(value)s"),
    "slightly_more": _("slightly more than %(value)s"),
    "more_than": _("more than %(value)s"),
}
MOST_DECIMALS: Final = 6
MINUS: Final = "\u2212"


def printed_words(figure: PublishedFigure) -> str:
    """The figure as it was printed, with its rounding in words and its unit; an en dash for one implied."""
    if figure.value is None:
        return "–"
    places = max(figure.decimals, 0)
    if isinstance(figure.value, bool):
        return yes_or_no(figure.value)
    if isinstance(figure.value, tuple):
        separator = "–" if figure.qualifier == "range" else ", "
        told = separator.join(with_places(each, places) for each in figure.value)
    else:
        told = with_places(figure.value, places)
        if figure.qualifier in QUALIFIERS:
            told = str(QUALIFIERS[figure.qualifier]) % {"value": told}
    return with_unit(told, figure.unit)


def computed_words(value: Any, decimals: int) -> str:
    """What a check came to, with two decimals more than the print; lists with commas, nothing as a dash."""
    if value is None:
        return "–"
    if isinstance(value, bool):
        return yes_or_no(value)
    if isinstance(value, list | tuple):
        return ", ".join(computed_words(each, decimals) for each in value) or "–"
    try:
        exact = Decimal(str(value))
    except ArithmeticError:
        return str(value)
    if exact == exact.to_integral_value():
        return with_places(exact, 0)
    return with_places(exact, min(max(decimals, 0) + 2, MOST_DECIMALS))


def with_unit(told: str, unit: str) -> str:
    """A number with its unit in words."""
    if told == "–":
        return told
    # A year is a name, not a quantity: no thousands separator, no unit.
    if unit == "year":
        return told.replace(".", "").replace(",", "")
    words = unit_words(unit)
    return f"{told}\u00a0{words}" if words else told


def yes_or_no(value: bool) -> str:
    """A claim that holds, or not."""
    return gettext("yes") if value else gettext("no")


def with_places(value: Decimal, places: int) -> str:
    """A number with so many decimals and a real minus."""
    return number(value, places).replace("-", MINUS)
