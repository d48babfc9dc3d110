"""What a building block promises, and what it is given.

A block turns documents into `Item`s (`read`), judges many items at once against registers (`decide`),
shows one item to a person (`present`), and says what follows from the approved ones (`deliver`).
It never sees a database, a clock or a user: the host gives it the date, the registers and the history.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:  # a third of a second: only who touches a register pays
    import pyarrow as pa


@dataclass(frozen=True, slots=True)
class Text:
    """The same sentence in Danish and English."""

    da: str
    en: str

    def in_language(self, code: str) -> str:
        """The sentence in `code` (`da`, `en-gb`, …); Danish where the language is not ours.

        >>> Text("gevinst", "gain").in_language("en-gb")
        'gain'
        """
        return self.en if code.startswith("en") else self.da


class Outcome(StrEnum):
    """What one rule says of one line."""

    OK = "ok"
    FAIL = "fail"
    UNDECIDED = "undecided"


class Severity(StrEnum):
    """A mandatory rule must be `ok` before anything is approved; an advisory one only informs."""

    MANDATORY = "mandatory"
    ADVISORY = "advisory"


class Verdict(StrEnum):
    """What the block decides of one item."""

    APPROVE = "approve"
    REFER = "refer"
    WAIT = "wait"


class Level(StrEnum):
    """How a field is to be shown to the clerk."""

    PLAIN = "plain"
    FAIL = "fail"
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True)
class Evidence:
    """The register row that an outcome rests on, counted from 0 in the extract.

    `matches` rows hold on the date; where none does, `row` is the nearest of those about the same
    thing (an expired referral, say), None when there is none at all. Person numbers are masked.
    """

    register: str
    row: int | None
    values: Mapping[str, str]
    extract: str
    matches: int = 1


@dataclass(frozen=True, slots=True)
class Finding:
    """One rule's outcome for one line. `line` is "" when the rule is about the whole document.

    `queue` is the clerks' queue to refer to when a mandatory rule is not ok. `paths` are the places in
    the document that the rule read, so that the desk can mark them. A `shadow` finding is reported and
    decides nothing: its rule is being tried out.
    """

    rule: str
    version: str
    line: str
    outcome: Outcome
    severity: Severity
    message: Text
    queue: str
    evidence: tuple[Evidence, ...] = ()
    paths: tuple[str, ...] = ()
    shadow: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """One unit of work. `reference` is unique within the block; `content_hash` is SHA-256 of the bytes.

    `keys` are what two items share when they are about the same thing (`supplier_number` -> value):
    the host keeps them and hands back the earlier ones as the register `history`.
    `near` are keys of the same kind by which only the latest items are looked up (the supplier's own).
    `told` are the columns of `history` and `lines` the rows of `history_lines` that the host keeps for the
    block and hands back, as text; no person number stands in any of them.
    `document` is the block's own parsed form, opaque to the host.
    """

    reference: str
    content_hash: str
    title: str
    party: str
    amount: Decimal
    currency: str
    dated: date | None
    due: date | None
    keys: Mapping[str, str]
    document: Any = field(repr=False, compare=False)
    near: Mapping[str, str] = field(default_factory=dict)
    told: Mapping[str, str] = field(default_factory=dict)
    lines: Sequence[Mapping[str, str]] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """A document that is not an item: `code` is stable, `message` says what, where and what to do."""

    content_hash: str
    code: str
    message: Text
    where: str = ""


@dataclass(frozen=True, slots=True)
class Decided:
    """The verdict on one item, with every rule's finding for every line.

    `queue` and `reason` are set when referred (`reason` is the id of the first failing rule);
    `until` when waiting: the date to control it again.
    """

    reference: str
    verdict: Verdict
    findings: tuple[Finding, ...]
    queue: str = ""
    reason: str = ""
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the rules said of a batch of items, in order, and all that they read: enough to say it again.

    `rules` is the digest of the rule book. For each kind of subject, `subjects` has a row a subject: its
    columns, and `item`, the place of its item in the batch; `answers` has the same rows: what every fact
    answered (`<fact>.<answer>`), and the number of the case of every rule (`<rule id>`; -1: unknown).
    `made` are the tables that facts looked into and that are neither subjects nor registers as given.
    """

    decided: tuple[Decided, ...]
    rules: str
    subjects: Mapping[str, pa.Table] = field(repr=False)
    answers: Mapping[str, pa.Table] = field(repr=False)
    made: Mapping[str, pa.Table] = field(repr=False, default_factory=dict)


@dataclass(frozen=True, slots=True)
class Extract:
    """Which copy of a register was read: `id` goes into every evidence.

    `stale_after` is when the copy is too old to decide by; None where no age is set.
    """

    id: str
    taken_at: datetime
    source: str
    sha256: str
    stale_after: datetime | None = None


@dataclass(frozen=True, slots=True)
class Register:
    """A register as an Arrow table, with the extract it came from."""

    name: str
    table: pa.Table
    extract: Extract


Registers = Mapping[str, Register]


@dataclass(frozen=True, slots=True)
class Field:
    """One labelled value. `path` says where in the document it stands."""

    label: Text
    value: str
    path: str = ""
    level: Level = Level.PLAIN


@dataclass(frozen=True, slots=True)
class Note:
    """A sentence for the clerk inside a section."""

    text: Text
    level: Level = Level.PLAIN


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a readable document: fields, or a table (`head` + `rows`), or both.

    `numeric` holds the columns (by position) that are right-aligned numbers. A row is a tuple of
    `Field`s, so that single cells can be marked; their labels are not shown.
    """

    title: Text
    fields: tuple[Field, ...] = ()
    head: tuple[Text, ...] = ()
    rows: tuple[tuple[Field, ...], ...] = ()
    numeric: frozenset[int] = frozenset()
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class PaymentLine:
    """One payment to propose. `account` is as the document states it (FIK, IBAN, bank, NemKonto)."""

    reference: str
    payee: str
    payee_id: str
    account: str
    amount: Decimal
    currency: str
    due: date | None
    text: str


@dataclass(frozen=True, slots=True)
class Delivery:
    """What follows from approved items. The host stores each line once, by its reference."""

    lines: tuple[PaymentLine, ...]


@dataclass(frozen=True, slots=True)
class RegisterSpec:
    """A register that the block needs: its columns and their types (`str`, `date`, `decimal`, `int`).

    `personal` are the columns that hold person numbers: masked wherever a row is shown. `titles` name
    columns for people; a column without one is shown by its own name. `max_age_days` is how old an extract
    may be, where the authority does not say. `key` are the columns for which at most one row may hold on
    a day; `cvr` are the columns that hold CVR numbers; `optional` those that a source may lack, whose values
    are then unknown.
    """

    name: str
    title: Text
    columns: Mapping[str, str]
    required: bool = True
    personal: frozenset[str] = frozenset()
    titles: Mapping[str, Text] = field(default_factory=dict)
    max_age_days: int | None = None
    key: tuple[str, ...] = ()
    cvr: frozenset[str] = frozenset()
    optional: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class RuleText:
    """A rule in words. `legal_basis` is what it rests on, "" where it rests on no law or agreement."""

    id: str
    version: str
    name: Text
    legal_basis: str = ""


@dataclass(frozen=True, slots=True)
class Parameter:
    """A value that an authority may set. `kind` is `str`, `int`, `decimal` or `date`."""

    name: str
    title: Text
    kind: str
    default: str
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Manifest:
    """Who a block is, what it takes, and what its work costs by hand.

    `manual_minutes` is minutes per item without the block, `exception_minutes` minutes per item that it
    leaves to a clerk; `minutes_source` says who measured them, how and when.
    `queues` are the clerks' queues that it refers to. `relations` are not registers but the block's own
    tables of the items decided together, where one item may be evidence about another.
    `pieces` are the shared parts that it is built of (see pieces.py), `built_from` the blocks that it was
    built after.
    """

    key: str
    name: Text
    summary: Text
    version: str
    owner: str
    kle: tuple[str, ...]
    form: tuple[str, ...]
    inputs: tuple[str, ...]
    registers: tuple[RegisterSpec, ...]
    parameters: tuple[Parameter, ...]
    queues: Mapping[str, Text]
    manual_minutes: Decimal
    exception_minutes: Decimal
    minutes_source: Text
    relations: tuple[RegisterSpec, ...] = ()
    pieces: tuple[str, ...] = ()
    built_from: tuple[str, ...] = ()

    @property
    def tables(self) -> dict[str, Mapping[str, str]]:
        """The columns of everything that rules may look into, by name: registers and relations."""
        return {spec.name: spec.columns for spec in (*self.registers, *self.relations)}

    def table(self, name: str) -> RegisterSpec | None:
        """The register or relation that an `Evidence` names; None for one that the manifest leaves out."""
        found = [spec for spec in (*self.registers, *self.relations) if spec.name == name]
        return found[0] if found else None


class Block(Protocol):
    """The four verbs of a building block, its manifest, and its rules in words."""

    manifest: Manifest
    folder: Path

    @property
    def rule_texts(self) -> Mapping[str, RuleText]:
        """Every rule that a `Finding` may name, by its id; an attribute will do."""

    @property
    def rule_files(self) -> Mapping[str, str]:
        """The rule book as YAML by file name; an attribute will do."""

    def with_rules(self, rule_files: Mapping[str, str]) -> Block:
        """The same block with another rule book. Raises nothing: a fault in it shows when it is used."""

    def read(self, content: bytes, name: str) -> Item | Refused:
        """The item in `content`. Never raises for bad input."""

    def decide(
        self, items: Sequence[Item], registers: Registers, on: date, parameters: Mapping[str, str]
    ) -> list[Decided]:
        """One decision an item, in order, all rules evaluated. Raises `RegisterFault` for a register
        that is absent or lacks a column."""

    def judge_batch(
        self, items: Sequence[Item], registers: Registers, on: date, parameters: Mapping[str, str]
    ) -> Judgement:
        """What `decide` says, with what the rules read. Raises as `decide` does."""

    def present(self, item: Item, findings: Sequence[Finding]) -> list[Section]:
        """The item as a person reads it, the places that findings point at marked."""

    def deliver(self, approved: Sequence[Item]) -> Delivery:
        """What is to be done for the approved items."""


class RegisterFault(Exception):
    """A register cannot be used: says which one, what is wrong, and what was expected."""

    def __init__(self, register: str, message: Text) -> None:
        super().__init__(message.en)
        self.register = register
        self.message = message
