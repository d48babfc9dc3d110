"""Registers that are too old to decide by: a rule that reads one is undecided, whatever it would say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

import pyarrow as pa

from gevinst.engines.blockkit import arrays
from gevinst.engines.blockkit.contract import Text
from gevinst.engines.control.examples import UNKNOWN
from gevinst.engines.control.messages import LOCAL, worded
from gevinst.engines.control.model import Rule
from gevinst.engines.control.plan import Plan

WORDS = {
    "da": "Registeret {name} er for gammelt til at afgøre det: udtrækket er fra {taken}, og det kunne "
    "bruges til {limit}.",
    "en": "The register {name} is too old to decide this: the extract is of {taken}, and could be used "
    "until {limit}.",
}


@dataclass(frozen=True, slots=True)
class Source:
    """A register as evidence: its rows, the id of its extract, and the columns to mask.

    `taken_at` is when the extract was taken, `stale_after` until when it may be decided by (None: for
    ever), `title` what people call the register.
    """

    name: str
    table: pa.Table
    extract: str
    personal: frozenset[str] = frozenset()
    taken_at: datetime | None = None
    stale_after: datetime | None = None
    title: Text | None = None

    def is_stale(self, at: date) -> bool:
        """Whether it may not be decided by at that time; a date without a time is taken as its start."""
        if self.stale_after is None:
            return False
        if isinstance(at, datetime):
            return at > self.stale_after
        return at > self.stale_after.astimezone(LOCAL).date()

    @property
    def stale_message(self) -> Text:
        """Which register is too old, of when it is, and until when it could be used."""
        title = self.title or Text(self.name, self.name)
        return Text(
            *(
                WORDS[language].format(
                    name=title.in_language(language),
                    taken=worded(self.taken_at, "time", language),
                    limit=worded(self.stale_after, "time", language),
                )
                for language in ("da", "en")
            )
        )


def stale_rules(plan: Plan, sources: Mapping[str, Source], at: date | None) -> dict[str, Source]:
    """The rules that read a stale register at that time (None: nothing is stale), each with the first."""
    if at is None:
        return {}
    registers = {fact.name: sources[fact.register] for fact in plan.facts}
    found = {rule.id: _stale(rule, registers, at) for rule in plan.rules}
    return {rule: source for rule, source in found.items() if source is not None}


def _stale(rule: Rule, registers: Mapping[str, Source], at: date) -> Source | None:
    read = (registers[fact] for fact in rule.facts)
    return next((source for source in read if source.is_stale(at)), None)


def withheld(answers: pa.Table, stale: Mapping[str, Source]) -> pa.Table:
    """The answers of a plan with those of the stale rules unknown."""
    for rule in stale:
        unknown = arrays.column("int", [UNKNOWN] * len(answers)).cast(answers[rule].type)
        answers = answers.set_column(answers.column_names.index(rule), rule, unknown)
    return answers
