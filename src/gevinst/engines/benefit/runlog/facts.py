"""Baselines and costs from files: CSV or Parquet with the columns named here, Danish or English."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from gevinst.engines.benefit.effect import Rates
from gevinst.engines.benefit.evidence import grade_of
from gevinst.engines.benefit.rows import BaselineRow, CostKind, CostRow, Per
from gevinst.engines.benefit.runlog.fact_cells import made, needed_day, number, one_of
from gevinst.engines.benefit.runlog.makes import AUTHORITY, ROBOT
from gevinst.engines.benefit.runlog.table_row import Row
from gevinst.engines.benefit.runlog.tables import rows
from gevinst.engines.businesscase.model.benefit_state import Grade

FROM = ("from", "validfrom", "fra", "gælderfra", "since")
UNTIL = ("until", "til", "to")
SOURCE = ("source", "kilde")
KINDS = {
    "licens": CostKind.LICENCE,
    "hold": CostKind.TEAM,
    "team": CostKind.TEAM,
    "infrastruktur": CostKind.INFRASTRUCTURE,
    "udvikling": CostKind.DEVELOPMENT,
    **{str(kind): kind for kind in CostKind},
}
PERS = {"måned": Per.MONTH, "engang": Per.ONCE, "engangs": Per.ONCE, **{str(p): p for p in Per}}
EVIDENCE = {"log": "log", "målt": "measured", "skøn": "estimated"}


def read_baselines(path: Path) -> Iterator[BaselineRow]:
    """Columns: robot, from, manual_minutes, exception_minutes, hourly_cost, evidence, source; n, authority.

    Evidence is log, measured or estimated, or a grade A to E. Raises `LogFault`, `OSError`.
    """
    return (made(row, _baseline) for row in rows(path))


def read_costs(path: Path, authority: str = "") -> Iterator[CostRow]:
    """Columns: authority, robot (empty for a shared team), kind, amount, per (month or once), from, until.

    `authority` stands for lines that name none. Raises `LogFault`, `OSError`.
    """
    return (made(row, lambda one: _cost(one, authority)) for row in rows(path))


def _baseline(row: Row) -> BaselineRow:
    manual = number(row, "manual_minutes", "minutter", "manuelle minutter")
    exception = row.decimal("exception_minutes", "undtagelsesminutter") or Decimal(0)
    hourly = number(row, "hourly_cost", "timepris")
    if min(manual, exception, hourly) < 0:
        raise row.fault("expected minutes and cost of 0 or more")
    return BaselineRow(
        robot=row.needed(*ROBOT),
        valid_from=needed_day(row, *FROM),
        rates=Rates(manual, exception, hourly),
        grade=_grade(row),
        source=row.text(*SOURCE),
        authority=row.text(*AUTHORITY),
        n=row.count("n", "antal") if row.text("n", "antal") else None,
    )


def _grade(row: Row) -> Grade:
    told = row.needed("evidence", "evidens", "grade")
    try:
        return grade_of(EVIDENCE.get(told.lower(), told))
    except ValueError as fault:
        expected = "log, measured, estimated or A to E"
        raise row.fault(f"expected {expected} in evidence, found {told!r}") from fault


def _cost(row: Row, authority: str) -> CostRow:
    return CostRow(
        authority=row.text(*AUTHORITY) or authority,
        kind=one_of(row, KINDS, "kind", "art"),
        amount=number(row, "amount", "beløb"),
        per=one_of(row, PERS, "per", "pr"),
        since=needed_day(row, *FROM),
        until=row.day(*UNTIL),
        robot=row.text(*ROBOT),
        source=row.text(*SOURCE),
    )
