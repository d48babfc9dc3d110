"""What the tests of a block that controls invoices give it: registers with these rows, an invoice as read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from gevinst.engines.blockkit import Extract, Item, Manifest, Register, Registers
from gevinst.engines.blockkit.arrays import table
from gevinst.engines.einvoice import Draft, write
from gevinst.engines.invoicing.block import InvoiceBlock

Row = dict[str, Any]
TAKEN = datetime(2026, 11, 2, 5, tzinfo=UTC)


def holding(manifest: Manifest, given: Mapping[str, Sequence[Row]]) -> Registers:
    """The registers of the manifest that rows are given for, each with its extract."""
    return {
        spec.name: Register(
            spec.name,
            table(spec.columns, given[spec.name]),
            Extract(f"{spec.name}-1", TAKEN, "test", "0" * 64),
        )
        for spec in manifest.registers
        if spec.name in given
    }


def as_read(block: InvoiceBlock, draft: Draft) -> Item:
    """The draft as the block reads it."""
    read = block.read(write(draft), "file.xml")
    assert isinstance(read, Item), read
    return read
