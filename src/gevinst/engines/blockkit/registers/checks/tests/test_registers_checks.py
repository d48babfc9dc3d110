"""Checks of registers: each fault is found by the remark meant for it, with its count and masked examples."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gevinst.engines.blockkit import Extract, Manifest, Register, RegisterSpec, Text
from gevinst.engines.blockkit.arrays import table
from gevinst.engines.blockkit.registers.checks import (
    RegisterRemark,
    RemarkLevel,
    check_registers,
    survey,
)
from gevinst.engines.identifiers import is_cpr, is_cvr

NO = Text("nej", "no")
ON = date(2026, 11, 2)
TAKEN = datetime(2026, 11, 1, 5, tzinfo=UTC)
RATES = RegisterSpec(
    "rates",
    NO,
    {"supplier": "str", "code": "str", "rate": "decimal", "valid_from": "date", "valid_to": "date"},
    key=("supplier", "code"),
    cvr=frozenset({"supplier"}),
)
PEOPLE = RegisterSpec(
    "people",
    NO,
    {"cpr": "str", "region": "str", "valid_from": "date", "valid_to": "date"},
    personal=frozenset({"cpr"}),
    key=("cpr",),
)
CARE = RegisterSpec(
    "care",
    NO,
    {"cpr": "str", "code": "str", "valid_from": "date", "valid_to": "date", "note": "str", "size": "int"},
    personal=frozenset({"cpr"}),
)  # fmt: skip
PAST = RegisterSpec("past", NO, {"key": "str"}, required=False)
GOOD_RATES = [["10000009", "MR01", "5", "2026-01-01", None]]
GOOD_PEOPLE = [["6502701234", "1082", "2020-01-01", None]]
GOOD_CARE = [["6502701234", "MR01", "2026-01-01", "2026-06-30", "x", 1]]


def manifest(*specs: RegisterSpec) -> Manifest:
    return Manifest("t", NO, NO, "1", "", (), (), (), specs, (), {}, Decimal(1), Decimal(1), NO)


def register(spec: RegisterSpec, lines: Sequence[Sequence[Any]], **extract: Any) -> Register:
    casts = {"date": date.fromisoformat, "decimal": Decimal, "str": str, "int": int}
    records = [
        {
            name: None if cell is None else casts[kind](cell)
            for (name, kind), cell in zip(spec.columns.items(), line, strict=True)
        }
        for line in lines
    ]
    made = Extract("x-1", TAKEN, "x.csv", "", **extract)
    return Register(spec.name, table(spec.columns, records), made)


def remarks(
    rates: Any = GOOD_RATES, people: Any = GOOD_PEOPLE, care: Any = GOOD_CARE
) -> list[RegisterRemark]:
    """What is said of the three registers, without what is only told."""
    given = [register(RATES, rates), register(PEOPLE, people), register(CARE, care)]
    loaded = {each.name: each for each in given}
    found = check_registers(loaded, manifest(RATES, PEOPLE, CARE), ON)
    return [each for each in found if each.code not in {"rows", "types", "extract"}]


def said(found: list[RegisterRemark]) -> set[tuple[str, str, str, int]]:
    return {(each.register, each.code, each.severity.value, each.count) for each in found}


# What is told of the good registers: that their last intervals are open.
USUAL = {("rates", "missing-values", "info", 1), ("people", "missing-values", "info", 1)}


def test_good_registers_have_no_faults() -> None:
    assert said(remarks()) == USUAL


MR = ["10000009", "MR01"]
ANNA = ["6502701234", "1082"]


@pytest.mark.parametrize(
    ("rates", "more"),
    [
        ([[*MR, "5", "2026-01-01", "2026-06-30"], [*MR, "6", "2026-07-01", "2026-12-31"]], set()),
        ([[*MR, "5", "2026-01-01", "2026-06-30"], [*MR, "6", "2026-06-30", "2026-12-31"]],
         {("rates", "overlap", "error", 1)}),
        ([[*MR, "5", "2026-01-01", "2026-12-31"], [*MR, "6", "2026-02-01", "2026-02-28"],
          [*MR, "7", "2026-03-01", "2026-03-31"]], {("rates", "overlap", "error", 2)}),
        ([[*MR, "5", "2026-01-01", "2026-06-30"], [*MR, "5", "2026-06-01", "2026-12-31"]],
         {("rates", "overlap-same", "warning", 1)}),
        ([[*MR, "5", "2026-01-01", "2026-06-30"],
          ["10000009", "MR02", "6", "2026-06-01", "2026-12-31"]],
         {("rates", "unused-values", "info", 1)}),
        ([[*MR, "5", "2026-01-01", "2026-06-30"], [*MR, "6", "2026-07-02", "2026-12-31"]],
         {("rates", "gap", "warning", 1)}),
        ([[*MR, "5", "2026-07-02", "2026-12-31"], [*MR, "6", "2026-01-01", "2026-06-30"]],
         {("rates", "gap", "warning", 1)}),
        ([[*MR, "5", "2026-12-31", "2026-01-01"]], {("rates", "from-after-to", "error", 1)}),
        ([[*MR, "5", "2026-01-01", "2026-12-31"]] * 3, {("rates", "duplicate-rows", "warning", 2)}),
        ([[*MR, "5", None, "2026-06-30"], [*MR, "6", "2026-06-30", "2026-12-31"]],
         {("rates", "missing-values", "warning", 1), ("rates", "overlap", "error", 1)}),
        ([[*MR, None, "2026-01-01", "2026-12-31"]], {("rates", "missing-values", "warning", 1)}),
        ([[*MR, "5", "1899-12-31", "9999-12-31"]], {("rates", "odd-date", "warning", 1)}),
        ([[*MR, "5", "2026-01-01", "2926-01-01"]], {("rates", "odd-date", "warning", 1)}),
        ([["10000008", "MR01", "5", "2026-01-01", "2026-12-31"]], {("rates", "bad-cvr", "error", 1)}),
        ([["DK10000009", "MR01", "5", "2026-01-01", "2026-12-31"]], {("rates", "bad-cvr", "error", 1)}),
        ([], {("rates", "empty", "error", 0), ("care", "unknown-values", "warning", 1)}),
    ],
)  # fmt: skip
def test_a_fault_in_rates_is_found_by_its_own_remark(rates: Any, more: set[Any]) -> None:
    people = {each for each in USUAL if each[0] == "people"}
    assert said(remarks(rates=rates)) == people | more


@pytest.mark.parametrize(
    ("people", "more"),
    [
        ([[*ANNA, "2020-01-01", None], [*ANNA, "2019-01-01", "2019-12-30"]],
         {("people", "gap", "warning", 1)}),
        ([[*ANNA, "2020-01-01", None], ["6502701234", "1083", "2021-01-01", None]],
         {("people", "overlap", "error", 1), ("people", "missing-values", "info", 2)}),
        ([[*ANNA, "2020-01-01", None], ["650270-1234", "1082", "2020-01-01", "2020-01-02"]],
         {("people", "bad-cpr", "error", 1)}),
        ([[*ANNA, "2020-01-01", None], [None, "1082", "2020-01-01", "2020-01-02"]],
         {("people", "missing-values", "warning", 1)}),
        ([["6502701235", "1082", "2020-01-01", None]], {("care", "unknown-values", "warning", 1)}),
    ],
)  # fmt: skip
def test_a_fault_about_people_is_found_by_its_own_remark(people: Any, more: set[Any]) -> None:
    usual = {("rates", "missing-values", "info", 1), ("people", "missing-values", "info", 1)}
    found = said(remarks(people=people))
    assert found | usual == usual | more
    assert more <= found


@pytest.mark.parametrize(
    ("care", "more"),
    [
        # Without a key intervals may overlap and leave holes.
        ([GOOD_CARE[0], ["6502701234", "MR01", "2026-06-01", "2026-12-31", "y", 2],
          ["6502701234", "MR01", "2028-06-01", "2028-12-31", "z", 2]], set()),
        ([GOOD_CARE[0], ["6502701234", "MR01", "2026-06-01", "2026-05-31", "y", 2]],
         {("care", "from-after-to", "error", 1)}),
        ([GOOD_CARE[0], ["6502701234", "MR01", "2026-06-01", "2026-12-31", "  ", 1]],
         {("care", "missing-values", "info", 1)}),
        ([["6502701234", "MR01", "2026-06-01", "2026-12-31", None, 1]],
         {("care", "missing-values", "warning", 1)}),
        ([GOOD_CARE[0], ["6502701234", "XX", "2026-01-01", "2026-12-31", "x", 1]],
         {("care", "unknown-values", "warning", 1)}),
    ],
)  # fmt: skip
def test_a_fault_in_a_register_without_a_key_is_found(care: Any, more: set[Any]) -> None:
    assert said(remarks(care=care)) == USUAL | more


def test_examples_are_the_first_rows_and_masked() -> None:
    lines = [["650270-1234", "1082", f"20{n:02}-01-01", f"20{n:02}-12-31"] for n in range(10, 15)]
    [bad] = [each for each in remarks(people=lines) if each.code == "bad-cpr"]
    assert bad.examples == tuple(f"#{n}: cpr=650270-xxxx" for n in (1, 2, 3))
    [unknown] = [each for each in remarks(people=lines) if each.register == "care"]
    assert unknown.examples == ("cpr=650270-xxxx",)
    [overlap] = [
        each
        for each in remarks(rates=[[*MR, "5", "2026-01-01", None], [*MR, "6", "2026-02-01", None]])
        if each.code == "overlap"
    ]
    row = "#2: supplier=10000009, code=MR01, valid_from=2026-02-01, valid_to=–, rate=6.000000"
    assert overlap.examples == (row,)


def test_a_person_number_where_none_belongs_is_masked_too() -> None:
    lines = [["6502701234", "6502701234", "2026-06-01", "2026-12-31", "x", 1]]
    shown = [example for each in remarks(care=lines) for example in each.examples]
    assert "code=650270-xxxx" in shown
    assert not any("1234" in each for each in shown)


@pytest.mark.parametrize(
    ("taken", "days", "told"),
    [
        (TAKEN, None, {("extract", "info", 1)}),
        (TAKEN, 1, {("extract", "info", 1)}),
        (TAKEN - timedelta(days=1), 1, {("extract", "info", 2), ("stale", "error", 2)}),
        (TAKEN + timedelta(days=2), 1, {("extract", "info", -1), ("future-extract", "warning", -1)}),
        (datetime(2026, 11, 1, 23, 30, tzinfo=UTC), None, {("extract", "info", 0)}),
    ],
)  # fmt: skip
def test_how_old_an_extract_is(taken: datetime, days: int | None, told: set[Any]) -> None:
    stale = None if days is None else taken + timedelta(days=days)
    made = Register("past", table(PAST.columns, []), Extract("x-1", taken, "x", "", stale))
    found = check_registers({"past": made}, manifest(PAST), ON)
    about = {"extract", "stale", "future-extract"}
    got = {(each.code, each.severity.value, each.count) for each in found if each.code in about}
    assert got == told


def test_what_is_not_there_is_told_by_how_much_it_is_needed() -> None:
    found = check_registers({}, manifest(RATES, PAST), ON)
    assert said(found) == {("rates", "absent", "error", 0), ("past", "absent", "info", 0)}


def test_rows_and_types_are_told() -> None:
    [rows, types, *_] = check_registers(
        {"past": register(PAST, [["a"], ["b"]])}, manifest(PAST), ON
    )
    assert (rows.code, rows.count, rows.message.en) == ("rows", 2, "2 rows.")
    assert (types.code, types.examples) == ("types", ("key str",))


def test_a_register_that_may_be_absent_may_be_empty() -> None:
    found = check_registers({"past": register(PAST, [])}, manifest(PAST), ON)
    assert ("past", "empty", "info", 0) in said(found)


@given(
    st.text("0123456789-x", min_size=1, max_size=11) | st.from_regex(r"[0-9]{10}", fullmatch=True)
)
def test_a_cpr_number_is_what_the_identifiers_say(text: str) -> None:
    made = register(PEOPLE, [[text, "1082", "2020-01-01", None]])
    found = [each.code for each in check_registers({"people": made}, manifest(PEOPLE), ON)]
    assert ("bad-cpr" not in found) == (is_cpr(text) and text.isdigit())


DAYS = [f"{day:02}{month:02}" for day in (0, 1, 29, 31, 61, 89, 92) for month in (0, 2, 4, 12, 13)]


def test_every_century_is_as_the_identifiers_say() -> None:
    texts = [
        f"{day}{year:02}{seventh}123"
        for day in DAYS
        for year in (0, 36, 37, 57, 58, 99)
        for seventh in range(10)
    ]
    lines = [[text, "1082", "2020-01-01", None] for text in texts]
    [bad] = [each for each in remarks(people=lines) if each.code == "bad-cpr"]
    assert bad.count == sum(not is_cpr(text) for text in texts)


def test_a_cvr_number_is_what_the_identifiers_say() -> None:
    random = Random(1)
    texts = [f"{random.randrange(10**8):08}" for _ in range(500)]
    lines = [[text, "MR01", "1", "2020-01-01", None] for text in texts]
    [bad] = [each for each in remarks(rates=lines) if each.code == "bad-cvr"]
    assert bad.count == sum(not is_cvr(text) for text in texts)


def test_names_that_sql_would_take_otherwise() -> None:
    columns = {'a"b': "str", "valid_from": "date", "valid_to": "date"}
    odd = RegisterSpec("select", NO, columns, key=('a"b',))
    made = register(odd, [["x", "2026-01-01", "2026-01-31"]] * 2)
    found = check_registers({"select": made}, manifest(odd), ON)
    assert ("select", "duplicate-rows", "warning", 1) in said(found)


def test_a_value_is_known_where_one_of_several_owners_knows_it() -> None:
    groups = RegisterSpec("groups", NO, {"code": "str"}, required=False, key=("code",))
    care = [GOOD_CARE[0], [*GOOD_CARE[0][:1], "MR02", *GOOD_CARE[0][2:]]]
    loaded = {
        "rates": register(RATES, GOOD_RATES),
        "care": register(CARE, care),
        "groups": register(groups, [["MR02"], ["MR03"]]),
    }
    found = check_registers(loaded, manifest(RATES, CARE, groups), ON)
    assert not {each.code for each in found} & {"unknown-values", "unused-values"}


def test_a_column_that_a_source_may_lack_may_be_empty() -> None:
    spec = RegisterSpec("past", NO, {"key": "str", "more": "decimal"}, optional=frozenset({"more"}))
    found = check_registers({"past": register(spec, [["a", None]])}, manifest(spec), ON)
    assert ("past", "missing-values", "info", 1) in said(found)


def test_a_survey_tells_of_what_cannot_be_loaded_and_checks_the_rest(tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_text(
        "cpr,region,valid_from,valid_to\n6502701234,1082,2020-01-01,\n"
    )
    found = survey(tmp_path, manifest(RATES, PEOPLE, PAST), ON)
    errors = [each for each in found.remarks if each.severity is RemarkLevel.ERROR]
    assert [(each.register, each.code) for each in errors] == [("rates", "unusable")]
    assert "the register is missing" in errors[0].message.en
    assert (list(found.registers), found.usable) == (["people"], False)


def test_a_survey_without_errors_is_usable(tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_text(
        "cpr,region,valid_from,valid_to\n6502701234,1082,2020-01-01,\n"
    )
    assert survey(tmp_path, manifest(PEOPLE, PAST), ON).usable


def test_other_types_than_those_declared_are_made_to_fit() -> None:
    given = pa.table({"key": [1, 2]})
    made = Register("past", given, Extract("x", TAKEN, "x", ""))
    assert check_registers({"past": made}, manifest(PAST), ON)[0].count == 2
