"""What differs between two versions of a business case, in words."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from gevinst.features.benefits.queries.cases.changes import CaseChange
from gevinst.features.benefits.queries.cases.difference import difference
from gevinst.features.benefits.web.cases.results.return_figures import percent
from gevinst.features.benefits.web.cases.typed.numbers import shown_number
from gevinst.features.benefits.web.cases.words.figures import FIGURES, figure_words
from gevinst.features.benefits.web.cases.words.places import place_words
from gevinst.features.benefits.web.cases.words.terms import CODES, FIELDS, PARTS, YEARS


def told_difference(before: str, after: str, on: date) -> dict[str, Any]:
    """The changes as sentences, and the headline figures before and after."""
    found = difference(before, after, on)
    was, is_ = (any(pair[side] for pair in found.figures.values()) for side in (0, 1))
    return {
        "sentences": [sentence(change) for change in found.changes],
        "figures": [
            (FIGURES[name], _figure(name, then, was), _figure(name, now, is_), then != now)
            for name, (then, now) in found.figures.items()
        ],
    }


def _figure(name: str, value: str | None, known: bool) -> str:
    """The figure in words; a dash where the whole case comes to nothing."""
    return figure_words(name, value) if known else "–"


def sentence(change: CaseChange) -> str:
    """One change: "Assumption “Minutes”: value from 12 to 10"."""
    part = str(PARTS.get(change.part, change.part.replace("_", " ")))
    name = change.title or change.name
    about = f"{part} “{name}”" if name else part
    facts = {
        "about": about,
        "field": FIELDS.get(change.field, change.field.replace("_", " ")),
        "before": value_words(change.field, change.before),
        "after": value_words(change.field, change.after),
    }
    if change.name and not change.field:
        came = _("%(about)s is new.") if change.before is None else _("%(about)s is taken away.")
        return came % facts
    if not change.field:
        return _("%(about)s: from %(before)s to %(after)s.") % facts
    return _("%(about)s: %(field)s from %(before)s to %(after)s.") % facts


def value_words(field: str, value: Any) -> str:
    """A value of the case file in words."""
    if value is None or value == []:
        return _("nothing")
    if field == "probability" and isinstance(value, int | Decimal):
        return percent(Decimal(value), 0)
    if field in CODES or field == "place":
        return str(CODES[field].get(str(value), value)) if field in CODES else place_words(value)
    if isinstance(value, list):
        return ", ".join(str(each) for each in value)
    return str(value) if field in YEARS else shown_number(value)
