"""A check's formula over the whole case: its names are worked out by the model, and may be moved."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from gevinst.engines.businesscase.figures.display import Qualifier
from gevinst.engines.businesscase.figures.formula import FormulaError
from gevinst.engines.businesscase.figures.interval import Interval
from gevinst.engines.businesscase.figures.published import Published
from gevinst.engines.businesscase.model.assumption import Assumption
from gevinst.engines.businesscase.model.case import Case
from gevinst.engines.businesscase.model.published_figure import Check
from gevinst.engines.businesscase.proof.names import is_result
from gevinst.engines.businesscase.proof.workings import Workings


@dataclass(frozen=True)
class CaseFormula:
    """The formula of a check, its inputs as printed, and the case that gives all other names."""

    check: Check
    workings: Workings

    @property
    def names(self) -> frozenset[str]:
        """The inputs and assumptions that move the answer, also through other assumptions and results."""
        own = set(self.check.inputs) & set(self.check.formula.names)
        case = self.workings.case.under(self.check.reading)
        return frozenset(own | _behind(case, self.check.formula.names - own))

    def value(self, values: Mapping[str, Any]) -> Any:
        """The answer with some inputs or assumptions replaced by `values`.

        Raises: FormulaError where the case, or the formula, cannot be worked out.
        """
        inputs = {name: values.get(name, given) for name, given in self.check.inputs.items()}
        moved = {name: each for name, each in values.items() if name not in inputs}
        try:
            found = {
                name: inputs[name]
                if name in inputs
                else self.workings.read(name, self.check.reading, moved)
                for name in self.check.formula.names
            }
        except (ValueError, ArithmeticError, KeyError) as error:
            raise FormulaError(f"the case cannot be worked out: {error}") from error
        return self.check.formula.value(found)

    def intervals(self) -> dict[str, Interval]:
        """How far each name may lie from its value: the check's own where it has any, else as printed."""
        if self.check.intervals:
            return {name: Interval(*ends) for name, ends in self.check.intervals.items()}
        held = self.workings.case.under(self.check.reading).assumptions
        moving = sorted(self.names & set(held) - set(self.check.inputs))
        return {name: found for name in moving if (found := printed(held[name])) is not None}


def printed(each: Assumption) -> Interval | None:
    """Every true value that would be printed as this one; None for a number that is exact."""
    if each.value is None or (each.decimals is None and each.qualifier == "exact"):
        return None
    decimals = _written(each) if each.decimals is None else each.decimals
    return Published(each.value, decimals, Qualifier(each.qualifier)).interval()


def _written(each: Assumption) -> int:
    exponent = each.value.as_tuple().exponent if each.value is not None else 0
    return -exponent if isinstance(exponent, int) and exponent < 0 else 0


def _behind(case: Case, names: Iterable[str]) -> set[str]:
    waiting, found = list(names), set[str]()
    if any(is_result(name) for name in waiting):
        waiting += in_lines(case)
    while waiting:
        each = case.assumptions.get(waiting.pop())
        if each is not None and each.name not in found:
            found.add(each.name)
            waiting += each.formula.names if each.formula is not None else ()
    return found


def in_lines(case: Case) -> set[str]:
    """The names that the amounts of a case's lines read themselves."""
    terms = [formula for line in case.lines for formula in line.amount.terms.values()]
    volumes = [line.behaviour.volume for line in case.lines if line.behaviour.volume is not None]
    return {name for formula in (*terms, *volumes) for name in formula.names}
