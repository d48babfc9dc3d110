"""Follows a case up: an actual amount, what operation has measured, another version to be held against."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gevinst.engines.businesscase.calculus.deviations import PRODUCTS
from gevinst.engines.businesscase.calculus.effects import effects
from gevinst.engines.businesscase.calculus.result import Result
from gevinst.engines.businesscase.model.lines import Line
from gevinst.engines.money import half_up
from gevinst.features.benefits.actions.cases.writing import OPEN, locked_case
from gevinst.features.benefits.casework.permissions import require_may_start_case
from gevinst.features.benefits.models import BusinessCase, CaseActual, CaseBaseline
from gevinst.features.benefits.queries.cases.results import evaluated
from gevinst.features.benefits.queries.cases import case_version
from gevinst.features.benefits.queries.realised import (
    actuals_of,
    freed_in,
    held_versions,
    measurable,
)
from gevinst.features.benefits.realised_models import How
from gevinst.shared.actor import Actor, Right
from gevinst.shared.audit import about, audited
from gevinst.shared.errors import DomainError

MOST, PLACES = Decimal(10) ** 15, 8
MINUTES = 60


def record_actual(
    *,
    case: BusinessCase,
    line: str,
    year: int,
    values: Mapping[str, Decimal],
    source: str,
    by: Actor,
    reason: str = "",
) -> list[CaseActual]:
    """What a line came to in a year: `values` by term, "" is DKK. Values that are known already stay.

    A value that is there is changed only with a `reason`; the old one is kept. Raises `DomainError`:
    "not-allowed", "wrong-state" (archived), "invalid" with the field.
    """
    if not source.strip():
        raise DomainError("invalid", _("Write where the number comes from."), field="source")
    return _recorded(case, line, year, values, by, source=source.strip(), reason=reason.strip())


def take_from_operation(
    *, case: BusinessCase, line: str, year: int, by: Actor, reason: str = ""
) -> list[CaseActual]:
    """What the robots of the case's process freed in a year, as the actual of one of its gains.

    A line counted by time also gets items, minutes an item and DKK an hour. Raises as `record_actual`.
    """
    if case.process_id is None:
        raise DomainError("invalid", _("The case is tied to no process."), field="line")
    freed, guessed = freed_in(by, case.process_id, year)
    if not freed.runs:
        message = _("No run of the process is counted in that year.")
        raise DomainError("invalid", message, field="year")
    held = _result(case).case
    counted = next((one for one in held.lines if one.id == line), None)
    if counted is None or not counted.is_benefit:
        message = _("What a robot frees is a benefit: choose one.")
        raise DomainError("invalid", message, field="line")
    values = {"": freed.amount}
    if (
        counted.amount.driver == "time"
        and "periods" not in counted.amount.terms
        and freed.untouched
    ):
        values |= {
            "units": Decimal(freed.untouched),
            "minutes": half_up(freed.hours * MINUTES / freed.untouched, PLACES),
            "rate": half_up(freed.amount / freed.hours, PLACES) if freed.hours else Decimal(0),
        }
    facts = {"runs": freed.runs, "first": str(freed.first), "last": str(freed.last)}
    return _recorded(
        case, line, year, values, by,
        source=str(_("The runs of the process")),
        reason=reason.strip(),
        how=How.ESTIMATED if guessed else How.MEASURED,
        rests_on={"process": case.process_id, **facts},
    )  # fmt: skip


def rebase_case(*, case: BusinessCase, version: int, reason: str, by: Actor) -> CaseBaseline:
    """From now on the case is held against another of its versions; the original stays.

    Raises `DomainError`: "not-allowed" (needs the right to operate), "not-found", "wrong-state", "invalid"
    (no reason, faults in the version, or it is held against that one already).
    """
    if not reason.strip():
        raise DomainError("invalid", _("Write the reason. The original stays."), field="reason")
    with audited("benefits.rebase_case", by=by, authority_id=case.authority_id) as entry:
        row = locked_case(case, OPEN)
        by.require(Right.OPERATE, row.authority_id)
        wanted = case_version(row, version)
        now, original = held_versions(row)
        if now == wanted:
            message = _("The case is held against that version already.")
            raise DomainError("invalid", message, field="version")
        if evaluated(wanted.text).result is None:
            message = _("The version has faults and cannot be worked out.")
            raise DomainError("invalid", message, field="version")
        made = CaseBaseline.objects.create(
            case=row, version=wanted, original=original or wanted, reason=reason.strip(),
            by_id=by.user_id, by_name=by.name,
        )  # fmt: skip
        about(entry, row, version=wanted.number, reason=made.reason)
    return made


def _recorded(
    case: BusinessCase, line: str, year: int, values: Mapping[str, Decimal], by: Actor, **how: Any
) -> list[CaseActual]:
    with audited("benefits.record_actual", by=by, authority_id=case.authority_id) as entry:
        row = locked_case(case, OPEN)
        require_may_start_case(by, row.authority_id)
        _check(row, line, year, values)
        known = actuals_of(row).get((line, year), {})
        new = {
            term: value
            for term, value in values.items()
            if term not in known or known[term].value != value
        }
        if not how["reason"] and set(new) & set(known):
            message = _("The number is there already. Say why it is another; the old one is kept.")
            raise DomainError("invalid", message, field="reason")
        made = [
            CaseActual.objects.create(
                case=row, line=line, year=year, term=term, value=value,
                by_id=by.user_id, by_name=by.name, **how,
            )
            for term, value in new.items()
        ]  # fmt: skip
        about(entry, row, line=line, year=year, terms=sorted(new))
    return made


def _check(case: BusinessCase, line: str, year: int, values: Mapping[str, Decimal]) -> None:
    result = _result(case)
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


def _result(case: BusinessCase) -> Result:
    now, _original = held_versions(case)
    result = evaluated(now.text if now else case.text).result
    if result is None:
        message = _("The case has faults and cannot be worked out. Set them right first.")
        raise DomainError("invalid", message, field="line")
    return result
