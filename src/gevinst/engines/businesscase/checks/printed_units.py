"""Printed figures whose unit leaves something open: per which count, percent or points, a year or to date."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from decimal import Decimal

from gevinst.engines.businesscase.calculus.result import Result
from gevinst.engines.businesscase.checks.codes import note
from gevinst.engines.businesscase.checks.printed_periods import PERIODS
from gevinst.engines.businesscase.figures.judging import unit_is_open
from gevinst.engines.businesscase.model.case import Case
from gevinst.engines.businesscase.notes import Note


def unstated_count(result: Result) -> Iterator[Note]:
    """A printed figure per piece where the case knows several counts of the piece (trap 3)."""
    for figure in result.case.published:
        piece = "" if figure.value is None else _piece(figure.unit)
        counts = _counts(result.case, piece) if piece else {}
        if len(set(counts.values())) > 1:
            told = ", ".join(f"{name} {value}" for name, value in counts.items())
            yield note(
                "unstated-count",
                f"{figure.title} is per {piece}, and there are several counts: {told}.",
                f"{figure.title} er pr. {piece}, og der er flere antal: {told}.",
                figure=figure.id,
                counts=counts,
            )


def percent_or_points(result: Result) -> Iterator[Note]:
    """A difference of two percentages called percent, or words and unit that disagree (trap 5)."""
    case = result.case
    for figure in case.published:
        formulas = [check.formula.tree for check in figure.checks]
        subtracted = any(_difference_of_percents(tree, case) for tree in formulas)
        mixed = unit_is_open(figure.title, figure.unit) or "or pp" in figure.unit
        if mixed or (subtracted and figure.unit.strip() == "%"):
            yield note(
                "percent-or-points",
                f"{figure.title}: say whether {figure.value} is percent or percentage points.",
                f"{figure.title}: skriv, om {figure.value} er procent eller procentpoint.",
                figure=figure.id,
            )


def _piece(unit: str) -> str:
    """The thing that a unit is per: robot of h/robot; "" for what is per period."""
    after = unit.split("/")[1:]
    words = [word.strip().split(" ")[0] for word in after]
    return next((word for word in words if word and word not in PERIODS), "")


def _counts(case: Case, piece: str) -> dict[str, Decimal]:
    return {
        each.title or name: each.value
        for name, each in case.assumptions.items()
        if each.value is not None and re.match(rf"{re.escape(piece)}s?\b", each.unit)
    }


def _difference_of_percents(tree: ast.expr, case: Case) -> bool:
    if not (isinstance(tree, ast.BinOp) and isinstance(tree.op, ast.Sub)):
        return False
    names = [side.id for side in (tree.left, tree.right) if isinstance(side, ast.Name)]
    units = [case.assumptions[name].unit for name in names if name in case.assumptions]
    return units == ["%", "%"]
