"""Published figures against each other and against what the case comes to."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import combinations

from gevinst.engines.businesscase.calculus.result import Result
from gevinst.engines.businesscase.checks.codes import note
from gevinst.engines.businesscase.figures.verdict import unit_is_open
from gevinst.engines.businesscase.model.case import Case
from gevinst.engines.businesscase.model.published_figure import PublishedFigure
from gevinst.engines.businesscase.notes import Note

Computed = Mapping[str, Decimal | None]

SCALES = {"mio": Decimal(1_000_000), "t.kr": Decimal(1000)}
PER_YEAR = re.compile(r"/\s*(year|år)\b|per year|a year|årlig", re.IGNORECASE)
TO_DATE = re.compile(r"since|to date|total|cumulative|i alt|siden", re.IGNORECASE)
NEAR = Decimal("0.02")
PERIODS = {"year", "month", "week", "day", "hour", "år", "måned", "uge", "dag", "time", "date"}


def in_dkk(figure: PublishedFigure) -> Decimal | None:
    """A figure's amount in DKK; None for what is not money."""
    if "DKK" not in figure.unit and "kr" not in figure.unit.lower():
        return None
    if not isinstance(figure.value, Decimal):
        return None
    scale = next((by for word, by in SCALES.items() if word in figure.unit.lower()), Decimal(1))
    return figure.value * scale


def cumulative_as_annual(result: Result) -> Iterator[Note]:
    """A yearly amount that no year comes to, and the sum of some years does (trap 1)."""
    for figure in result.case.published:
        amount = in_dkk(figure)
        if amount is None or not amount or not PER_YEAR.search(figure.unit):
            continue
        years = (*result.net, *result.gain, *result.cost)
        if any(_near(amount, each) for each in years):
            continue
        sums = dict(zip(result.years, result.cumulative, strict=True))
        reached = [year for year, total in sums.items() if _near(amount, total)]
        if reached:
            yield note(
                "cumulative-as-annual",
                f"{figure.title}: {figure.value} {figure.unit} is the sum to the end of {reached[0]}.",
                f"{figure.title}: {figure.value} {figure.unit} er summen til og med {reached[0]}.",
                figure=figure.id,
                year=reached[0],
            )


def different_windows(result: Result) -> Iterator[Note]:
    """Figures from one line of the source that cover different years (trap 2)."""
    windows: dict[tuple[str, int], list[PublishedFigure]] = {}
    for figure in result.case.published:
        if figure.window is not None and figure.source.line:
            windows.setdefault((figure.source.document, figure.source.line), []).append(figure)
    for (_, line), figures in windows.items():
        if len({figure.window for figure in figures}) > 1:
            told = "; ".join(f"{each.title} {each.window}" for each in figures)
            names = tuple(each.id for each in figures)
            yield note(
                "different-windows",
                f"Line {line} tells of different years: {told}.",
                f"Linje {line} fortæller om forskellige år: {told}.",
                figures=names,
            )


def unstated_count(result: Result) -> Iterator[Note]:
    """A figure per piece where the case knows several counts of the piece (trap 3)."""
    for figure in result.case.published:
        piece = _piece(figure.unit)
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


def year_or_to_date(result: Result) -> Iterator[Note]:
    """Two values of nearly one size, one a year's and one since the start (trap 6)."""
    known = [
        *(
            (each.title or name, each.unit, each.value)
            for name, each in result.case.assumptions.items()
        ),
        *((each.title, each.unit, each.value) for each in result.case.published),
    ]
    for (one, unit, value), (other, other_unit, compared) in combinations(known, 2):
        if not isinstance(value, Decimal) or not isinstance(compared, Decimal) or not value:
            continue
        per_year = [bool(PER_YEAR.search(each)) for each in (unit, other_unit)]
        to_date = [bool(TO_DATE.search(each)) for each in (unit, other_unit)]
        if any(per_year) and any(to_date) and per_year != to_date and _near(value, compared):
            yield note(
                "year-or-to-date",
                f"{one} ({value} {unit}) and {other} ({compared} {other_unit}) are nearly one size.",
                f"{one} ({value} {unit}) og {other} ({compared} {other_unit}) er næsten lige store.",
                values=(one, other),
            )


def transposed(result: Result, computed: Computed) -> Iterator[Note]:
    """A printed figure that is the computed one with two neighbouring digits changed about (trap 8)."""
    for figure in result.case.published:
        found = computed.get(figure.id)
        if found is None or not isinstance(figure.value, Decimal):
            continue
        if digits_changed(figure.value, found):
            yield note(
                "transposed-digits",
                f"{figure.title} is printed {figure.value}; it comes to {found}.",
                f"{figure.title} er trykt {figure.value}; det bliver {found}.",
                figure=figure.id,
                computed=found,
            )


def reused_share(result: Result, computed: Computed) -> Iterator[Note]:
    """A percentage that does not come out, and is printed for another thing as well (trap 11)."""
    shares = [each for each in result.case.published if each.unit.startswith("%")]
    right = {
        each.id
        for each in shares
        if isinstance(each.value, Decimal) and _rounds_to(computed.get(each.id), each)
    }
    for figure in shares:
        twins = [each for each in shares if each.id in right and each.value == figure.value]
        if figure.id not in right and computed.get(figure.id) is not None and twins:
            yield note(
                "share-reused",
                f"{figure.title} comes to {computed[figure.id]}; {figure.value} % is {twins[0].title}.",
                f"{figure.title} bliver {computed[figure.id]}; {figure.value} % er {twins[0].title}.",
                figure=figure.id,
                other=twins[0].id,
            )


def digits_changed(printed: Decimal, computed: Decimal) -> bool:
    """Whether two whole numbers differ by two neighbouring digits changed about.

    >>> digits_changed(Decimal(315000), Decimal(351000)), digits_changed(Decimal(315), Decimal(513))
    (True, False)
    """
    one, other = (str(abs(int(each))) for each in (printed, computed.to_integral_value()))
    if len(one) != len(other) or one == other:
        return False
    places = [at for at, pair in enumerate(zip(one, other, strict=True)) if pair[0] != pair[1]]
    if len(places) != 2 or places[1] != places[0] + 1:  # noqa: PLR2004 - two places, by definition
        return False
    first, second = places
    return one[first] == other[second] and one[second] == other[first]


def _near(one: Decimal, other: Decimal) -> bool:
    return abs(one - other) <= NEAR * abs(one)


def _rounds_to(value: Decimal | None, figure: PublishedFigure) -> bool:
    return value is not None and round(value, figure.decimals) == figure.value


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
