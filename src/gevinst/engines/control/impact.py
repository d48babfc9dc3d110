"""What a changed rule book would have said of decisions already made."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from gevinst.engines.blockkit.contract import Text
from gevinst.engines.control.model import RuleBook
from gevinst.engines.control.past import PastBatch

EXAMPLES = 100


@dataclass(frozen=True, slots=True)
class Standing:
    """A decision without its grounds: verdict, and queue and rule where it is not approved."""

    verdict: str
    queue: str = ""
    reason: str = ""


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
    that differs between the books, "" where the rule is in one of them only. `made` counts the changed
    items by the rule that made it, `amounts` sums them by currency. `examples` are the first changed items;
    `remarks` say what could not be tried as it would have been.
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
        raise NotImplementedError


def impact(
    old: RuleBook,
    new: RuleBook,
    batches: Iterable[PastBatch],
    on: date,
    *,
    examples: int = EXAMPLES,
) -> Impact:
    """What `new` changes against `old` in the decisions of `batches`, both books as in force on `on`.

    Batches are read a group at a time and may be more than memory holds.
    """
    raise NotImplementedError
