"""One document as a row: the same keys whether it was read or refused."""

from __future__ import annotations

import hashlib
import os
import stat
import sys
from decimal import Decimal
from io import BufferedReader
from pathlib import Path
from typing import Any, cast

from gevinst.cli.language import language
from gevinst.engines.einvoice import Invoice, Line, Refusal, read
from gevinst.engines.einvoice.guard import MAX_BYTES

Row = dict[str, Any]
KEYS = (
    "path", "sha256", "status", "code", "profile", "kind", "number", "issue_date", "supplier_cvr",
    "buyer_gln", "currency", "payable", "lines",
)  # fmt: skip


def row_of(path: str) -> Row:
    """The row of the document at `path` (`-` is standard input).

    Raises: OSError where the path cannot be opened.
    """
    if path == "-":
        return _row(path, *_content(cast(BufferedReader, sys.stdin.buffer)))
    with Path(path).open("rb") as file:
        return _row(path, *_content(file))


def _content(file: BufferedReader) -> tuple[bytes | None, str]:
    """The bytes and their hash; a file over the limit is hashed but not held in memory."""
    status = os.fstat(file.fileno())
    if stat.S_ISREG(status.st_mode) and status.st_size > MAX_BYTES:
        return None, hashlib.file_digest(file, "sha256").hexdigest()
    content = file.read(MAX_BYTES + 1)
    return content, hashlib.sha256(content).hexdigest()


def _row(path: str, content: bytes | None, sha256: str) -> Row:
    try:
        if content is None:
            raise Refusal("too-large", detail=f"> {MAX_BYTES // 1024**2} MB")
        return _parsed(path, read(content))
    except Refusal as refusal:
        return _refused(path, sha256, refusal)


def _parsed(path: str, invoice: Invoice) -> Row:
    values = (
        path, invoice.sha256, "parsed", None, invoice.profile, invoice.kind, invoice.number,
        invoice.issue_date.isoformat(), invoice.supplier.cvr or None, invoice.customer.gln or None,
        invoice.currency, plain(invoice.totals.payable), [_line(line) for line in invoice.lines],
    )  # fmt: skip
    return dict(zip(KEYS, values, strict=True))


def _line(line: Line) -> Row:
    return {
        "id": line.id,
        "name": line.name,
        "quantity": plain(line.quantity),
        "price": plain(line.price),
        "amount": plain(line.amount),
    }


def _refused(path: str, sha256: str, refusal: Refusal) -> Row:
    row: Row = dict.fromkeys(KEYS)
    message = refusal.message_en if language() == "en" else refusal.message_da
    stated = {"path": path, "sha256": sha256, "status": "refused", "code": refusal.code}
    return row | stated | {"where": refusal.where or None, "message": message}


def plain(amount: Decimal) -> str:
    """The decimal as written, never with an exponent."""
    return f"{amount:f}"
