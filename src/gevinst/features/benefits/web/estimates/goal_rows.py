"""A driver with its answer, as a row of the table."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from gevinst.features.benefits.estimating.answer import Answer
from gevinst.features.benefits.publishing.units import unit_words
from gevinst.features.benefits.web.estimates.digits import shown, signed
from gevinst.features.benefits.web.estimates.goal_stretches import place, stretches


@dataclass(frozen=True, slots=True)
class Row:
    """A driver with its answer in words."""

    name: str
    title: str
    unit: str
    now: str
    span: str
    answer: str
    change: str
    place: str
    inside: bool


def row_of(found: Answer) -> Row:
    """The row of an answer."""
    driver = found.driver
    nearest = found.nearest
    return Row(
        name=driver.name,
        title=driver.title or driver.name,
        unit=_("times its years") if driver.by_year else unit_words(driver.unit),
        now=shown(driver.likely),
        span="" if driver.low is None or driver.high is None
        else f"{shown(driver.low)} – {shown(driver.high)}",
        answer=stretches(found),
        change="" if nearest is None or not driver.likely
        else signed((nearest - driver.likely) / abs(driver.likely)),
        place=place(found),
        inside=bool(found.inside),
    )  # fmt: skip
