"""Suitability on the page: a picture a question, what each answer counts, what would raise the score."""

from __future__ import annotations

from typing import Any, NamedTuple

from gevinst.engines.reuse.suitability import ENOUGH, Answer, suitability
from gevinst.features.catalogue.fields import LEVELS
from gevinst.features.catalogue.models import Level, Process

PICTURES = {
    "level_professional": "how-to-reg",
    "level_change": "sync",
    "level_structured": "view-in-list",
    "level_uniform": "copy",
    "level_digital": "laptop",
    "level_quality": "star",
    "level_speed": "time",
    "level_routine": "refresh",
    "level_return": "payments",
}
STEPS = ("very_low", "low", "high", "very_high")


class Row(NamedTuple):
    """One question; `filled` are the steps of the scale that the answer fills (0-4), `points` of `weight`."""

    name: str
    label: str
    picture: str
    answer: str
    filled: int
    points: str
    weight: int
    against: bool
    gain: int


def suitability_facts(process: Process) -> dict[str, Any] | None:
    """The score with everything that it rests on; None when nothing is answered."""
    levels = {name: getattr(process, name) for name in LEVELS}
    if not any(levels.values()):
        return None
    found = suitability(levels)
    rows = [_row(each) for each in found.answers]
    by_name = {row.name: row for row in rows}
    return {
        "score": found.score,
        "answered": found.answered,
        "rows": rows,
        "enough": ENOUGH,
        "raises": [by_name[each.question.name] for each in found.raises[:3]],
        "unanswered": [by_name[question.name].label for question in found.unanswered],
    }


def _row(each: Answer) -> Row:
    name = each.question.name
    label = str(Process._meta.get_field(name).verbose_name)  # type: ignore[union-attr]
    return Row(
        name=name,
        label=label[:1].upper() + label[1:],
        picture=PICTURES[name],
        answer=str(Level(each.level).label) if each.level in Level.values else "",
        filled=STEPS.index(each.level) + 1 if each.level in STEPS else 0,
        points="" if each.value is None else str(int(each.points + each.points.__class__(1, 2))),
        weight=each.question.weight,
        against=each.question.against,
        gain=each.gain,
    )
