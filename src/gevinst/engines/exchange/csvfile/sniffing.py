"""What a CSV file is made of: its encoding, its delimiter, and where its heading stands."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

from gevinst.engines.exchange.processes import FileFault

DELIMITERS = ";,\t|"
LOOKED_AT = 20  # lines
BIGGEST_CELL = 10 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Table:
    """A CSV file: the headings, and the rows below with the number of the line that each begins on."""

    encoding: str
    delimiter: str
    headings: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]


def opened(content: bytes, *, encoding: str = "", delimiter: str = "") -> Table:
    """The file as a table. Raises `FileFault`: "not-text", "no-heading", "not-csv".

    >>> table = opened("Titel;Fase\\nPost på Ærø;Drift\\n".encode("cp1252"))
    >>> table.encoding, table.delimiter, table.headings
    ('cp1252', ';', ('Titel', 'Fase'))
    """
    text, used = _decoded(content, encoding)
    chosen = delimiter or _delimiter(text)
    numbered = list(_rows(text, chosen))
    at = next((n for n, (_, row) in enumerate(numbered) if _is_heading(row)), None)
    if at is None:
        raise FileFault("no-heading", "")
    headings = tuple(" ".join(cell.split()) for cell in numbered[at][1])
    return Table(used, chosen, headings, tuple(numbered[at + 1 :]))


def _decoded(content: bytes, encoding: str) -> tuple[str, str]:
    """UTF-8 if it is that, UTF-16 by its mark, else what Windows writes in Denmark."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        candidates = ["utf-16"]
    else:
        candidates = [encoding] if encoding else ["utf-8-sig", "cp1252"]
    for name in candidates:
        try:
            text = content.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue
        if "\0" not in text:
            return text, name
    raise FileFault("not-text", ", ".join(candidates))


def _delimiter(text: str) -> str:
    """The one that cuts the most lines into equally many pieces."""
    lines = [line for line in text.splitlines()[:LOOKED_AT] if line.strip()]

    def fitness(delimiter: str) -> tuple[int, int]:
        counts = [line.count(delimiter) for line in lines]
        first = counts[0] if counts else 0
        return (counts.count(first) if first else 0, first)

    return max(DELIMITERS, key=fitness)


def _rows(text: str, delimiter: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    before = csv.field_size_limit(BIGGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=False)
    line = 1
    try:
        for row in reader:
            yield line, tuple(row)
            line = reader.line_num + 1
    except csv.Error as fault:
        raise FileFault("not-csv", f"line {line}") from fault
    finally:
        csv.field_size_limit(before)


def _is_heading(row: tuple[str, ...]) -> bool:
    """The first line with two words or more; lines above it are titles and notes."""
    return sum(bool(cell.strip()) for cell in row) > 1
