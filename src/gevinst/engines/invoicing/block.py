"""A building block that controls invoices: all that differs between two is the manifest and the rules."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path

from gevinst.engines.blockkit.contract import (
    Decided,
    Delivery,
    Finding,
    Item,
    Judgement,
    PaymentLine,
    Refused,
    Registers,
    RuleText,
    Section,
    Text,
)
from gevinst.engines.blockkit.manifest import load_manifest
from gevinst.engines.blockkit.parameters import typed
from gevinst.engines.blockkit.pieces import rule_files
from gevinst.engines.control import RuleBook, load_rulebook
from gevinst.engines.control.backends.engine import Engine
from gevinst.engines.einvoice import Invoice, Refusal, read
from gevinst.engines.invoicing import keys
from gevinst.engines.invoicing.accounts import account
from gevinst.engines.invoicing.judging import Judge
from gevinst.engines.invoicing.present import sections
from gevinst.engines.invoicing.reading import PLAIN, Reading
from gevinst.engines.invoicing.suppliers import reference, supplier_id

RULES, SQL = "rules", "sql"


class InvoiceBlock:
    """The block in `folder`: its `manifest.toml` and its rules; `rule_files` (name -> YAML) replace those
    in the folder `rules`. `own` reads what only this block reads.
    The contract is `gevinst.engines.blockkit.contract.Block`."""

    def __init__(
        self, folder: Path, rule_files: Mapping[str, str] | None = None, own: Reading = PLAIN
    ) -> None:
        self.folder = folder
        self.own = own
        self.manifest = load_manifest(folder / "manifest.toml")
        self._given = rule_files

    def with_rules(self, rule_files: Mapping[str, str]) -> InvoiceBlock:
        """The same block with other rules."""
        return InvoiceBlock(self.folder, rule_files, self.own)

    def on_engine(self, engine: Engine) -> InvoiceBlock:
        """The same block with its rules run by that engine."""
        other = InvoiceBlock(self.folder, self._given, self.own)
        other.judge.engine = engine
        return other

    @cached_property
    def rule_files(self) -> Mapping[str, str]:
        """The rule book as YAML by file name: those of the pieces, and the block's own."""
        if self._given is not None:
            return self._given
        return rule_files(self.manifest.pieces, self.folder / RULES)

    @cached_property
    def judge(self) -> Judge:
        """The rules ready to run: compiled ones are kept in the folder `sql`."""
        return Judge(self.manifest, self.rules, self.folder / SQL, self.own)

    @cached_property
    def rules(self) -> RuleBook:
        """The rule book. Raises `RuleFault`."""
        registers = self.manifest.tables
        parameters = {each.name: each.kind for each in self.manifest.parameters}
        return load_rulebook(self.rule_files, registers, parameters)

    @cached_property
    def rule_texts(self) -> Mapping[str, RuleText]:
        """The rules in words, in the order they are reported."""
        return {
            rule.id: RuleText(rule.id, rule.version, rule.name, rule.legal_basis)
            for rule in self.rules.rules
        }

    def read(self, content: bytes, name: str) -> Item | Refused:
        """The invoice in `content`; refused with a stable code where it cannot be read."""
        try:
            invoice = read(content)
        except Refusal as refusal:
            digest = hashlib.sha256(content).hexdigest()
            message = Text(refusal.message_da, refusal.message_en)
            return Refused(digest, refusal.code, message, refusal.where)
        return _item(invoice, self.own)

    def judge_batch(
        self, items: Sequence[Item], registers: Registers, on: date, parameters: Mapping[str, str]
    ) -> Judgement:
        """What `decide` says, with what the rules read. Raises as `decide` does."""
        return self.judge.judged(items, registers, on, typed(self.manifest, parameters))

    def decide(
        self, items: Sequence[Item], registers: Registers, on: date, parameters: Mapping[str, str]
    ) -> list[Decided]:
        """One decision an item, in order. Raises `RegisterFault` for a register that cannot be used and
        ValueError for a parameter that is not of its kind."""
        return list(self.judge_batch(items, registers, on, parameters).decided)

    def present(self, item: Item, findings: Sequence[Finding]) -> list[Section]:
        """The whole invoice with what is wrong marked. Holds full CPR numbers: for clerks only."""
        return sections(item.document, findings, self.own)

    def deliver(self, approved: Sequence[Item]) -> Delivery:
        """One payment an invoice, to the account that it states."""
        return Delivery(tuple(_payment(item) for item in approved))


def _item(invoice: Invoice, own: Reading) -> Item:
    due = next((payment.due for payment in invoice.payments if payment.due), None)
    read = keys.readings(invoice, own)
    return Item(
        reference=reference(invoice),
        content_hash=invoice.sha256,
        title=f"{invoice.number} · {invoice.supplier.name}",
        party=invoice.supplier.name,
        amount=invoice.totals.payable,
        currency=invoice.currency,
        dated=invoice.issue_date,
        due=invoice.due_date or due,
        keys=keys.keys(invoice, read),
        document=invoice,
        near=keys.near(invoice),
        told=keys.told(invoice, read),
        lines=keys.lines(invoice, read),
    )


def _payment(item: Item) -> PaymentLine:
    invoice: Invoice = item.document
    payee = invoice.payee or invoice.supplier
    return PaymentLine(
        reference=item.reference,
        payee=payee.name,
        payee_id=supplier_id(payee),
        account=account(invoice),
        amount=item.amount,
        currency=item.currency,
        due=item.due,
        text=invoice.number,
    )
