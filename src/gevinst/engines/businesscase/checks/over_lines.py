"""Benefits that relieve more than a line costs, and what is left that nobody pays."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from gevinst.engines.businesscase.calculus.line_years import LineYears
from gevinst.engines.businesscase.calculus.result import Result
from gevinst.engines.businesscase.checks.codes import note
from gevinst.engines.businesscase.notes import Note
from gevinst.engines.money import danish


def over_line(result: Result) -> Iterator[Note]:
    """Benefits that together relieve a line by more than it costs in some year."""
    together: dict[str, list[LineYears]] = {}
    for benefit, line in relieving(result):
        together.setdefault(line.line.id, []).append(benefit)
    for name, benefits in together.items():
        line = result.lines[name]
        for t, year in enumerate(result.years):
            saved = sum((each.dkk[t] for each in benefits), Decimal(0))
            if saved > line.dkk[t]:
                yield note(
                    "benefit-over-line",
                    f"{benefits[0].line.title} is {saved} DKK in {year}, and {line.line.title} "
                    f"costs {line.dkk[t]}.",
                    f"{benefits[0].line.title} er {danish(saved)} i {year}, og {line.line.title} "
                    f"koster {danish(line.dkk[t])}.",
                    line=benefits[0].line.id,
                    relieves=name,
                    year=year,
                )
                break


def residual_charged(result: Result) -> Iterator[Note]:
    """What is left of a line charged to the project beside a benefit that is net of it (trap 4)."""
    relieved = {line.line.id: benefit for benefit, line in relieving(result)}
    for each in result.lines.values():
        line = each.line
        if line.residual_of in relieved and any(each.dkk):
            yield note(
                "residual-charged",
                f"{line.title} ({sum(each.dkk)} DKK) is what is left of "
                f"{result.lines[line.residual_of].line.title}, and "
                f"{relieved[line.residual_of].line.title} is net of it already.",
                f"{line.title} ({danish(sum(each.dkk, Decimal(0)))}) er det, der er tilbage af "
                f"{result.lines[line.residual_of].line.title}, og "
                f"{relieved[line.residual_of].line.title} har det trukket fra allerede.",
                line=line.id,
                amount=sum(each.dkk),
            )


def relieving(result: Result) -> list[tuple[LineYears, LineYears]]:
    """Each benefit that relieves a line of the case, with that line."""
    return [
        (each, result.lines[each.line.relieves])
        for each in result.lines.values()
        if each.line.relieves in result.lines
    ]
