"""The sections of a published case as a reader sees them: score, fact box, economy, verdicts counted."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from gevinst.engines.businesscase.proof import CaseProof
from gevinst.engines.businesscase.readiness.grade import Basis, Grade
from gevinst.engines.businesscase.readiness.template import PublishedCase
from gevinst.engines.businesscase.readiness.template_parts import Assessment, FactBox
from gevinst.engines.businesscase.readiness.themes import themes
from gevinst.features.benefits.publishing.words import (
    BASES,
    DIMENSIONS,
    INPUTS,
    RULES,
    VERDICTS,
    word,
)
from gevinst.shared.templatetags.gevinst import number

TOP = 3


@dataclass(frozen=True, slots=True)
class ScoreView:
    """One dimension: the boxes that are filled, in words too, and what the grade rests on."""

    name: str
    grade: int | None
    boxes: tuple[bool, ...]
    kind: str
    words: str
    sentence: str
    rule: str
    inputs: tuple[tuple[str, str], ...]


class Count(NamedTuple):
    """How many figures have a verdict."""

    verdict: str
    label: str
    many: int


def score_view(one: Assessment) -> ScoreView:
    """A dimension with its boxes; a grade that cannot be told fills none and says so."""
    grade = one.grade
    filled = grade.grade or 0
    told = _("not known")
    if grade.grade is not None:
        told = _("%(grade)s of %(top)s") % {"grade": grade.grade, "top": TOP}
    basis = word(BASES, grade.basis).lower()
    return ScoreView(
        name=word(DIMENSIONS, grade.dimension),
        grade=grade.grade,
        boxes=tuple(at < filled for at in range(TOP)),
        kind=basis_kind(grade.basis),
        words=told if grade.grade is None else f"{told}, {basis}",
        sentence=one.sentence,
        rule="" if grade.grade is None else str(RULES[grade.dimension][grade.grade]),
        inputs=_inputs(grade),
    )


def _inputs(grade: Grade) -> tuple[tuple[str, str], ...]:
    rows = [(word(INPUTS, name), _value(value)) for name, value in grade.inputs.items()]
    return tuple((name, told) for name, told in rows if told)


def _value(value: Any) -> str:
    if value is None or value is False:
        return ""
    if value is True:
        return _("yes")
    if isinstance(value, list | tuple):
        return ", ".join(str(each) for each in value)
    if isinstance(value, Decimal | int):
        return number(value, 0 if value == int(value) else 2)
    return str(value)


def basis_kind(basis: Basis) -> str:
    """How a figure of that basis is drawn."""
    return "measured" if basis is Basis.MEASURED else "expected"


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


def economy_rows(story: PublishedCase) -> list[tuple[str, str]]:
    """What the case itself says of its economy."""
    economy = story.economy
    roi = ""
    if economy.roi is not None:
        roi = f"{number(100 * economy.roi, 1)} %"
        if economy.roi_years:
            over = _("%(figure)s over %(years)s years")
            roi = over % {"figure": roi, "years": economy.roi_years}
    internal = {
        True: _("The authority's own hours are counted."),
        False: _("The authority's own hours are not counted."),
        None: _("The case does not say whether the authority's own hours are counted."),
    }[economy.internal_time]
    rows = [
        (_("Costs"), economy.costs),
        (_("Benefits"), economy.benefits),
        (_("Published ROI"), roi),
        (_("Published break-even"), economy.break_even),
        (_("Own time"), internal),
    ]
    return [(term, text) for term, text in rows if text]


def theme_words(code: str) -> str:
    """The title of a success-factor theme; the code itself where there is none."""
    titles = {theme.code: theme.title for theme in themes()}
    return _(titles[code]) if code in titles else code


def years_words(years: Decimal | None) -> str:
    """So many years with one decimal; an en dash for never."""
    return "–" if years is None else _("%(years)s years") % {"years": number(years, 1)}
