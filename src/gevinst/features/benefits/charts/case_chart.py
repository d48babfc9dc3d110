"""A chart of a case as it is handed on: drawing, legend, table, and the words that charts share."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from gevinst.features.benefits.charts.scale import MINUS
from gevinst.shared.templatetags.gevinst import dkk


@dataclass(frozen=True, slots=True)
class CaseChart:
    """A drawing with its caption, the kinds in its legend, a sentence on it, and the numbers behind it."""

    key: str
    caption: str
    svg: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    kinds: tuple[str, ...] = ()
    note: str = ""


def reading_name(at: int) -> str:
    """What a reading is called beside others, by its place: A, B …; nothing for the case as it stands."""
    return _("Reading %(letter)s") % {"letter": "ABCDEFGH"[at - 1]} if at else ""


def sentence(told: str) -> str:
    """Words that end with one full stop."""
    return f"{told.rstrip('. ')}."


def money(amount: Decimal | float) -> str:
    """Whole DKK with a real minus, as charts and their tables tell it."""
    return dkk(Decimal(str(amount)), 0).replace("-", MINUS)
