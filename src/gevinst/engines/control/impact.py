"""What a changed rule book would have said of decisions already made."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

import numpy as np
import pyarrow as pa

from gevinst.engines.blockkit.contract import Text
from gevinst.engines.control.impact_words import remark, sentence
from gevinst.engines.control.model import Rule, RuleBook
from gevinst.engines.control.past import PastBatch
from gevinst.engines.control.past_answers import Answers, Cases, Group, groups
from gevinst.engines.control.past_verdicts import Place, Standing, places, reasons, standings

EXAMPLES = 100
ROWS = 500_000
ABSENT = ""
ITEM = "item"
Sides = tuple[Mapping[str, Cases], Mapping[str, Cases]]


@dataclass(frozen=True, slots=True)
class Change:
    """An item that would be decided otherwise; `rule` is the one whose answer made it so."""

    reference: str
    old: Standing
    new: Standing
    rule: str
    amount: Decimal | None = None
    currency: str = ""


@dataclass(frozen=True, slots=True)
class Impact:
    """What changes, in counts of items, and of answers for each rule.

    `verdicts` counts the items by (old verdict, new verdict), unchanged ones too; `changed` those whose
    verdict, queue or reason differ. `rules` counts the subjects by (old outcome, new outcome) for each rule
    that differs between the books, "" where the rule is in one of them only; `versions` has their old and
    new version. `made` counts the changed items by the rule that made it, `amounts` sums them by currency.
    `examples` are the first changed items; `remarks` say what could not be tried as it would have been.
    """

    on: date
    decisions: int
    changed: int
    verdicts: Mapping[tuple[str, str], int]
    rules: Mapping[str, Mapping[tuple[str, str], int]]
    made: Mapping[str, int]
    amounts: Mapping[str, Decimal]
    examples: tuple[Change, ...]
    versions: Mapping[str, tuple[str, str]]
    remarks: tuple[Text, ...] = ()

    @property
    def sentence(self) -> Text:
        """The whole in one sentence."""
        return sentence(self.versions, self.changed, self.decisions)


def impact(
    old: RuleBook,
    new: RuleBook,
    batches: Iterable[PastBatch],
    on: date,
    *,
    examples: int = EXAMPLES,
    rows: int = ROWS,
) -> Impact:
    """What `new` changes against `old` in the decisions of `batches`, both books as in force on `on`.

    Answers that the archive has are used as they are; rules that came to be otherwise since, in either book,
    are run on what was read then. Batches are taken in groups of about `rows` subjects, so they may be more
    than memory holds.
    """
    compared = _Comparison(Answers(old, on), Answers(new, on), examples)
    for group in groups(iter(batches), old, rows):
        compared.add(group)
    return compared.impact()


@dataclass(slots=True)
class _Comparison:
    """Counts group by group."""

    old: Answers
    new: Answers
    limit: int
    decisions: int = 0
    changed: int = 0
    verdicts: Counter[tuple[str, str]] = field(default_factory=Counter)
    rules: dict[str, Counter[tuple[str, str]]] = field(default_factory=dict)
    made: Counter[str] = field(default_factory=Counter)
    amounts: defaultdict[str, Decimal] = field(default_factory=lambda: defaultdict(Decimal))
    examples: list[Change] = field(default_factory=list)

    @property
    def kinds(self) -> list[str]:
        """The kinds of subjects, in the order that both books know them."""
        return list(dict.fromkeys([*self.old.book.subjects, *self.new.book.subjects]))

    def places(self) -> list[dict[str, list[Place]]]:
        """The rules of both books by kind, their orders comparable."""
        sides = [{kind: side.rules(kind) for kind in self.kinds} for side in (self.old, self.new)]
        orders = sorted({rule.order for side in sides for own in side.values() for rule in own})
        return [places(side, orders) for side in sides]

    def differing(self) -> dict[tuple[str, str], tuple[Rule | None, Rule | None]]:
        """The rules that are not the same in both books, by kind of subject and id."""
        found: dict[tuple[str, str], tuple[Rule | None, Rule | None]] = {}
        for kind in self.kinds:
            before, after = ({r.id: r for r in side.rules(kind)} for side in (self.old, self.new))
            for id_ in dict.fromkeys([*before, *after]):
                if before.get(id_) != after.get(id_):
                    found[kind, id_] = before.get(id_), after.get(id_)
        return found

    def add(self, group: Group) -> None:
        """Compares the decisions of one group."""
        cases: Sides = (
            {kind: self.old.of(kind, group) for kind in self.kinds},
            {kind: self.new.of(kind, group) for kind in self.kinds},
        )
        self._count_rules(cases)
        table = pa.concat_tables([_items(batch) for batch in group.batches])
        items = {kind: _item_of(group, kind) for kind in self.kinds}
        found = [
            reasons(about, of, items, len(table))
            for about, of in zip(self.places(), cases, strict=True)
        ]
        self.decisions += len(table)
        self._count_items(found, table)

    def _count_rules(self, cases: Sides) -> None:
        for (kind, id_), pair in self.differing().items():
            counted = self.rules.setdefault(id_, Counter())
            columns = [of[kind].get(id_) for of in cases]
            for numbers, count in _pairs(*columns):
                outcomes = (
                    str(rule.case(number).outcome) if rule else ABSENT
                    for rule, number in zip(pair, numbers, strict=True)
                )
                counted[tuple(outcomes)] += count  # type: ignore[index]

    def _count_items(self, found: Sequence[np.ndarray], table: pa.Table) -> None:
        meanings = [standings(about) for about in self.places()]
        for (one, other), count in _pairs(*found):
            before, after = meanings[0][one], meanings[1][other]
            self.verdicts[before.verdict, after.verdict] += count
            if before != after:
                rule = after.reason if other <= one else before.reason
                self._note(found, (one, other), table, Change("", before, after, rule))

    def _note(
        self, found: Sequence[np.ndarray], pair: tuple[int, int], table: pa.Table, change: Change
    ) -> None:
        rows = np.flatnonzero((found[0] == pair[0]) & (found[1] == pair[1]))
        self.changed += len(rows)
        self.made[change.rule] += len(rows)
        self._sum(table.take(_column(rows)))
        shown = table.take(_column(rows[: max(0, self.limit - len(self.examples))])).to_pylist()
        self.examples += [
            Change(
                each["reference"],
                change.old,
                change.new,
                change.rule,
                each["amount"],
                each["currency"],
            )
            for each in shown
        ]

    def _sum(self, changed: pa.Table) -> None:
        summed = changed.group_by("currency").aggregate([("amount", "sum")]).to_pylist()
        for each in summed:
            if each["amount_sum"] is not None:
                self.amounts[each["currency"]] += each["amount_sum"]

    def impact(self) -> Impact:
        """What was counted."""
        differing = self.differing()
        return Impact(
            on=self.old.on,
            decisions=self.decisions,
            changed=self.changed,
            verdicts=dict(self.verdicts),
            rules={id_: dict(counted) for id_, counted in self.rules.items()},
            made=dict(self.made.most_common()),
            amounts=dict(self.amounts),
            examples=tuple(self.examples),
            versions={
                id_: (before.version if before else ABSENT, after.version if after else ABSENT)
                for (_, id_), (before, after) in differing.items()
            },
            remarks=tuple(
                remark(what, name, max(self.old.unknown[what, name], self.new.unknown[what, name]))
                for what, name in sorted({*+self.old.unknown, *+self.new.unknown})
            ),
        )


def _items(batch: PastBatch) -> pa.Table:
    """Reference, amount and currency of the batch's items; unknown where they were not kept."""
    kinds = {"reference": pa.string(), "amount": pa.decimal128(38, 2), "currency": pa.string()}
    known = batch.items.column_names
    columns = [
        batch.items[name].cast(kind) if name in known else pa.nulls(len(batch.items), kind)
        for name, kind in kinds.items()
    ]
    return pa.table(columns, names=list(kinds))


def _item_of(group: Group, kind: str) -> np.ndarray:
    """The item of each subject of that kind, numbered through the batches of the group."""
    parts, first = [np.empty(0, np.int64)], 0
    for batch in group.batches:
        if kind in batch.subjects:
            parts.append(batch.subjects[kind].read([ITEM])[ITEM].to_numpy() + first)
        first += len(batch.items)
    return np.concatenate(parts)


def _pairs(one: np.ndarray | None, other: np.ndarray | None) -> list[tuple[tuple[int, int], int]]:
    """How often each pair of numbers stands side by side; 0 for the side that is not there."""
    length = max(len(each) for each in (one, other) if each is not None)
    sides = [np.zeros(length, np.int64) if each is None else each for each in (one, other)]
    found = pa.table([_column(each) for each in sides], names=["one", "other"])
    counted = found.group_by(["one", "other"]).aggregate([([], "count_all")]).to_pylist()
    return [((each["one"], each["other"]), each["count_all"]) for each in counted]


def _column(values: np.ndarray) -> pa.Array:
    """Whole numbers as a column, from their bytes: see blockkit/arrays.py."""
    return pa.Array.from_buffers(
        pa.int64(), len(values), [None, pa.py_buffer(values.astype(np.int64).tobytes())]
    )
