"""Counts what came of a run, to the last øre: received = approved + referred + waiting + refused."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from gevinst.engines.blockkit.contract import Item, Verdict
from gevinst.engines.blockkit.folder_run import FolderRun


@dataclass(slots=True)
class Tally:
    """A number of documents and what they amount to, by currency."""

    count: int = 0
    amounts: defaultdict[str, Decimal] = field(default_factory=lambda: defaultdict(Decimal))

    def add(self, item: Item) -> None:
        """One document more."""
        self.count += 1
        self.amounts[item.currency] += item.amount


@dataclass(frozen=True, slots=True)
class Account:
    """A run in figures. A refused document has no amount: none can be read from it.

    `reasons` is keyed by (verdict, reason, queue); `refusals` by code.
    """

    received: Tally
    verdicts: Mapping[Verdict, Tally]
    reasons: Mapping[tuple[Verdict, str, str], Tally]
    refusals: Counter[str]
    paid: Mapping[str, Decimal]

    @property
    def refused(self) -> int:
        """How many documents could not be read."""
        return self.refusals.total()

    def reconciles(self) -> bool:
        """Whether nothing is lost or counted twice, and what is to be paid is what was approved."""
        counted = sum(tally.count for tally in self.verdicts.values()) + self.refused
        return (
            self.received.count == counted
            and self.received.amounts == _summed(t.amounts for t in self.verdicts.values())
            and self.paid == self.verdicts[Verdict.APPROVE].amounts
        )


def account(run: FolderRun) -> Account:
    """The run in figures."""
    received = Tally()
    verdicts = {verdict: Tally() for verdict in Verdict}
    reasons: defaultdict[tuple[Verdict, str, str], Tally] = defaultdict(Tally)
    for _, item, decided in run.items():
        received.add(item)
        verdicts[decided.verdict].add(item)
        reasons[decided.verdict, decided.reason, decided.queue].add(item)
    refusals = Counter(refused.code for _, refused in run.refused())
    received.count += refusals.total()
    paid = _summed({line.currency: line.amount} for line in run.delivery.lines)
    return Account(received, verdicts, reasons, refusals, paid)


def _summed(parts: Iterable[Mapping[str, Decimal]]) -> dict[str, Decimal]:
    total: defaultdict[str, Decimal] = defaultdict(Decimal)
    for part in parts:
        for currency, amount in part.items():
            total[currency] += amount
    return dict(total)
