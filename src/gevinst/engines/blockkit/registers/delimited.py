"""CSV by the column: every column as text, in the encoding that was said, or what was found instead."""

from __future__ import annotations

import codecs
import csv
import re
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa

from gevinst.engines.blockkit.contract import RegisterFault, RegisterSpec
from gevinst.engines.blockkit.registers.faults import unreadable
from gevinst.engines.blockkit.registers.source import Source

UTF8 = ("utf-8", "utf-8-sig")
SAMPLE = 1 << 20
ODD_ROW = re.compile(r"Row #(\d+): Expected (\d+) columns, got (\d+)")
Choose = Callable[[list[str]], list[str]]


def read_csv(spec: RegisterSpec, source: Source, file: Path, choose: Choose) -> pa.Table:
    """The columns that `choose` names of those in the head, as text; empty cells are unknown.

    Raises `RegisterFault`.
    """
    _check_encoding(spec, source, file)
    delimiter, names = _head(spec, source, file)
    if not any(names):
        raise unreadable(spec.name, file.name, "den er tom", "it is empty")
    wanted = choose(names)
    try:
        return _rows(source, file, delimiter, names, wanted)
    except (pa.ArrowInvalid, UnicodeDecodeError) as wrong:
        if "UTF8" in str(wrong) or isinstance(wrong, UnicodeDecodeError):
            raise _wrong_encoding(spec, source, file) from None
        raise _odd_row(spec, source, file, delimiter, names) from None


def _head(spec: RegisterSpec, source: Source, file: Path) -> tuple[str, list[str]]:
    """The delimiter, ; where the head has it (Danish spreadsheets) and else a comma, and the names."""
    try:
        with file.open(encoding=_codec(source), newline="") as opened:
            line = [opened.readline() for _ in range(source.header_row)][-1]
    except UnicodeDecodeError:
        raise _wrong_encoding(spec, source, file) from None
    delimiter = source.delimiter or (";" if ";" in line else ",")
    reader = csv.reader([line.strip("\r\n")], delimiter=delimiter, skipinitialspace=True)
    names = next(reader, [])
    return delimiter, [name.strip() for name in names]


def _rows(
    source: Source,
    file: Path,
    delimiter: str,
    names: list[str],
    wanted: list[str],
    *,
    threads: bool = True,
) -> pa.Table:
    from pyarrow import csv as arrow

    return arrow.read_csv(
        file,
        read_options=arrow.ReadOptions(
            column_names=_distinct(names),
            skip_rows=source.header_row,
            encoding="utf8" if source.encoding in UTF8 else source.encoding,
            use_threads=threads,
        ),
        parse_options=arrow.ParseOptions(delimiter=delimiter),
        convert_options=arrow.ConvertOptions(
            column_types=dict.fromkeys(wanted, pa.string()),
            include_columns=wanted,
            strings_can_be_null=True,
            null_values=[""],
        ),
    )


def _distinct(names: list[str]) -> list[str]:
    """Names that stand twice are not asked for, and must not stop the others."""
    return [
        f"{name} {place}" if name in names[:place] else name for place, name in enumerate(names)
    ]


def _codec(source: Source) -> str:
    return "utf-8-sig" if source.encoding in UTF8 else source.encoding


def _check_encoding(spec: RegisterSpec, source: Source, file: Path) -> None:
    """A text of one byte a letter reads anything, so look whether it is not UTF-8 after all."""
    with file.open("rb") as opened:
        start = opened.read(SAMPLE)
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise unreadable(
            spec.name,
            file.name,
            f"{source.encoding} ventet, fandt utf-16; gem den som UTF-8",
            f"expected {source.encoding}, found utf-16; save it as UTF-8",
        )
    if source.encoding not in UTF8 and _is_utf8(start):
        raise unreadable(
            spec.name,
            file.name,
            f"{source.encoding} ventet, fandt utf-8; skriv encoding: utf-8",
            f"expected {source.encoding}, found utf-8; write encoding: utf-8",
        )


def _is_utf8(start: bytes) -> bool:
    """Whether there are letters beyond ASCII, and all of them are UTF-8."""
    try:
        text = codecs.getincrementaldecoder("utf-8")().decode(start)
    except UnicodeDecodeError:
        return False
    return not text.isascii()


def _odd_row(
    spec: RegisterSpec, source: Source, file: Path, delimiter: str, names: list[str]
) -> RegisterFault:
    """The fault, with the line it is on; Arrow's own words hold the row, and so person numbers."""
    try:
        _rows(source, file, delimiter, names, _distinct(names), threads=False)
    except pa.ArrowInvalid as wrong:
        if found := ODD_ROW.search(str(wrong)):
            line, expected, got = found.groups()
            return unreadable(
                spec.name,
                file.name,
                f"linje {line}: {expected} kolonner ventet, fandt {got}; skilletegn {delimiter!r}",
                f"line {line}: expected {expected} columns, found {got}; delimiter {delimiter!r}",
            )
    return unreadable(
        spec.name, file.name, "rækkerne kan ikke deles", "its rows cannot be told apart"
    )


def _wrong_encoding(spec: RegisterSpec, source: Source, file: Path) -> RegisterFault:
    """The fault that names the first byte that is not of the encoding, and what it may be."""
    content = file.read_bytes()
    start = _undecodable(content, _codec(source))
    byte, line = content[start : start + 1], content.count(b"\n", 0, start) + 1
    letter = byte.decode("windows-1252", "replace")
    advice = "" if source.encoding not in UTF8 else "; encoding: windows-1252?"
    return unreadable(
        spec.name,
        file.name,
        f"linje {line}: {source.encoding} ventet, fandt byten 0x{byte.hex()}, som er"
        f" {letter!r} i windows-1252{advice}",
        f"line {line}: expected {source.encoding}, found the byte 0x{byte.hex()}, which is"
        f" {letter!r} in windows-1252{advice}",
    )


def _undecodable(content: bytes, codec: str) -> int:
    """Where the first byte stands that the codec does not know."""
    start = 0
    try:
        content.decode(codec)
    except UnicodeDecodeError as wrong:
        start = wrong.start
    return start
