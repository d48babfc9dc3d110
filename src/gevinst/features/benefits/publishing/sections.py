"""The sections of a published case as a reader sees them: score, fact box, economy, verdicts counted."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from django.utils.translation import gettext as _

from gevinst.engines.businesscase.proof import CaseProof
from gevinst.engines.businesscase.readiness.template_parts import FactBox
from gevinst.engines.businesscase.readiness.themes import themes
from gevinst.features.benefits.publishing.verdict_words import VERDICTS
from gevinst.features.benefits.publishing.words import word
from gevinst.shared.templatetags.gevinst import number


class Count(NamedTuple):
    """How many figures have a verdict."""

    verdict: str
    label: str
    many: int


def fact_rows(box: FactBox) -> list[tuple[str, str]]:
    """The fact box as terms and texts; parts that are not known are left out."""
    people = number(box.inhabitants) if box.inhabitants is not None else ""
    if people and box.inhabitants_year:
        people = f"{people} ({box.inhabitants_year})"
    rows = [
        (_("Authority"), ", ".join(box.authorities)),
        (_("Inhabitants"), people),
        (_("Technology"), box.technology),
        (_("Field of work"), box.professional_field),
        (_("Period"), box.period.replace("-", "–")),
        (_("Contact"), box.contact),
    ]
    return [(term, text) for term, text in rows if text]


def verdict_counts(proof: CaseProof) -> list[Count]:
    """How many figures came out in each way, those that there are none of left out."""
    return [
        Count(finding.value, word(VERDICTS, finding), count)
        for finding, count in proof.counts.items()
        if count
    ]


def theme_words(code: str) -> str:
    """The title of a success-factor theme; the code itself where there is none."""
    titles = {theme.code: theme.title for theme in themes()}
    return _(titles[code]) if code in titles else code


def years_words(years: Decimal | None) -> str:
    """So many years with one decimal; an en dash for never."""
    return "–" if years is None else _("%(years)s years") % {"years": number(years, 1)}
