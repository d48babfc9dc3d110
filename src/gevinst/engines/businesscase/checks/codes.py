"""Every code that a check can give: how grave it is, which trap it is, and what it means.

Source of the traps: KL/Deloitte case analysis, September 2022, read against itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from gevinst.engines.businesscase.notes import Note


class Severity(StrEnum):
    """Whether a case may be approved with it."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Explained:
    """A code in words; `trap` is its number among the thirteen, 0 for the other rules."""

    severity: Severity
    trap: int
    title: str
    explanation: str


_E, _W, _I = Severity.ERROR, Severity.WARNING, Severity.INFO

CODES: Mapping[str, Explained] = {
    "cumulative-as-annual": Explained(
        _W,
        1,
        "A sum over years told as one year's",
        "The figure is printed a year, but only the sum since the start comes to it. Say over which years.",
    ),
    "different-windows": Explained(
        _W,
        2,
        "Figures of different years side by side",
        "Figures told in one breath cover different years and cannot be held against each other.",
    ),
    "unstated-count": Explained(
        _W,
        3,
        "An average over a count that is not said",
        "The figure is per piece, and there are several counts it could have been divided by.",
    ),
    "residual-charged": Explained(
        _E,
        4,
        "What is left is counted, and the saving is net of it",
        "A benefit that is net of what is left to do already has it; as a cost it would count twice.",
    ),
    "percent-or-points": Explained(
        _W,
        5,
        "Percent or percentage points",
        "From 69 to 72 % is 3 percentage points and 4.3 percent. Say which of them is meant.",
    ),
    "year-or-to-date": Explained(
        _W,
        6,
        "A year, or since the start",
        "Two figures of nearly the same size are told as a year's and as the sum to date.",
    ),
    "funding-makes-positive": Explained(
        _W,
        7,
        "Positive only by others' money",
        "The net is positive because someone outside pays. For all parties together it is not.",
    ),
    "transposed-digits": Explained(
        _W,
        8,
        "Two digits have changed places",
        "The printed figure is the computed one with two digits changed about.",
    ),
    "hours-cannot-carry": Explained(
        _W,
        9,
        "The hours cannot carry the money",
        "Divided by the hours freed, the benefit is more than an hour costs. Something else saves too.",
    ),
    "value-not-stated": Explained(
        _W,
        10,
        "A value that decides is not stated",
        "The result rests on a value without a source. Others cannot work it out again.",
    ),
    "share-reused": Explained(
        _W,
        11,
        "One share used for two things",
        "The same percentage stands for another thing, and does not come out for this one.",
    ),
    "internal-time-left-out": Explained(
        _W,
        12,
        "The authority's own time is left out",
        "The project takes hours of own staff. Count them, or write a line of 0 if there are none.",
    ),
    "scaled-pilot": Explained(
        _W,
        13,
        "One trial multiplied",
        "A measurement at one place is scaled up in proportion. Say why the others will be alike.",
    ),
    "effect-counted-twice": Explained(
        _E,
        0,
        "One effect is counted twice",
        "A line is spared by the difference of the scenarios, and a benefit relieves it as well.",
    ),
    "benefit-over-line": Explained(
        _E,
        0,
        "A benefit larger than the cost it relieves",
        "More cannot be saved on a line than it costs.",
    ),
    "relieves-nothing": Explained(
        _I,
        0,
        "A benefit that names no cost",
        "Name the line of scenario 0 that it relieves: then no effect is counted twice.",
    ),
    "small-sample": Explained(
        _I,
        0,
        "Few observations",
        "The value rests on few measurements. Give it a low and a high, and measure again.",
    ),
    "no-range": Explained(
        _I,
        0,
        "No assumption has a low and a high",
        "Without them nobody sees how far the result may lie.",
    ),
    "no-risks": Explained(
        _I,
        0,
        "No risks are named",
        "What may happen or not belongs in the risk pool, with probability and consequence.",
    ),
    "negative-again": Explained(
        _W,
        0,
        "The sum turns negative again",
        "The case breaks even and falls below zero later within its years.",
    ),
    "never-breaks-even": Explained(
        _W,
        0,
        "It does not break even",
        "Within its years the case does not earn back what it costs.",
    ),
    "method-too-weak": Explained(
        _W,
        0,
        "Estimated too loosely for its size",
        "The precision of an estimate must follow the size of the expenditure.",
    ),
    "no-owner": Explained(
        _I,
        0,
        "A benefit without an owner",
        "Somebody must answer for its coming true and for its being measured.",
    ),
}


def note(code: str, message: str, **facts: object) -> Note:
    """A finding of that code with its severity and trap among the facts."""
    explained = CODES[code]
    return Note(code, message, {"severity": explained.severity, "trap": explained.trap, **facts})
