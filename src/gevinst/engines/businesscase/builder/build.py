"""A business case put together in Python; see `casefile` for what each part may hold."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gevinst.engines.businesscase.calculus.analysis import DRAWS, SEED, Analysis, analyse
from gevinst.engines.businesscase.calculus.evaluate import evaluate
from gevinst.engines.businesscase.calculus.parties import Parties, of_parties
from gevinst.engines.businesscase.calculus.result import Result
from gevinst.engines.businesscase.casefile.read import read
from gevinst.engines.businesscase.casefile.write import dumps
from gevinst.engines.businesscase.checks import findings
from gevinst.engines.businesscase.model.case import Case
from gevinst.engines.businesscase.notes import Note

Span = tuple[int, int] | int


class BusinessCase:
    """A case over `horizon` (first and last year), DKK of `price_year`.

    Parts are added by name and may be chained; numbers given as text or Decimal stay exact. Nothing is
    checked before the case is read: `case` raises CaseFault as a file with the same contents would.

    >>> made = BusinessCase("access", horizon=(2018, 2023), operation_from=2019, origin="operation_start")
    >>> _ = made.assume("fte", 24, unit="FTE").assume("pay", 500_000, unit="DKK/FTE")
    >>> _ = made.cost("buy", "project.acquisition.external", 8_000_000, years=2018)
    >>> _ = made.cost("run", "operation.system.external", 6_000_000, years=(2019, 2023))
    >>> _ = made.benefit("time", "benefit.budget.time", "fte * pay", years=(2019, 2023))
    >>> result = made.evaluate()
    >>> result.total, round(100 * result.roi(), 1)
    (Decimal('22000000.00'), Decimal('57.9'))
    """

    def __init__(
        self, name: str, *, horizon: tuple[int, int], origin: str, title: str = "", **facts: Any
    ) -> None:
        first, last = horizon
        self._data: dict[str, Any] = {
            "case": 1,
            "id": name,
            "title": title or name,
            "years": {"from": first, "to": last},
            "origin": origin,
            **facts,
        }

    def assume(self, name: str, value: Any = None, **facts: Any) -> BusinessCase:
        """An assumption: a value, `by_year=` or `formula=`; with `low`, `high`, `unit`, `source` and more."""
        given = {} if value is None else {"value": value}
        self._part("assumptions", {})[name] = {**given, **facts}
        return self

    def cost(
        self,
        name: str,
        place: str,
        amount: Any,
        *,
        scenario: int | str = 1,
        years: Span | Mapping[int, Any] | None = None,
        **facts: Any,
    ) -> BusinessCase:
        """A cost of scenario 0, 1 or "both"; `amount` is DKK a year, a formula or a driver with its terms."""
        line = {"title": name, "scenario": scenario, **_line(name, place, amount, years), **facts}
        self._part("costs", []).append(line)
        return self

    def benefit(
        self,
        name: str,
        place: str,
        amount: Any,
        *,
        mode: str = "reallocated_time",
        years: Span | Mapping[int, Any] | None = None,
        **facts: Any,
    ) -> BusinessCase:
        """A benefit of scenario 1; `relieves` names the cost line that it relieves."""
        line = {"title": name, "mode": mode, **_line(name, place, amount, years), **facts}
        self._part("benefits", []).append(line)
        return self

    def risk(self, name: str, *, p: Any, consequence: Any, **facts: Any) -> BusinessCase:
        """A risk of the pool: probability 0-1, consequence in DKK or as low, likely and high."""
        given = {"id": name, "title": name, "probability": p, "consequence": consequence, **facts}
        self._part("risks", []).append(given)
        return self

    def reading(self, name: str, title: str, **facts: Any) -> BusinessCase:
        """Another way to understand the facts: `assumptions=` replaced, lines left out by `without=`."""
        self._part("readings", {})[name] = {"title": title, **facts}
        return self

    def transfer(
        self, name: str, giver: str, receiver: str, amounts: Mapping[int, Any]
    ) -> BusinessCase:
        """Money that only changes hands between two parties, DKK by year."""
        given = {"id": name, "title": name, "from": giver, "to": receiver}
        self._part("transfers", []).append({**given, "amounts": _by_year(amounts)})
        return self

    def text(self) -> str:
        """The case file."""
        return dumps(self._data)

    @property
    def case(self) -> Case:
        """The case as a value. Raises: CaseFault."""
        return read(self.text())

    def evaluate(self, reading: str = "") -> Result:
        """The case worked out. Raises: CaseFault, KeyError for an unknown reading."""
        return evaluate(self.case, reading)

    def analyse(self, reading: str = "", *, draws: int = DRAWS, seed: int = SEED) -> Analysis:
        """The same with risk pool, tornado, switching values and a seeded simulation."""
        return analyse(self.case, reading, draws=draws, seed=seed)

    def parties(self, reading: str = "") -> Parties:
        """The net of every party by year, with what is wrong about their incentives."""
        return of_parties(self.case, reading)

    def findings(self, reading: str = "") -> list[Note]:
        """What the checks find, errors first."""
        return findings(self.evaluate(reading))

    def _part(self, name: str, empty: Any) -> Any:
        return self._data.setdefault(name, empty)


def _line(
    name: str, place: str, amount: Any, years: Span | Mapping[int, Any] | None
) -> dict[str, Any]:
    return {"id": name, "place": place, "amount": amount, **_when(years)}


def _when(years: Span | Mapping[int, Any] | None) -> dict[str, Any]:
    if years is None:
        return {}
    if isinstance(years, Mapping):
        return {"when": {"years": _by_year(years)}}
    if isinstance(years, int):
        return {"when": {"at": years}}
    return {"when": {"from": years[0], "to": years[1]}}


def _by_year(values: Mapping[int, Any]) -> dict[str, Any]:
    return {str(year): value for year, value in values.items()}
