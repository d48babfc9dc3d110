"""What an actual amount must be to be kept: a line, a year that is over, numbers of the line."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gevinst.engines.businesscase.calculus.deviations import PRODUCTS
from gevinst.engines.businesscase.calculus.effects import effects
from gevinst.engines.businesscase.calculus.result import Result
from gevinst.engines.businesscase.model.lines import Line
from gevinst.features.benefits.models import BusinessCase
from gevinst.features.benefits.queries.cases.results import evaluated
from gevinst.features.benefits.queries.following.actuals import held_versions
from gevinst.features.benefits.queries.following.amounts import measurable
from gevinst.shared.errors import DomainError

MOST = Decimal(10) ** 15


def check_actual(case: BusinessCase, line: str, year: int, values: Mapping[str, Decimal]) -> None:
    """Raises `DomainError("invalid")` with the field where line, year or values are not the case's."""
    result = held_result(case)
    if line not in measurable(result):
        raise DomainError("invalid", _("Choose one of the lines."), field="line")
    if year not in result.years:
        raise DomainError("invalid", _("The year is not one of the case's."), field="year")
    _check_year(result, line, year)
    held = result.case.line(line)
    if not values or not set(values) <= {"", *_terms(held)}:
        raise DomainError("invalid", _("Write at least one number."), field="value")
    if not all(0 <= value < MOST for value in values.values()):
        raise DomainError("invalid", _("Write a number that is not below 0."), field="value")


def _check_year(result: Result, line: str, year: int) -> None:
    """What came in a part of a year is not held against the whole of it; a project's cost is paid once."""
    project = {one.line.id for one in effects(result) if one.kind == "project"}
    this = timezone.localdate().year
    if year > this or (year == this and line not in project):
        message = _("The year is not over: what came cannot be held against a whole year yet.")
        raise DomainError("invalid", message, field="year")


def _terms(line: Line) -> list[str]:
    """The terms of the line's product that can be measured one by one."""
    held = PRODUCTS.get(line.amount.driver, ())
    return [name for name in held if name in line.amount.terms]


def held_result(case: BusinessCase) -> Result:
    """The result of the version that the case is held against. Raises `DomainError("invalid")` for faults."""
    now, _original = held_versions(case)
    result = evaluated(now.text if now else case.text).result
    if result is None:
        message = _("The case has faults and cannot be worked out. Set them right first.")
        raise DomainError("invalid", message, field="line")
    return result
