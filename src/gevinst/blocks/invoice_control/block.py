"""The block: an invoice block with its own manifest and rules."""

from __future__ import annotations

from pathlib import Path

from gevinst.engines.invoicing.block import InvoiceBlock

block = InvoiceBlock(Path(__file__).parent)
