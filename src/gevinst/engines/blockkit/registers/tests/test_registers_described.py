"""`registers.yaml`: every mistake in it has a file, a line, a column, and what was expected."""

from pathlib import Path

import pytest

from gevinst.engines.blockkit import RegisterFault
from gevinst.engines.blockkit.registers import load_registers
from gevinst.engines.blockkit.registers.described import sources
from gevinst.engines.blockkit.registers.formats import found_in, pattern
from gevinst.engines.blockkit.registers.source import Moment, Query, Source
from gevinst.engines.blockkit.registers.tests.conftest import MANIFEST


def read(folder: Path, text: str) -> dict[str, Source]:
    file = folder / "registers.yaml"
    file.write_text(text, encoding="utf-8")
    return sources(file, MANIFEST)


def people(folder: Path, said: str) -> Source:
    return read(folder, f"registers:\n  people: {{{said}}}\n")["people"]


@pytest.mark.parametrize(
    ("said", "part", "wanted"),
    [
        ("csv: a_*.csv", "pattern", "a_*.csv"),
        ("csv: a, delimiter: ';'", "delimiter", ";"),
        ("csv: a, delimiter: tab", "delimiter", "\t"),
        ("csv: a, encoding: windows-1252", "encoding", "windows-1252"),
        ("csv: a, decimal: ','", "decimal", ","),
        ("csv: a, header_row: 3", "header_row", 3),
        ("csv: a, dates: DD-MM-YYYY", "dates", ("%d-%m-%Y",)),
        ("csv: a, dates: ['%d.%m.%y', YYYYMMDD]", "dates", ("%d.%m.%y", "%Y%m%d")),
        ("csv: a, columns: {Personnummer: cpr}", "columns", {"cpr": "Personnummer"}),
        ("csv: a, constants: {region: '0082', rate: }", "constants", {"region": "0082", "rate": None}),
        ("csv: a, values: {region: {Midt: 1082, Andet: }}", "values", {"region": {"Midt": "1082",
         "Andet": None}}),
        ("csv: a, keep_unlisted: [region, cpr]", "keep_unlisted", {"region", "cpr"}),
        ("csv: a, digits: {cpr: 10}", "digits", {"cpr": 10}),
        ("csv: a, max_age_days: 8", "max_age_days", 8),
        ("csv: a, extract: file", "moment", Moment("file")),
        ("csv: a, extract: {name: _YYYYMMDD}", "moment", Moment("name", "_%Y%m%d")),
        ("parquet: a, extract: {column: Taget}", "moment", Moment("column", "Taget")),
        ("xlsx: a, extract: {at: 2026-10-31}", "moment", Moment("at", "2026-10-31")),
        ("xlsx: a, sheet: Ark 2", "sheet", "Ark 2"),
        ("postgresql: {connection: REGISTER_DSN_X, query: SELECT 1}, extract: query", "query",
         Query("REGISTER_DSN_X", "SELECT 1", 300)),
        ("postgresql: {connection: REGISTER_DSN_X, query: a, timeout_seconds: 9}", "query",
         Query("REGISTER_DSN_X", "a", 9)),
    ],
)  # fmt: skip
def test_a_source_is_what_is_said(tmp_path: Path, said: str, part: str, wanted: object) -> None:
    assert getattr(people(tmp_path, said), part) == wanted


def test_what_is_not_said_is_as_without_a_description(tmp_path: Path) -> None:
    assert people(tmp_path, "csv: a") == Source("csv", "a")


def test_the_time_zone_is_that_of_denmark_or_as_said(tmp_path: Path) -> None:
    assert people(tmp_path, "csv: a").zone.key == "Europe/Copenhagen"
    text = "timezone: America/Nuuk\nregisters: {people: {csv: a}}"
    assert read(tmp_path, text)["people"].zone.key == "America/Nuuk"


def test_registers_of_other_blocks_may_be_described_too(tmp_path: Path) -> None:
    other = "  cases: {csv: b, columns: {A: whatever}, digits: {whatever: 3}}\n"
    assert list(read(tmp_path, f"registers:\n{other}  people: {{csv: a}}\n")) == ["people"]


@pytest.mark.parametrize(
    ("said", "place", "en"),
    [
        ("{}", "2:11", "expected exactly one source: csv, parquet, xlsx, postgresql"),
        ("{csv: a, xlsx: b}", "2:11", "expected exactly one source"),
        ("7", "2:11", "expected keys with values"),
        ("{csv: }", "2:17", "expected a text, found nothing"),
        ("{csv: [a]}", "2:17", "expected one value"),
        ("{csv: a, csv: b}", "2:20", "'csv' stands here twice"),
        ("{csv: a, sheet: b}", "2:20", "unknown key 'sheet'; expected csv, delimiter, encoding"),
        ("{parquet: a, encoding: utf-8}", "2:24", "unknown key 'encoding'"),
        ("{csv: a, delimiter: ''}", "2:31", "expected one character or tab, found ''"),
        ("{csv: a, delimiter: ';;'}", "2:31", "found ';;'"),
        ("{csv: a, delimiter: '\"'}", "2:31", "expected one character"),
        ("{csv: a, encoding: ebcdic}", "2:30", "expected one of utf-8, utf-8-sig, latin-1"),
        ("{csv: a, decimal: point}", "2:29", "expected one of ,, ., found 'point'"),
        ("{csv: a, header_row: 0}", "2:32", "a whole number of at least 1, found '0'"),
        ("{csv: a, header_row: -1}", "2:32", "found '-1'"),
        ("{csv: a, max_age_days: week}", "2:34", "found 'week'"),
        ("{csv: a, dates: {}}", "2:27", "expected a list"),
        ("{csv: a, dates: [DD-MM]}", "2:28", "expected a date format, as in DD-MM-YYYY, found 'DD-MM'"),
        ("{csv: a, dates: '%d %B %Y'}", "2:27", "expected a date format"),
        ("{csv: a, dates: 'YYYY-DD-DD-MM'}", "2:27", "expected a date format"),
        ("{csv: a, columns: {A: name}}", "2:33", "people has no column 'name'; expected cpr, region"),
        ("{csv: a, columns: {A: cpr, B: cpr}}", "2:41", "the column 'cpr' is given by 'A' already"),
        ("{csv: a, constants: {x: 1}}", "2:32", "people has no column 'x'"),
        ("{csv: a, constants: {cpr: 1}, columns: {A: cpr}}", "2:31", "'cpr' stands under columns too"),
        ("{csv: a, values: {x: {}}}", "2:29", "people has no column 'x'"),
        ("{csv: a, values: {cpr: 1}}", "2:34", "expected keys with values"),
        ("{csv: a, keep_unlisted: x}", "2:35", "people has no column 'x'"),
        ("{csv: a, digits: {x: 1}}", "2:29", "people has no column 'x'"),
        ("{csv: a, digits: {cpr: ten}}", "2:34", "found 'ten'"),
        ("{csv: a, extract: query}", "2:29", "expected one of file, found 'query'"),
        ("{csv: a, extract: {}}", "2:29", "expected exactly one of name, column, at"),
        ("{csv: a, extract: {name: week}}", "2:36", "expected as in _YYYYMMDD"),
        ("{csv: a, extract: {at: now}}", "2:34", "expected as in 2026-10-31T05:00"),
        ("{csv: a, extract: {when: now}}", "2:30", "unknown key 'when'; expected name, column, at"),
        ("{postgresql: {connection: REGISTER_DSN_X}}", "2:24", "the key 'query' is missing"),
        ("{postgresql: SELECT}", "2:24", "expected keys with values"),
        ("{postgresql: {connection: X, query: a}}", "2:37", "the name of an environment variable"),
        ("{postgresql: {connection: REGISTER_DSN_X, query: a}, extract: file}", "2:73",
         "expected one of query, found 'file'"),
        ("{postgresql: {connection: REGISTER_DSN_X, query: a}, extract: {name: YYYYMMDD}}", "2:74",
         "unknown key 'name'; expected column, at"),
    ],
)  # fmt: skip
def test_a_mistake_is_placed(tmp_path: Path, said: str, place: str, en: str) -> None:
    with pytest.raises(RegisterFault) as raised:
        read(tmp_path, f"registers:\n  people: {said}\n")
    assert raised.value.message.en.startswith(f"registers.yaml:{place}: ")
    assert en in raised.value.message.en
    assert raised.value.message.da.startswith(f"registers.yaml:{place}: ")


@pytest.mark.parametrize(
    ("text", "en"),
    [
        ("", "registers.yaml:1:1: the file is empty"),
        (
            "register: {}",
            "registers.yaml:1:1: unknown key 'register'; expected registers, timezone",
        ),
        ("timezone: UTC", "registers.yaml:1:1: the key 'registers' is missing"),
        ("timezone: Here\nregisters: {}", "registers.yaml:1:11: expected a time zone"),
        ("timezone: /etc\nregisters: {}", "registers.yaml:1:11: expected a time zone"),
        ("registers: [", "registers.yaml:2:1: "),
        ("registers: \x01", "registers.yaml:1:1: the file cannot be read"),
    ],
)
def test_a_file_that_cannot_be_used_is_said(tmp_path: Path, text: str, en: str) -> None:
    with pytest.raises(RegisterFault) as raised:
        read(tmp_path, text)
    assert raised.value.message.en.startswith(en)


def test_an_address_with_a_password_is_refused_and_not_repeated(tmp_path: Path) -> None:
    said = "postgresql: {connection: 'postgresql://u:secret@host/x', query: a}"
    with pytest.raises(RegisterFault, match="never the address itself") as raised:
        people(tmp_path, said)
    assert "secret" not in str(raised.value)


def test_a_file_of_any_name_may_be_given(tmp_path: Path) -> None:
    (tmp_path / "p.csv").write_text("cpr,region,rate,seats,since\n", encoding="utf-8")
    file = tmp_path / "midt.yaml"
    file.write_text("registers: {people: {csv: p.csv}}", encoding="utf-8")
    assert list(load_registers(file, MANIFEST)) == ["people"]


@pytest.mark.parametrize("wrong", ["", "DD", "%Y%m%d%q", "%Y%m%d%d", "MM-DD", "%Y%m%d%"])
def test_what_is_no_format_of_a_date(wrong: str) -> None:
    with pytest.raises(ValueError):
        pattern(wrong)


@pytest.mark.parametrize(
    ("name", "wanted", "found"),
    [
        ("a_20261031.csv", "_%Y%m%d", "2026-10-31T00:00:00"),
        ("a_99999999_20261031.csv", "_%Y%m%d", "2026-10-31T00:00:00"),
        ("2026-10-31 0530.xlsx", "%Y-%m-%d %H%M", "2026-10-31T05:30:00"),
        ("a+311026", "+%d%m%y", "2026-10-31T00:00:00"),
        ("a_20261331.csv", "_%Y%m%d", None),
        ("a.csv", "_%Y%m%d", None),
    ],
)
def test_a_time_is_found_in_a_name(name: str, wanted: str, found: str | None) -> None:
    moment = found_in(name, wanted)
    assert (moment.isoformat() if moment else None) == found
