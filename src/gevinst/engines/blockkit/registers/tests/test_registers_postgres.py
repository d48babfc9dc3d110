"""A query to a real PostgreSQL: types, no writing, a time limit, and no address in a fault."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import psycopg
import pytest

from gevinst.engines.blockkit.registers import load_registers
from gevinst.engines.blockkit.registers.tests.conftest import MANIFEST, ROW, Fault, Load, rows
from gevinst.shared.postgres import embedded_url

NAME = "REGISTER_DSN_PEOPLE"


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """The address of a database with a table of people in a schema of its own."""
    import os

    found = os.environ.get("DATABASE_URL") or embedded_url()
    with psycopg.connect(found, autocommit=True) as connection:
        connection.execute("DROP SCHEMA IF EXISTS registers_test CASCADE")
        connection.execute("CREATE SCHEMA registers_test")
        connection.execute(
            "CREATE TABLE registers_test.people (cpr char(12), bopæl int, rate numeric(9, 2),"
            " seats bigint, since timestamptz, taken timestamptz)"
        )
        connection.execute(
            "INSERT INTO registers_test.people VALUES"
            " ('6502701234', 1082, 12.50, 3, '2026-10-01 00:00+02', '2026-10-31 05:00+01'),"
            " (NULL, NULL, NULL, NULL, NULL, '2026-10-31 05:00+01')"
        )
        yield found
        connection.execute("DROP SCHEMA registers_test CASCADE")


def described(sql: str, more: str = "", seconds: int = 30) -> str:
    return (
        f"postgresql:\n  connection: {NAME}\n  timeout_seconds: {seconds}\n  query: |\n    {sql}\n"
        f"columns: {{bopæl: region}}\n{more}"
    )


def test_rows_come_with_the_types_of_the_block(load: Load, address: str) -> None:
    made = load(described("SELECT * FROM registers_test.people"), {NAME: address})
    assert rows(made) == [ROW, dict.fromkeys(ROW)]
    now = datetime.now(UTC)
    assert abs((now - made.extract.taken_at).total_seconds()) < 60
    assert (made.extract.source, made.extract.id[:20]) == (NAME, f"{NAME}-"[:20])


def test_the_digest_is_of_the_rows(load: Load, address: str) -> None:
    def digest(sql: str) -> str:
        return load(described(sql), {NAME: address}).extract.sha256

    all_rows = "SELECT * FROM registers_test.people ORDER BY cpr"
    assert digest(all_rows) == digest(all_rows)
    assert digest(all_rows) != digest(all_rows + " DESC")


@pytest.mark.parametrize(
    ("more", "day"), [("extract: {column: taken}", 31), ("extract: {at: 2026-10-30}", 30)]
)
def test_another_time_than_that_of_the_query_may_be_said(
    load: Load, address: str, more: str, day: int
) -> None:
    made = load(described("SELECT * FROM registers_test.people", more), {NAME: address})
    assert made.extract.taken_at.day == day


@pytest.mark.parametrize(
    ("sql", "da"),
    [
        (
            "SELECT *, pg_sleep(9) FROM registers_test.people",
            "forespørgslen tog mere end 1 sekunder",
        ),
        ("SELECT cpr FROM registers_test.people", "kolonnen bopæl mangler; der er cpr"),
        ("SELECT * FROM absent", 'blev afvist: relation "absent" does not exist'),
        ("SELECT 1; SELECT 2", "cannot insert multiple commands"),
        ("UPDATE registers_test.people SET seats = 9 RETURNING *", "in a read-only transaction"),
        ("SELECT '6502701234'::date", "blev afvist: date/time field value out of range"),
        (
            "SELECT *, cpr::int AS number FROM registers_test.people",
            "blev afvist: value … is out of range",
        ),
        ("SELECT *, 1 / (seats - 3) FROM registers_test.people", "division by zero"),
    ],
)
def test_a_query_that_is_refused(fault: Fault, address: str, sql: str, da: str) -> None:
    said = fault(described(sql, seconds=1), {NAME: address}).message
    assert da in said.da
    assert f"people: {NAME}: " in said.en or "column" in said.en
    assert "1234" not in said.da + said.en


def test_nothing_was_written(address: str) -> None:
    with psycopg.connect(address) as connection:
        found = connection.execute("SELECT max(seats) FROM registers_test.people").fetchone()
    assert found == (3,)


@pytest.mark.parametrize(
    ("address", "da"),
    [
        (
            "postgresql://reader:hemmelig@127.0.0.1:1/x",
            "ingen forbindelse: connection to server at",
        ),
        ("postgresql://reader:hem melig@127.0.0.1/x", "er ingen forbindelse"),
        ("hemmelig", "er ingen forbindelse"),
    ],
)
def test_no_connection_tells_no_password(fault: Fault, address: str, da: str) -> None:
    said = fault(described("SELECT 1"), {NAME: address}).message
    assert da in said.da
    assert "melig" not in said.da + said.en


@pytest.mark.parametrize("connections", [None, {}, {NAME: ""}, {"REGISTER_DSN_OTHER": "x"}])
def test_a_connection_that_is_not_set_is_named(
    fault: Fault, connections: dict[str, str] | None
) -> None:
    said = fault(described("SELECT 1"), connections).message.da
    assert said == f"people: forbindelsen {NAME} er ikke sat; en miljøvariabel af det navn ventes"


def test_an_optional_register_is_asked_for_too(tmp_path: Path, load: Load, address: str) -> None:
    load(described("SELECT * FROM registers_test.people"), {NAME: address})
    needed = replace(MANIFEST, registers=(replace(MANIFEST.registers[0], required=False),))
    assert list(load_registers(tmp_path, needed, {NAME: address})) == ["people"]
