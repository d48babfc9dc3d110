"""The block: reads e-invoices, controls their lines against the registers, and says what to pay."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path

from gevinst.blocks.invoice_control.accounts import account
from gevinst.blocks.invoice_control.judging import Judge
from gevinst.blocks.invoice_control.parameters import typed
from gevinst.blocks.invoice_control.present import sections
from gevinst.blocks.invoice_control.suppliers import reference, supplier_id, supplier_number
from gevinst.engines.blockkit.contract import (
    Decided,
    Delivery,
    Finding,
    Item,
    PaymentLine,
    Refused,
    Registers,
    RuleText,
    Section,
    Text,
)
from gevinst.engines.blockkit.manifest import load_manifest
from gevinst.engines.control import RuleBook, load_rulebook
from gevinst.engines.einvoice import Invoice, Refusal, read


class InvoiceControl:
    """See README.md; the contract is `gevinst.engines.blockkit.contract.Block`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.manifest = load_manifest(folder / "manifest.toml")

    @cached_property
    def judge(self) -> Judge:
        """The rules ready to run: compiled ones are kept in the folder `sql`."""
        return Judge(self.manifest, self.rules, self.folder / "sql")

    @cached_property
    def rules(self) -> RuleBook:
        """The rules and facts in the folder `rules`. Raises `RuleFault`."""
        registers = {spec.name: spec.columns for spec in self.manifest.registers}
        parameters = [each.name for each in self.manifest.parameters]
        return load_rulebook(self.folder / "rules", registers, parameters)

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
        return _item(invoice)

    def decide(
        self, items: Sequence[Item], registers: Registers, on: date, parameters: Mapping[str, str]
    ) -> list[Decided]:
        """One decision an item, in order. Raises `RegisterFault` for a register that cannot be used and
        ValueError for a parameter that is not of its kind."""
        values = typed(self.manifest, parameters)
        return self.judge.judged(items, registers, on, values)

    def present(self, item: Item, findings: Sequence[Finding]) -> list[Section]:
        """The whole invoice with what is wrong marked. Holds full CPR numbers: for clerks only."""
        return sections(item.document, findings)

    def deliver(self, approved: Sequence[Item]) -> Delivery:
        """One payment an invoice, to the account that it states."""
        return Delivery(tuple(_payment(item) for item in approved))


def _item(invoice: Invoice) -> Item:
    due = next((payment.due for payment in invoice.payments if payment.due), None)
    return Item(
        reference=reference(invoice),
        content_hash=invoice.sha256,
        title=f"{invoice.number} · {invoice.supplier.name}",
        party=invoice.supplier.name,
        amount=invoice.totals.payable,
        currency=invoice.currency,
        dated=invoice.issue_date,
        due=invoice.due_date or due,
        # Only what makes two invoices the same one: the host looks every earlier item up by it.
        keys={"supplier_number": supplier_number(invoice)},
        document=invoice,
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


block = InvoiceControl(Path(__file__).parent)
