"""Names that a case reads must be known to it; each fault with where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from gevinst.engines.businesscase.calculus.values import BUILT_IN
from gevinst.engines.businesscase.figures.formula import Formula
from gevinst.engines.businesscase.model.case import Case
from gevinst.engines.businesscase.model.lines import Line

Path = tuple[str | int, ...]


Said = Iterator[tuple[str, Path]]


def unknown_names(case: Case, formula: Formula, path: Path) -> Said:
    """Names that a formula reads and the case does not have."""
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


def unlisted(
    names: Iterable[str], known: Iterable[str], what: str, path: Sequence[str | int]
) -> Said:
    """Names that are not among the known ones of that kind."""
    listed = list(known)
    for name in names:
        if name not in listed:
            there = ", ".join(listed) or "none"
            yield f"there is no {what} {name!r}; there are: {there}", tuple(path)
