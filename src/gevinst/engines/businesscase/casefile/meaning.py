"""What the parts of a case say of each other: names that must be known, shares that must sum to one."""

from __future__ import annotations

from collections.abc import Callable

from gevinst.engines.businesscase.calculus.evaluate import evaluate
from gevinst.engines.businesscase.calculus.line_years import LineFault
from gevinst.engines.businesscase.casefile.document import CaseFault, Document
from gevinst.engines.businesscase.casefile.meaning_doubt import doubts
from gevinst.engines.businesscase.casefile.meaning_lines import lines, links, parties
from gevinst.engines.businesscase.casefile.meaning_names import (
    Path,
    Said,
    paths,
    unlisted,
)
from gevinst.engines.businesscase.casefile.meaning_values import assumptions, horizon, risks
from gevinst.engines.businesscase.model.case import Case
from gevinst.engines.businesscase.proof.names import known


def meaning_faults(case: Case, document: Document) -> list[CaseFault]:
    """Every fault of meaning, in the order of the file; of the arithmetic only where all else is right."""
    found = [document.fault(*each) for check in CHECKS for each in check(case)]
    if not found:
        found = [document.fault(*each) for each in (*_arithmetic(case), *doubts(case))]
    return sorted(found, key=lambda fault: (fault.line, fault.column))


def _readings(case: Case) -> Said:
    known = {line.id for line in case.lines}
    for name, each in case.readings.items():
        yield from unlisted(each.assumptions, case.assumptions, "assumption", ("readings", name))
        yield from unlisted(each.without, known, "line", ("readings", name, "without"))
        path: Path = ("readings", name, "perspective")
        yield from unlisted(each.perspective, case.parties, "party", path)
    for at, figure in enumerate(case.published):
        for no, check in enumerate(figure.checks):
            if check.reading:
                path = ("published", at, "checks", no, "reading")
                yield from unlisted((check.reading,), case.readings, "reading", path)


def _checks(case: Case) -> Said:
    for at, figure in enumerate(case.published):
        for no, check in enumerate(figure.checks):
            path: Path = ("published", at, "checks", no)
            if check.reading and check.reading not in case.readings:
                continue
            there = known(case, check)
            for name in sorted(check.formula.names - there):
                names = ", ".join(sorted(there))
                yield f"nothing goes by {name!r} here; there are: {names}", (*path, "formula")
            for name in sorted(set(check.intervals) - there):
                yield f"{name} is neither an input nor an assumption", (*path, "intervals", name)


def _once(case: Case) -> Said:
    lines = [(line.id, path) for line, path in paths(case)]
    risks = [(each.id, ("risks", at)) for at, each in enumerate(case.risks)]
    figures = [(each.id, ("published", at)) for at, each in enumerate(case.published)]
    qualities = [(each.id, ("quality", at)) for at, each in enumerate(case.quality)]
    for named in (lines, risks, figures, qualities):
        seen: set[str] = set()
        for name, path in named:
            if name in seen:
                yield f"the id {name!r} stands here twice", (*path, "id")
            seen.add(name)


def _arithmetic(case: Case) -> Said:
    where = {line.id: path for line, path in paths(case)}
    for reading in ("", *case.readings):
        try:
            evaluate(case, reading)
        except LineFault as fault:
            yield fault.reason, (*where[fault.line], "amount")
        except (ValueError, ArithmeticError, TypeError) as error:
            yield str(error), ("readings", reading) if reading else ("assumptions",)


CHECKS: tuple[Callable[[Case], Said], ...] = (
    horizon,
    assumptions,
    lines,
    links,
    parties,
    _readings,
    _checks,
    _once,
    risks,
)
