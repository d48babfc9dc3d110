"""How fast e-invoices are read, against `lxml.fromstring` on the same bytes in the same run.

The documents are distinct two-line invoices and credit notes of all three profiles, from the project's own
writer. Each figure is a ratio of documents a CPU second (other programs on the machine do not count), the
median over rounds in which the sides take turns.
`einvoice_read.vs_lxml` reads documents as they arrive from senders whose markup was met before;
`einvoice_read.new_markup_vs_lxml` forgets all markup before every document, so each one is parsed.
"""

from __future__ import annotations

import gc
import json
import statistics
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

from lxml import etree

from gevinst.engines.einvoice import Draft, DraftLine, DraftParty, DraftPayment, read, write
from gevinst.engines.einvoice.shapes import forget

ROUNDS, SMALL_ROUNDS, DOCUMENTS = 40, 15, 600
PROFILES = ("oioubl-2", "oioubl-3", "peppol-bis-3")
Reader = Callable[[bytes], object]


def main(small: bool) -> None:
    """Print one JSON object for each figure."""
    documents = [write(draft(at)) for at in range(DOCUMENTS)]
    rounds = SMALL_ROUNDS if small else ROUNDS
    known = measure({"lxml": etree.fromstring, "ours": read}, documents, rounds)
    new = measure({"lxml": etree.fromstring, "ours": read_anew}, documents, rounds // 3)
    show("vs_lxml", ratio(known), "ratio", "lxml.fromstring")
    show("new_markup_vs_lxml", ratio(new), "ratio", "lxml.fromstring")
    show("per_cpu_second", statistics.median(known["ours"]), "documents/CPU-s")
    show("lxml_per_cpu_second", statistics.median(known["lxml"]), "documents/CPU-s")
    show("bytes_each", sum(map(len, documents)) / len(documents), "bytes")


def draft(at: int) -> Draft:
    """A document with two lines, one exempt and one with VAT; no two are alike."""
    day = date(2026, 10, 1) + timedelta(days=at % 28)
    lines = (
        DraftLine(
            "1", "MR-scanning", Decimal(1), "EA", Decimal(2034 + at), Decimal(0), f"MR{at % 40:02}"
        ),
        DraftLine(
            "2", "Kørsel", Decimal("2.5"), "EA", Decimal("33.33"), Decimal(25), note=f"Tur {at}"
        ),
    )
    return Draft(
        profile=PROFILES[at % 3],
        kind="credit-note" if at % 10 == 9 else "invoice",
        number=f"F{100_000 + at}",
        issue_date=day,
        due_date=day + timedelta(days=30),
        supplier=DraftParty(f"Hospital {at % 12}", "10000009", contact_name="Regnskab"),
        customer=DraftParty("Region", "29190925", gln="5798000000001", contact_name="Indkøb"),
        lines=lines,
        order=f"O{at}",
        payment=DraftPayment("93", "12345678", "", "71", f"{at:015}") if at % 2 else DraftPayment(),
        preceding=(f"F{at}",) if at % 10 == 9 else (),
    )


def measure(
    sides: dict[str, Reader], documents: list[bytes], rounds: int
) -> dict[str, list[float]]:
    """Documents a CPU second of each side, one figure a round; the sides take turns."""
    rates: dict[str, list[float]] = {name: [] for name in sides}
    for _ in range(rounds):
        for name, reader in sides.items():
            gc.collect()
            start = time.process_time()
            for document in documents:
                reader(document)
            rates[name].append(len(documents) / (time.process_time() - start))
    return rates


def read_anew(document: bytes) -> object:
    """Read as if no document of this markup had come before."""
    forget()
    return read(document)


def ratio(rates: dict[str, list[float]]) -> float:
    """The median over rounds."""
    return statistics.median(
        ours / lxml for ours, lxml in zip(rates["ours"], rates["lxml"], strict=True)
    )


def show(name: str, value: float, unit: str, against: str = "") -> None:
    """One figure as a line of JSON."""
    figure: dict[str, object] = {
        "name": f"einvoice_read.{name}",
        "value": round(value, 3),
        "unit": unit,
    }
    print(json.dumps(figure | ({"against": against} if against else {})))


if __name__ == "__main__":
    main("--small" in sys.argv)
