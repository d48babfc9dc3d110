"""The parts of a published case as values: facts, passages, headlines, lessons and technology."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from gevinst.engines.businesscase.readiness.grade import Basis, Grade


@dataclass(frozen=True, slots=True)
class FactBox:
    """Section 1: whose case it is. `contact` is a role or a shared mailbox, never a person."""

    authorities: tuple[str, ...] = ()
    inhabitants: int | None = None
    inhabitants_year: int | None = None
    technology: str = ""
    professional_field: str = ""
    period: str = ""
    contact: str = ""


@dataclass(frozen=True, slots=True)
class Assessment:
    """Section 2, one dimension: the grade with its inputs and a sentence on it."""

    grade: Grade
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A heading and its text; the first of a section may be without a heading."""

    text: str
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Headline:
    """Section 4, one benefit in three rows: the number, how it is computed, its data points."""

    number: str
    label: str
    how_computed: str = ""
    data_points: tuple[str, ...] = ()
    basis: Basis = Basis.EXPECTED


@dataclass(frozen=True, slots=True)
class Economy:
    """Section 5: costs and benefits in words, the figure in words, ROI (1 = 100 %) and break-even.

    `internal_time` tells whether the authority's own hours are among the costs; None is not told.
    """

    costs: str = ""
    benefits: str = ""
    figure_description: str = ""
    roi: Decimal | None = None
    roi_years: int | None = None
    break_even: str = ""
    internal_time: bool | None = None


@dataclass(frozen=True, slots=True)
class Lesson:
    """Section 6: what it takes, under one of the six themes."""

    theme: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Technology:
    """Section 7: what the solution is, and where more can be read."""

    name: str = ""
    text: str = ""
    link: str = ""
