"""The rows of the result that come of single lines: both scenarios, what is gained, what it costs."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from django.utils.translation import gettext as _

from gevinst.engines.businesscase.model.lines import Line
from gevinst.engines.businesscase.model.phases import Phase, phase
from gevinst.features.benefits.reporting.workbook.line_rows import share_row
from gevinst.features.benefits.reporting.workbook.rows import Formulas, ResultRows


def add_scenarios(rows: ResultRows) -> None:
    """All that is spent in scenario 0, and in scenario 1."""
    for scenario, series in (("0", rows.result.cost_0), ("1", rows.result.cost_1)):
        held = [each for each in rows.layout.case.lines if each.scenario in (scenario, "both")]
        label = _("Scenario %(number)s: all that is spent") % {"number": scenario}
        rows.add(f"cost_{scenario}", label, _sum_of(rows, held), series)


def add_gains(rows: ResultRows) -> list[str]:
    """The benefits, and what is spent less on each line of scenario 0; their keys."""
    found = []
    for line in rows.layout.case.lines:
        if line.is_benefit:
            found.append(_own(rows, f"gain:{line.id}", line, rows.result.gains))
        elif line.scenario == "0":
            found.append(_relief(rows, f"gain:{line.id}", line, 1))
    return found


def add_costs(rows: ResultRows) -> list[str]:
    """What scenario 1 costs, and what is spent more on each line of scenario 0; their keys."""
    found = []
    for line in rows.layout.case.lines:
        if line.scenario == "1" and not line.continues:
            found.append(_own(rows, f"cost:{line.id}", line, rows.result.costs))
        elif line.scenario == "0":
            found.append(_relief(rows, f"cost:{line.id}", line, -1))
    return found


def _own(rows: ResultRows, key: str, line: Line, series: object) -> str:
    values = _series(rows, series, line.id)
    side = _("Benefit") if line.is_benefit else _("Cost")
    label = f"{side}: {line.title}"
    project = key.startswith("cost:") and phase(line.place) is not Phase.OPERATION
    return rows.add(key, label, lambda t: _line(rows, line, t), values, project=project)


def _relief(rows: ResultRows, key: str, line: Line, sign: int) -> str:
    """What scenario 1 spends less on a line of scenario 0 (sign 1), or more (sign -1)."""
    left = [each for each in rows.layout.case.lines if each.continues == line.id]

    def told(t: int) -> str:
        then, now = _line(rows, line, t), _sum_of(rows, left)(t)
        gap = f"{then}-({now})" if sign > 0 else f"({now})-{then}"
        return f"{_flag(rows, line)}*MAX({gap},0)"

    held = rows.result.gains if sign > 0 else rows.result.costs
    words = _("Spent less: %(title)s") if sign > 0 else _("Spent more: %(title)s")
    project = sign < 0 and phase(line.place) is not Phase.OPERATION
    label = words % {"title": line.title}
    return rows.add(key, label, told, _series(rows, held, line.id), project=project)


def _sum_of(rows: ResultRows, lines: Sequence[Line]) -> Formulas:
    return lambda t: "+".join(_line(rows, each, t) for each in lines) or "0"


def _line(rows: ResultRows, line: Line, t: int) -> str:
    place = rows.layout.case.lines.index(line)
    return rows.layout.cell(rows.layout.sheets.lines, share_row(place), t)


def _flag(rows: ResultRows, line: Line) -> str:
    place = rows.layout.case.lines.index(line)
    return f"'{rows.layout.sheets.shares}'!$D${share_row(place)}"


def _series(rows: ResultRows, held: object, name: str) -> Sequence[Decimal]:
    none = (Decimal(0),) * len(rows.layout.case.years)
    return held.get(name, none) if isinstance(held, dict) else none
