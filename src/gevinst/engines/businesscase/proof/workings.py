"""A case worked out for the formulas of its checks: each reading and each set of inputs once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Context, Decimal, localcontext
from typing import Any

from gevinst.engines.businesscase.calculus.evaluate import evaluate
from gevinst.engines.businesscase.calculus.result import Result
from gevinst.engines.businesscase.calculus.values import Values
from gevinst.engines.businesscase.figures.formula import parse
from gevinst.engines.businesscase.model.case import Case
from gevinst.engines.businesscase.proof.names import RESULTS, line_name, party_name

Given = Mapping[str, Decimal]
# As many digits as the formula language carries.
WIDE = Context(prec=50)


class Workings:
    """What the formulas of a case's checks read, under any reading and with assumptions replaced."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self._results: dict[tuple[object, ...], Result] = {}

    def result(self, reading: str, given: Given, party: str = "") -> Result:
        """The case under a reading, as one party sees it where one is named.

        Raises `ValueError` where it cannot be worked out.
        """
        key = (reading, party, tuple(sorted(given.items())))
        if key not in self._results:
            self._results[key] = self._worked_out(reading, given, party)
        return self._results[key]

    def _worked_out(self, reading: str, given: Given, party: str) -> Result:
        with localcontext(WIDE):
            return evaluate(self._seen_by(party) if party else self.case, reading, given)

    def _seen_by(self, party: str) -> Case:
        blind = {name: replace(each, perspective=()) for name, each in self.case.readings.items()}
        return replace(self.case, perspective=(party,), readings=blind)

    def read(self, name: str, reading: str, given: Given) -> Any:
        """The value of a name: an assumption, a result of the case, a line or a party's net.

        Raises `ValueError` for a name that nothing goes by under that reading.
        """
        if name in self.case.assumptions:
            return self._assumption(name, reading, given)
        if name in RESULTS:
            with localcontext(WIDE):
                return RESULTS[name](self.result(reading, given))
        return self._series(name, reading, given)

    def _assumption(self, name: str, reading: str, given: Given) -> Any:
        case = self.case.under(reading)
        values = Values(case, given)
        with localcontext(WIDE):
            if values.steady(parse(name)):
                return values.at(name, case.first)
            return [values.at(name, year) for year in case.years]

    def _series(self, name: str, reading: str, given: Given) -> list[Decimal]:
        parties = {party_name(party): party for party in self.case.parties}
        if name in parties:
            return list(self.result(reading, given, parties[name]).net)
        lines = self.result(reading, given).lines.values()
        found = {line_name(each.line.id): each.dkk for each in lines}
        if name not in found:
            raise ValueError(f"{name} has no value under the reading {reading or 'as it stands'!r}")
        return list(found[name])
