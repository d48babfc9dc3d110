"""What the result itself shows: who makes it positive, whether it lasts, how far it may lie."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from gevinst.engines.businesscase.calculus.evaluate import evaluate
from gevinst.engines.businesscase.calculus.result import Result
from gevinst.engines.businesscase.checks.codes import note
from gevinst.engines.businesscase.notes import Note
from gevinst.engines.money import danish


def others_pay(result: Result) -> Iterator[Note]:
    """Positive for the perspective and negative for all together, by year or over all (trap 7)."""
    case = result.case
    if not case.perspective or set(case.perspective) == set(case.parties):
        return
    everyone = evaluate(
        replace(
            case, perspective=(), lines=tuple(replace(line, readings=()) for line in case.lines)
        )
    )
    pairs = zip(case.years, result.cumulative, everyone.cumulative, strict=True)
    years = [year for year, own, all_of_them in pairs if own >= 0 > all_of_them]
    if years:
        seen = ", ".join(case.perspective)
        yield note(
            "funding-makes-positive",
            f"The sum is positive for {seen} in {years[0]}, and negative for all parties together.",
            f"Summen er positiv for {seen} i {years[0]} og negativ for alle parter tilsammen.",
            years=tuple(years),
            total=everyone.total,
        )


def lasting(result: Result) -> Iterator[Note]:
    """Whether it breaks even, and stays there."""
    found = result.break_even()
    if not any(result.cost):
        return
    if found is None:
        yield note(
            "never-breaks-even",
            f"After {len(result.years)} years {-result.total} DKK are not earned back.",
            f"Efter {len(result.years)} år er {danish(-result.total)} ikke tjent hjem.",
            total=result.total,
        )
    elif found.negative_again is not None:
        yield note(
            "negative-again",
            f"It breaks even in {found.year} and is negative again in {found.negative_again}.",
            f"Den går i nul i {found.year} og er negativ igen i {found.negative_again}.",
            year=found.negative_again,
        )


def open_to_doubt(result: Result) -> Iterator[Note]:
    """A case of single values and no risks."""
    case = result.case
    if case.assumptions and not any(each.varies for each in case.assumptions.values()):
        yield note(
            "no-range",
            "No assumption has a low and a high.",
            "Ingen forudsætning har et lavt og et højt bud.",
        )
    if case.lines and not case.risks:
        yield note("no-risks", "The risk pool is empty.", "Risikopuljen er tom.")
