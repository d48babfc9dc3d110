"""Invented documents of two lines each, and registers of about as many rows; one in ten is wrong somehow."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from gevinst.engines.blockkit.columns import schema

MONTH = np.datetime64("2026-10-01")
OPEN = np.datetime64("NaT")
SUPPLIERS, CODES, LINES = 40, 60, 2
PERSON, SUPPLIER, CODE, NUMBER = 6_101_000_000, 90_000_000, 1_000, 10_000_000
REGISTERS = {
    "agreements": {
        "supplier": "str", "code": "str", "rate": "decimal", "valid_from": "date", "valid_to": "date",
    },
    "population": {"cpr": "str", "region": "str", "valid_from": "date", "valid_to": "date"},
    "referrals": {"cpr": "str", "code": "str", "valid_from": "date", "valid_to": "date"},
    "activity": {"cpr": "str", "supplier": "str", "code": "str", "performed_on": "date"},
    "history": {"key": "str", "reference": "str"},
}  # fmt: skip
PARAMETERS = {"activity_days": "int", "buyer_gln": "str", "region_code": "str"}
GIVEN = {"activity_days": 3, "buyer_gln": "5790001000011", "region_code": "1082"}
Columns = dict[str, pa.Array]


@dataclass(frozen=True)
class Invented:
    """All documents and lines, and the registers by name, as columns."""

    documents: Columns
    lines: Columns
    registers: dict[str, Columns]


def invented(count: int, seed: int = 1) -> Invented:
    """So many documents with their lines and registers, the same for the same seed."""
    random = np.random.default_rng(seed)
    lines = count * LINES
    supplier = np.repeat(random.integers(0, SUPPLIERS, count), LINES)
    person, code = random.integers(0, lines, lines), random.integers(0, CODES, lines)
    on = MONTH + random.integers(0, 28, lines)
    rate = 1000 + (supplier * CODES + code) * 7 + (on >= MONTH + 14) * 50
    price = np.where(random.random(lines) < 0.02, rate + 1, rate)
    amount = price * 100 + (random.random(lines) < 0.01) * 50
    columns = {
        "supplier": texts(supplier, SUPPLIER),
        "cpr": texts(person, PERSON),
        "code": texts(code, CODE),
        "service_date": pa.array(on),
        "quantity": money(np.full(lines, 100)),
        "price": money(price * 100),
        "amount": money(amount),
    }
    payable = amount.reshape(count, LINES).sum(axis=1)
    registers = {
        "agreements": agreements(),
        "population": population(random, lines),
        "referrals": referrals(random, person, code, on),
        "activity": activity(random, (person, supplier, code), on),
        "history": history(count),
    }
    return Invented(documents(random, supplier[::LINES], payable), columns, registers)


def documents(random: np.random.Generator, supplier: np.ndarray, payable: np.ndarray) -> Columns:
    """Documents of which one in a hundred repeats the number of the one before it."""
    count = len(supplier)
    number = np.arange(count) - (random.random(count) < 0.01)
    buyer = np.where(random.random(count) < 0.995, 11, 28)
    return {
        "supplier": texts(supplier, SUPPLIER),
        "number": texts(number, NUMBER),
        "supplier_number": joined(texts(supplier, SUPPLIER), texts(number, NUMBER)),
        "reference": texts(np.arange(count), NUMBER),
        "position": pa.array(np.arange(count)),
        "buyer": texts(buyer, 5_790_001_000_000),
        "line_sum": money(payable),
        "payable": money(payable),
    }


def agreements() -> Columns:
    """A rate for every supplier and code, and another from the fifteenth of the month."""
    pairs = np.arange(SUPPLIERS * CODES)
    rate = 1000 + pairs * 7
    return {
        "supplier": texts(np.tile(pairs // CODES, 2), SUPPLIER),
        "code": texts(np.tile(pairs % CODES, 2), CODE),
        "rate": money(np.concatenate([rate, rate + 50]) * 100),
        "valid_from": pa.array(np.repeat([MONTH - 300, MONTH + 14], len(pairs))),
        "valid_to": pa.array(np.repeat([MONTH + 13, OPEN], len(pairs))),
    }


def population(random: np.random.Generator, count: int) -> Columns:
    """Everyone with a home; one in four has moved."""
    movers = random.choice(count, count // 4, replace=False)
    moved = MONTH - random.integers(-20, 900, len(movers))
    home = np.where(random.random(count) < 0.97, 1082, 1084)
    end = np.full(count + len(movers), OPEN, "datetime64[D]")
    end[movers] = moved - 1
    return {
        "cpr": texts(np.concatenate([np.arange(count), movers]), PERSON),
        "region": texts(np.concatenate([home, np.where(moved > MONTH - 90, 1081, 1082)]), 0),
        "valid_from": pa.array(np.concatenate([np.full(count, MONTH - 4000), moved])),
        "valid_to": pa.array(end),
    }


def referrals(
    random: np.random.Generator, person: np.ndarray, code: np.ndarray, on: np.ndarray
) -> Columns:
    """A referral for nearly every line, a few of them over by then."""
    kept = random.random(len(person)) < 0.98
    before, after = (random.integers(low, 60, int(kept.sum())) for low in (0, -1))
    return {
        "cpr": texts(person[kept], PERSON),
        "code": texts(code[kept], CODE),
        "valid_from": pa.array(on[kept] - before),
        "valid_to": pa.array(on[kept] + after),
    }


def activity(random: np.random.Generator, keys: tuple[np.ndarray, ...], on: np.ndarray) -> Columns:
    """Nearly every service, some of them reported on another day."""
    kept = random.random(len(on)) < 0.96
    person, supplier, code = (each[kept] for each in keys)
    late = random.choice([0, 0, 0, 0, 0, 0, 1, -2, 3, 4], len(person))
    return {
        "cpr": texts(person, PERSON),
        "supplier": texts(supplier, SUPPLIER),
        "code": texts(code, CODE),
        "performed_on": pa.array(on[kept] + late),
    }


def history(count: int) -> Columns:
    """Half as many earlier invoices, of which a few have a number that comes again."""
    number = np.arange(count // 2)
    return {
        "key": joined(texts(number % SUPPLIERS, SUPPLIER), texts(number * 97, NUMBER)),
        "reference": texts(number, 50_000_000),
    }


def texts(numbers: np.ndarray, offset: int) -> pa.Array:
    """Numbers from `offset` on as text."""
    return pa.array(numbers + offset).cast(pa.string())


def joined(one: pa.Array, other: pa.Array) -> pa.Array:
    """Two texts with a bar between."""
    return pc.binary_join_element_wise(one, other, "|")


def money(cents: np.ndarray) -> pa.Array:
    """Whole øre as kroner."""
    return pa.array(cents / 100).cast(pa.decimal128(15, 2))


def fitted(columns: Columns, kinds: dict[str, str]) -> pa.Table:
    """The columns with the declared types."""
    wanted = schema(kinds)
    return pa.table([columns[name].cast(wanted.field(name).type) for name in kinds], schema=wanted)
