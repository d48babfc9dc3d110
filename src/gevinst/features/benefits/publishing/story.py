"""The published case of a case file: its `story` as the eight sections, filled in by what the model knows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from gevinst.engines.businesscase.calculus.result import Result
from gevinst.engines.businesscase.model.case import Case
from gevinst.engines.businesscase.model.case_parts import Quality
from gevinst.engines.businesscase.readiness.grade import Basis, Dimension, Grade, QualityIndicator
from gevinst.engines.businesscase.readiness.score import economy_grade, quality_grade
from gevinst.engines.businesscase.readiness.template import PublishedCase
from gevinst.engines.businesscase.readiness.template_parts import (
    Assessment,
    Economy,
    FactBox,
    Headline,
    Lesson,
    Passage,
    Technology,
)

MEASURED = ("measured", "realised", "sustained")
TOP_GRADE = 3


def told(case: Case, result: Result | None = None) -> PublishedCase:
    """The case in eight sections; what the story leaves open is taken from the case and its result."""
    story = case.story
    return PublishedCase(
        title=case.title,
        facts=_facts(case, _mapping(story.get("facts"))),
        score=_score(case, _rows(story.get("score")), result),
        about=tuple(
            Passage(_text(each, "text"), _text(each, "heading"))
            for each in _rows(story.get("about"))
        ),
        benefits=tuple(_headline(each) for each in _rows(story.get("benefits"))),
        economy=_economy(_mapping(story.get("economy"))),
        lessons=tuple(
            Lesson(_text(each, "theme"), _text(each, "title"), _text(each, "text"))
            for each in _rows(story.get("lessons"))
        ),
        technology=_technology(case, _mapping(story.get("technology"))),
        start=tuple(str(each) for each in _list(story.get("start"))),
    )


def is_measured(status: str) -> bool:
    """Whether what has this status has been measured, and is drawn solid.

    >>> is_measured("realised"), is_measured("expected")
    (True, False)
    """
    return status in MEASURED


def _facts(case: Case, data: Mapping[str, Any]) -> FactBox:
    period = _text(data, "period")
    return FactBox(
        authorities=tuple(map(str, _list(data.get("authorities")))) or case.authorities,
        inhabitants=_whole(data.get("inhabitants")),
        inhabitants_year=_whole(data.get("inhabitants_year")),
        technology=_text(data, "technology") or case.technology,
        professional_field=_text(data, "professional_field") or case.field_of_work,
        period=period or f"{case.first}-{case.last}",
        contact=_text(data, "contact"),
    )


def _score(
    case: Case, rows: list[Mapping[str, Any]], result: Result | None
) -> tuple[Assessment, ...]:
    written = {_text(row, "dimension"): row for row in rows}
    counted = _counted(case, result)
    found = []
    for dimension in Dimension:
        if dimension.value in written:
            found.append(_assessment(dimension, written[dimension.value]))
        elif dimension in counted:
            found.append(Assessment(counted[dimension]))
    return tuple(found)


def _assessment(dimension: Dimension, row: Mapping[str, Any]) -> Assessment:
    grade = _whole(row.get("grade"))
    stated = None if grade is None else min(max(grade, 0), TOP_GRADE)
    inputs = dict(_mapping(row.get("inputs")))
    return Assessment(Grade(dimension, stated, _basis(row), inputs), _text(row, "sentence"))


def _counted(case: Case, result: Result | None) -> dict[Dimension, Grade]:
    """The grades that follow from the model: economy by payback, quality by its indicators."""
    found: dict[Dimension, Grade] = {}
    indicators = [indicator for each in case.quality if (indicator := _indicator(each)) is not None]
    if indicators:
        found[Dimension.QUALITY] = quality_grade(indicators)
    if result is not None and any(result.gain):
        years = result.payback("project_start")
        basis = _basis_of(
            line.line.status for line in result.lines.values() if line.line.is_benefit
        )
        found[Dimension.ECONOMY] = economy_grade(years, basis, never=years is None)
    return found


def _indicator(each: Quality) -> QualityIndicator | None:
    after = each.target if each.after is None else each.after
    if each.before is None or after is None:
        return None
    basis = Basis.MEASURED if is_measured(each.status) else Basis.EXPECTED
    return QualityIndicator(
        each.title, each.unit, each.before, after, each.better == "higher", basis
    )


def _basis_of(statuses: Iterable[str]) -> Basis:
    known = list(statuses)
    return Basis.MEASURED if known and all(map(is_measured, known)) else Basis.EXPECTED


def _headline(data: Mapping[str, Any]) -> Headline:
    return Headline(
        number=_text(data, "number"),
        label=_text(data, "label"),
        how_computed=_text(data, "how_computed"),
        data_points=tuple(map(str, _list(data.get("data_points")))),
        basis=_basis(data),
    )


def _economy(data: Mapping[str, Any]) -> Economy:
    internal = data.get("internal_time")
    return Economy(
        costs=_text(data, "costs"),
        benefits=_text(data, "benefits"),
        figure_description=_text(data, "figure_description"),
        roi=_decimal(data.get("roi")),
        roi_years=_whole(data.get("roi_years")),
        break_even=_text(data, "break_even"),
        internal_time=internal if isinstance(internal, bool) else None,
    )


def _technology(case: Case, data: Mapping[str, Any]) -> Technology:
    link = _text(data, "link")
    safe = link if link.startswith(("https://", "http://")) else ""
    return Technology(_text(data, "name") or case.technology, _text(data, "text"), safe)


def _basis(data: Mapping[str, Any]) -> Basis:
    return Basis.MEASURED if _text(data, "basis") == Basis.MEASURED else Basis.EXPECTED


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _list(value: object) -> list[Any]:
    return list(value) if isinstance(value, list | tuple) else []


def _rows(value: object) -> list[Mapping[str, Any]]:
    """The rows of a list; a text alone is a row that has nothing but it."""
    if isinstance(value, str):
        return [{"text": value}]
    return [each if isinstance(each, Mapping) else {"text": str(each)} for each in _list(value)]


def _text(data: Mapping[str, Any], key: str) -> str:
    value = data.get(key)
    return "" if value is None else str(value).strip()


def _whole(value: object) -> int | None:
    number = _decimal(value)
    return None if number is None or number != int(number) else int(number)


def _decimal(value: object) -> Decimal | None:
    try:
        number = None if value is None or isinstance(value, bool) else Decimal(str(value))
    except InvalidOperation:
        return None
    return number if number is None or number.is_finite() else None
