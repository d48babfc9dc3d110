"""What is put right in the SQL that Ibis writes, dialect by dialect."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import duckdb
import ibis
import pytest

from gevinst.engines.control.dialects import written

TABLE = ibis.table(
    {"n": "int64", "q": "decimal(15, 6)", "d": "date", "e": "date", "s": "string", "b": "boolean"},
    name="t",
)
Ask = Callable[[Any], Any]


def sql(ask: Ask, dialect: str) -> str:
    return " ".join(written(TABLE.select(x=ask(TABLE)), dialect).split())


@pytest.mark.parametrize(
    "number", ["0.005", "0.0005", "0.00000049", "12345678901234567.5", "1234567890.123456789"]
)
def test_a_number_keeps_its_decimals_in_duckdb(number: str) -> None:
    value = Decimal(number)
    [(found,)] = duckdb.sql(written(ibis.literal(value).as_table(), "duckdb")).fetchall()
    assert found == value


@pytest.mark.parametrize(
    ("dialect", "ask", "part"),
    [
        ("spark", lambda t: t.q * Decimal("0.0005"), "CAST('0.0005' AS DECIMAL(18, 4))"),
        ("spark", lambda t: t.q > Decimal("0.5"), "CAST('0.5' AS DECIMAL(18, 3))"),
        ("spark", lambda t: t.q > Decimal("0.00000049"), "CAST('0.00000049' AS DECIMAL(18, 8))"),
        ("spark", lambda t: t.n << 32, "SHIFTLEFT(CAST(`t0`.`n` AS BIGINT), 32)"),
        ("spark", lambda t: t.n >> 32, "SHIFTRIGHT(CAST(`t0`.`n` AS BIGINT), 32)"),
        (
            "spark",
            lambda t: t.d.delta(t.e, unit="day"),
            "CAST(DATEDIFF(`t0`.`d`, `t0`.`e`) AS BIGINT)",
        ),
        (
            "spark",
            lambda t: t.s.levenshtein("Ø"),
            "LEVENSHTEIN( DECODE(ENCODE(`t0`.`s`, 'UTF-8'), 'ISO-8859-1'),"
            " DECODE(ENCODE('Ø', 'UTF-8'), 'ISO-8859-1') )",
        ),
        (
            "spark",
            lambda t: t.n.isin([1, 2]) == ibis.literal(False),
            "( `t0`.`n` IN (1, 2) ) = FALSE",
        ),
        ("postgres", lambda t: t.n << 32, 'CAST("t0"."n" AS BIGINT) << 32'),
        ("postgres", lambda t: t.b.cast("int8"), 'CAST("t0"."b" AS INT)'),
        ("postgres", lambda t: t.q * Decimal("0.0005"), "CAST('0.0005' AS DECIMAL)"),
    ],
)
def test_it_is_written_as_it_works(dialect: str, ask: Ask, part: str) -> None:
    assert part in sql(ask, dialect)
