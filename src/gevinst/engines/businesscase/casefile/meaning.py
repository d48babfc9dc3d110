"""What the parts of a case say of each other: names that must be known, shares that must sum to one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from gevinst.engines.businesscase.calculus.evaluate import evaluate
from gevinst.engines.businesscase.calculus.line_years import LineFault
from gevinst.engines.businesscase.calculus.values import BUILT_IN
from gevinst.engines.businesscase.casefile.document import CaseFault, Document
from gevinst.engines.businesscase.figures.formula import Formula
from gevinst.engines.businesscase.model.assumption import Assumption
from gevinst.engines.businesscase.model.case import Case
from gevinst.engines.businesscase.model.lines import Line
from gevinst.engines.businesscase.model.taxonomy import place
from gevinst.engines.businesscase.proof.names import known

Path = tuple[str | int, ...]
Said = Iterator[tuple[str, Path]]


def meaning_faults(case: Case, document: Document) -> list[CaseFault]:
    """Every fault of meaning, in the order of the file; of the arithmetic only where all else is right."""
    found = [document.fault(*each) for check in CHECKS for each in check(case)]
    if not found:
        found = [document.fault(*each) for each in _arithmetic(case)]
    return sorted(found, key=lambda fault: (fault.line, fault.column))


def _horizon(case: Case) -> Said:
    if not case.first <= case.operation_from <= case.last:
        yield f"expected a year of {case.first}-{case.last}", ("operation_from",)


def _assumptions(case: Case) -> Said:
    for name, each in case.assumptions.items():
        path: Path = ("assumptions", name)
        if name in BUILT_IN:
            yield f"{name} is the name of a number that every formula knows; choose another", path
        if (each.low is None) != (each.high is None):
            yield "expected both low and high, or neither", path
        elif each.varies and each.formula is not None:
            yield "a value that is worked out varies with what it is worked out from", path
        elif each.formula is None and not _in_order(each):
            yield f"expected low <= {each.likely} <= high, found {each.low} and {each.high}", path
        if each.formula is not None:
            yield from _unknown_names(case, each.formula, (*path, "formula"))


def _in_order(each: Assumption) -> bool:
    if each.low is None or each.high is None:
        return True
    return each.low <= each.likely <= each.high


def _unknown_names(case: Case, formula: Formula, path: Path) -> Said:
    known = {*case.assumptions, *BUILT_IN}
    for name in sorted(formula.names - known):
        near = ", ".join(sorted(case.assumptions)) or "none yet"
        yield f"there is no assumption {name!r}; there are: {near}", path


def paths(case: Case) -> list[tuple[Line, Path]]:
    """Each line with where it stands in the file."""
    costs = [line for line in case.lines if not line.is_benefit]
    benefits = [line for line in case.lines if line.is_benefit]
    return [
        *((line, ("costs", at)) for at, line in enumerate(costs)),
        *((line, ("benefits", at)) for at, line in enumerate(benefits)),
    ]


def _lines(case: Case) -> Said:
    for line, path in paths(case):
        try:
            place(line.place)
        except ValueError as error:
            yield str(error), (*path, "place")
        for key, formula in line.amount.terms.items():
            # The amount alone stands for the driver of that name.
            inner = () if key == "amount" else (key,)
            yield from _unknown_names(case, formula, (*path, "amount", *inner))
        if line.behaviour.volume is not None:
            yield from _unknown_names(case, line.behaviour.volume, (*path, "behaviour", "volume"))
        outside = [year for year in line.when if not case.first <= year <= case.last]
        if outside:
            yield f"{outside[0]} is outside {case.first}-{case.last}", (*path, "when")
        yield from _unlisted(line.readings, case.readings, "reading", (*path, "readings"))


def _links(case: Case) -> Said:
    known = {line.id: line for line in case.lines}
    for line, path in paths(case):
        for key, scenarios in (("continues", "0"), ("relieves", "0both"), ("residual_of", "0both")):
            wanted = getattr(line, key)
            if wanted and wanted not in known:
                yield f"there is no line {wanted!r}; there are: {', '.join(known)}", (*path, key)
            elif wanted and known[wanted].scenario not in scenarios:
                yield f"{wanted} is not a cost of scenario 0", (*path, key)
        if line.continues and line.scenario != "1":
            yield "only a cost of scenario 1 continues another", (*path, "continues")


def _parties(case: Case) -> Said:
    yield from _unlisted(case.perspective, case.parties, "party", ("perspective",))
    for line, path in paths(case):
        for _, shares in line.shares:
            yield from _unlisted(shares, case.parties, "party", (*path, "shares"))
            if sum(shares.values()) != 1:
                yield f"the shares sum to {sum(shares.values())}, expected 1", (*path, "shares")
    for at, each in enumerate(case.transfers):
        yield from _unlisted((each.giver, each.receiver), case.parties, "party", ("transfers", at))


def _readings(case: Case) -> Said:
    known = {line.id for line in case.lines}
    for name, each in case.readings.items():
        yield from _unlisted(each.assumptions, case.assumptions, "assumption", ("readings", name))
        yield from _unlisted(each.without, known, "line", ("readings", name, "without"))
        path: Path = ("readings", name, "perspective")
        yield from _unlisted(each.perspective, case.parties, "party", path)
    for at, figure in enumerate(case.published):
        for no, check in enumerate(figure.checks):
            if check.reading:
                path = ("published", at, "checks", no, "reading")
                yield from _unlisted((check.reading,), case.readings, "reading", path)


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


def _risks(case: Case) -> Said:
    for at, each in enumerate(case.risks):
        if not each.low <= each.likely <= each.high:
            yield f"expected low <= {each.likely} <= high", ("risks", at, "consequence")


def _unlisted(
    names: Iterable[str], known: Iterable[str], what: str, path: Sequence[str | int]
) -> Said:
    listed = list(known)
    for name in names:
        if name not in listed:
            there = ", ".join(listed) or "none"
            yield f"there is no {what} {name!r}; there are: {there}", tuple(path)


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
    _horizon,
    _assumptions,
    _lines,
    _links,
    _parties,
    _readings,
    _checks,
    _once,
    _risks,
)
