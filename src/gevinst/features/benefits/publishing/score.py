"""The assessment on three dimensions as a reader sees it: boxes, words, rule, inputs."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from gevinst.engines.businesscase.readiness.grade import Basis, Grade
from gevinst.engines.businesscase.readiness.template_parts import Assessment
from gevinst.features.benefits.publishing.score_words import DIMENSIONS, INPUTS, RULES
from gevinst.features.benefits.publishing.words import BASES, word
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
