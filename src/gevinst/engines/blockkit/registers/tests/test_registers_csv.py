"""CSV as regions write it: encodings, Danish numbers and dates, other names and values; and its faults."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from gevinst.engines.blockkit import RegisterFault
from gevinst.engines.blockkit.registers import load_each, load_registers
from gevinst.engines.blockkit.registers.tests.conftest import (
    MANIFEST,
    ROW,
    Fault,
    Load,
    column,
    rows,
)

HEAD = "cpr,region,rate,seats,since\n"
LINE = "6502701234,1082,12.50,3,2026-10-01\n"
DANISH = """\
csv: p.csv
delimiter: ";"
decimal: ","
dates: [DD-MM-YYYY, D]
columns: {Født: cpr, Område: region, Takst: rate, Pladser: seats, Fra: since}
""".replace(", D]", "]")
DANISH_HEAD = "Født;Område;Takst;Pladser;Fra\n"


def put(folder: Path, text: str, encoding: str = "utf-8", name: str = "p.csv") -> None:
    (folder / name).write_bytes(text.encode(encoding))


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "latin-1", "iso-8859-1", "windows-1252"]
)
def test_a_danish_file_is_read_in_its_encoding(tmp_path: Path, load: Load, encoding: str) -> None:
    put(tmp_path, DANISH_HEAD + "6502701234;Sjælland;12,50;3;01-10-2026\n", encoding)
    made = load(DANISH + f"encoding: {encoding}\n")
    assert rows(made) == [{**ROW, "region": "Sjælland"}]


@pytest.mark.parametrize(
    ("described", "text"),
    [
        ("csv: p.csv", HEAD + LINE),
        ("csv: p.csv", "since,x,rate,seats,region,cpr\n2026-10-01,?,12.50,3,1082,6502701234\n"),
        ("{csv: p.csv, delimiter: tab}", (HEAD + LINE).replace(",", "\t")),
        ("{csv: p.csv, delimiter: '|'}", (HEAD + LINE).replace(",", "|")),
        ("{csv: p.csv, header_row: 3}", "Udtræk\n31. oktober\n" + HEAD + LINE),
        ("csv: p.csv", '"cpr"; "region";rate;seats;since\n"6502701234"; 1082 ;12.50;3;2026-10-01\n'),
        ("{csv: p.csv, digits: {cpr: 10}}", HEAD + LINE.replace("650270", "650270-")),
        ("{csv: p.csv, digits: {region: 4}, values: {region: {R082: 1082}}}",
         HEAD + LINE.replace("1082", "R082")),
        ("{csv: p.csv, constants: {region: 1082}}", "cpr,rate,seats,since\n6502701234,12.5,3,2026-10-01\n"),
        ("{csv: p.csv, values: {region: {Midt: 1082, Syd: 1083}}}", HEAD + LINE.replace("1082", "Midt")),
        ("{csv: p.csv, values: {region: {Syd: 1083}}, keep_unlisted: region}", HEAD + LINE),
        ("{csv: p.csv, dates: [D.M]}".replace("D.M", "DD.MM.YY"), HEAD + LINE.replace("2026-10-01",
         "01.10.26")),
        ("csv: p.csv", HEAD + LINE.replace("2026-10-01", "2026-10-01 23:59:59")),
        ("csv: p.csv", HEAD + "\r\n" + LINE.replace("\n", "\r\n")),
    ],
)  # fmt: skip
def test_a_file_is_read_as_it_is_described(
    tmp_path: Path, load: Load, described: str, text: str
) -> None:
    put(tmp_path, text)
    assert rows(load(described)) == [ROW]


@pytest.mark.parametrize(
    ("written", "read"),
    [("12,5", "12.5"), ("1.234,50", "1234.5"), ("1 234 567,1", "1234567.1"), ("-3", "-3"),
      ("+0,01", "0.01"), ("", None)],
)  # fmt: skip
def test_a_decimal_comma(tmp_path: Path, load: Load, written: str, read: str | None) -> None:
    put(tmp_path, DANISH_HEAD + f"1;2;{written};3;\n")
    assert column(load(DANISH), "rate") == [None if read is None else Decimal(read)]


def test_empty_cells_and_constants_without_a_value_are_unknown(tmp_path: Path, load: Load) -> None:
    put(tmp_path, "cpr,rate,seats,since\n , ,,\n")
    made = load("{csv: p.csv, constants: {region: }}")
    assert rows(made) == [dict.fromkeys(ROW)]


def test_a_value_may_become_unknown(tmp_path: Path, load: Load) -> None:
    put(tmp_path, HEAD + LINE + LINE.replace("2026-10-01", "9999-12-31"))
    made = load("{csv: p.csv, values: {since: {9999-12-31: }}, keep_unlisted: since}")
    assert column(made, "since") == [date(2026, 10, 1), None]


@pytest.mark.parametrize(
    ("described", "text", "da"),
    [
        ("csv: p.csv", HEAD + LINE + "1,2,3,x,\n", "række 2: seats skal være int, ikke 'x' (p.csv)"),
        ("csv: p.csv", HEAD + "1,2,a,,\n" + LINE + "1,2,b,,\n1,2,c,,\n1,2,d,,\n",
         "række 1: rate skal være decimal, ikke 'a'; også række 3 ('b'), 4 ('c') og flere"
         "; decimaltegnet ventes at være '.'"),
        (DANISH, DANISH_HEAD + "1;2;12.50;;\n",
         "række 1: rate (Takst) skal være decimal, ikke '12.50'; decimaltegnet ventes at være ','"),
        (DANISH, DANISH_HEAD + "1;2;;;31-02-2026\n",
         "since (Fra) skal være date, ikke '31-02-2026'; datoer ventes som %d-%m-%Y"),
        ("csv: p.csv", HEAD + "1,2,,,1/2/2026\n", "datoer ventes som %Y-%m-%d (p.csv)"),
        ("{csv: p.csv, values: {region: {A: 1, B: 2}}}", HEAD + "1,A,,,\n1,C,,,\n",
         "række 2: region skal være en af A, B, ikke 'C'"),
        ("{csv: p.csv, values: {cpr: {A: B}}}", HEAD + LINE, "cpr skal være en af A, ikke ***"),
        ("csv: p.csv", HEAD + "1,2,3,6502701234.5,\n", "ikke '6502701234.5'"),
        ("csv: p.csv", HEAD + "1,2,3,cpr 6502701234,\n", "ikke 'cpr 650270-xxxx'"),
        ("csv: p.csv", "6502701234,1082\n6502701234,1082\n", "kolonnen cpr mangler; der er ***, 1082"),
        ("{csv: p.csv, columns: {CPR: cpr}}", HEAD, "kolonnen CPR mangler; der er cpr, region"),
        ("csv: p.csv", "cpr," + HEAD, "kolonnen cpr står der mere end én gang"),
        ("csv: p.csv", HEAD + LINE + "6502701234\n",
         "p.csv kan ikke læses (linje 3: 5 kolonner ventet, fandt 1; skilletegn ',')"),
        ("csv: p.csv", "", "p.csv kan ikke læses (den er tom)"),
        ("{csv: p.csv, header_row: 9}", HEAD, "p.csv kan ikke læses (den er tom)"),
        ("csv: q_*.csv", "", "q_*.csv ventes"),
    ],
)  # fmt: skip
def test_a_fault_names_row_and_value(
    tmp_path: Path, fault: Fault, described: str, text: str, da: str
) -> None:
    put(tmp_path, text)
    said = fault(described).message
    assert da in said.da
    assert "1234" not in said.da.replace("6502701234.5", "") + said.en.replace("6502701234.5", "")


@pytest.mark.parametrize(
    ("described", "content", "da"),
    [
        ("csv: p.csv", (HEAD + LINE + "1,Sjælland,,,\n").encode("latin-1"),
         "linje 3: utf-8 ventet, fandt byten 0xe6, som er 'æ' i windows-1252; encoding: windows-1252?"),
        ("csv: p.csv", b"f\xf8dt\n", "linje 1: utf-8 ventet, fandt byten 0xf8, som er 'ø'"),
        ("{csv: p.csv, encoding: windows-1252}", (HEAD + "1,Sjælland,,,\n").encode(),
         "fandt utf-8; skriv encoding: utf-8"),
        ("{csv: p.csv, encoding: latin-1}", HEAD.encode("utf-8-sig"), "fandt utf-8"),
        ("{csv: p.csv, encoding: windows-1252}", HEAD.encode() + b"1,\x81,,,\n",
         "windows-1252 ventet, fandt byten 0x81"),
        ("csv: p.csv", (HEAD + LINE).encode("utf-16"), "utf-8 ventet, fandt utf-16"),
        ("csv: p.csv", HEAD.encode() + b'"6502701234,1\n', "p.csv kan ikke læses ("),
    ],
)  # fmt: skip
def test_another_encoding_than_said_is_found(
    tmp_path: Path, fault: Fault, described: str, content: bytes, da: str
) -> None:
    (tmp_path / "p.csv").write_bytes(content)
    assert da in fault(described).message.da


def test_ascii_is_every_encoding(tmp_path: Path, load: Load) -> None:
    put(tmp_path, HEAD + LINE)
    assert rows(load("{csv: p.csv, encoding: windows-1252}")) == [ROW]


def test_nothing_is_half_loaded(tmp_path: Path, load: Load) -> None:
    put(tmp_path, HEAD + LINE)
    put(tmp_path, "other\n", name="extra.csv")
    with pytest.raises(RegisterFault, match="extra: the column code is missing"):
        load("csv: p.csv")


def test_a_register_that_is_not_described_is_read_by_its_name(tmp_path: Path, load: Load) -> None:
    put(tmp_path, HEAD + LINE)
    put(tmp_path, "code\nA\n", name="extra.csv")
    load("csv: p.csv")
    assert set(load_registers(tmp_path, MANIFEST)) == {"people", "extra"}


def test_a_file_that_may_not_be_read_is_a_fault(tmp_path: Path, fault: Fault) -> None:
    (tmp_path / "p.csv").mkdir()
    assert "registret mangler" in fault("csv: p.csv").message.da


@pytest.mark.parametrize(
    ("described", "last", "da"),
    [
        ("csv: p.csv", b"1,\xe6,,,\n", "linje 2002: utf-8 ventet, fandt byten 0xe6"),
        ("{csv: p.csv, encoding: windows-1252}", b"1,\x81,,,\n", "linje 2002: windows-1252 ventet"),
        ("csv: p.csv", b'"' + b"x" * (3 << 20), "rækkerne kan ikke deles"),
    ],
)
def test_a_fault_far_down_in_a_file_is_found(
    tmp_path: Path, fault: Fault, described: str, last: bytes, da: str
) -> None:
    (tmp_path / "p.csv").write_bytes(HEAD.encode() + LINE.encode() * 2000 + last)
    assert da in fault(described).message.da


def test_a_file_that_gives_nothing_is_a_fault(fault: Fault) -> None:
    assert "mem kan ikke læses (OSError)" in fault("csv: /proc/self/mem").message.da


def test_each_register_may_be_loaded_for_itself(tmp_path: Path, load: Load) -> None:
    put(tmp_path, HEAD + LINE)
    load("csv: p.csv")
    put(tmp_path, "other\n", name="extra.csv")
    found = load_each(tmp_path, MANIFEST)
    assert list(found.registers) == ["people"]
    assert [fault.register for fault in found.faults] == ["extra"]
    (tmp_path / "extra.csv").unlink()
    assert load_each(tmp_path, MANIFEST).faults == ()
