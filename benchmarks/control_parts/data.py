"""Invented lines, documents and registers in bulk: about one row in ten is wrong in some way."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from gevinst.engines.blockkit import block
from gevinst.engines.blockkit.columns import schema
from gevinst.engines.control import RuleBook

MONTH = np.datetime64("2026-10-01")
SUPPLIERS, CODES = 40, 60
PERIOD = 900
KINDS = ("document", "line")


@dataclass(frozen=True)
class Batch:
    """Everything that the controls read; `registers` by name."""

    lines: pa.Table
    documents: pa.Table
    registers: dict[str, pa.Table]


def made(lines: int, seed: int = 1) -> Batch:
    """A batch of so many lines, two a document, with registers of about as many rows."""
    random = np.random.default_rng(seed)
    robot = block("invoice_control")
    book: RuleBook = robot.rules
    person, supplier, code = (random.integers(0, n, lines) for n in (lines, SUPPLIERS, CODES))
    on = MONTH + random.integers(0, 28, lines)
    rate = 1000 + (supplier * CODES + code) * 7 + (on >= MONTH + 14) * 50
    price = np.where(random.random(lines) < 0.02, rate + 1, rate)
    amount = np.where(random.random(lines) < 0.01, price * 100 + 50, price * 100)
    columns = {
        "supplier": texts(supplier, 90_000_000),
        "sender": texts(supplier, 90_000_000),
        "reference": texts(np.arange(lines) // 2, 10_000_000),
        "position": pa.array(np.arange(lines) // 2 * 100_000 + np.arange(lines) % 2),
        "person": texts(person, 100_000_000),
        "replacement": pa.array(np.zeros(lines, np.int64)),
        "code_count": pa.array(np.ones(lines, np.int64)),
        "code_known": pa.array(np.zeros(lines, np.int64)),
        "code_group": texts(code // 10, 100),
        "condition": pa.nulls(lines, pa.string()),
        "currency": pa.array(["DKK"] * lines),
        "cpr": texts(person, 6_101_000_000),
        "cpr_count": pa.array(np.ones(lines, np.int64)),
        "code": texts(code, 1_000),
        "service_date": pa.array(on),
        "issue_date": pa.array(on + 5),
        "decided_on": pa.array(np.full(lines, np.datetime64("2026-11-02"))),
        "quantity": decimals(np.ones(lines, np.int64), 0),
        "price": decimals(price, 0),
        "base": decimals(np.ones(lines, np.int64), 0),
        "amount": decimals(amount, 2),
        "adjustment": decimals(np.zeros(lines, np.int64), 0),
    }
    tables = registers(random, lines, person=person, supplier=supplier, code=code, on=on)
    specs = {name: kinds for name, kinds in robot.manifest.tables.items() if name not in KINDS}
    return Batch(
        fitted(columns, book.subjects["line"]),
        fitted(documents(random, lines // 2), book.subjects["document"]),
        {name: fitted(tables.get(name, {}), kinds) for name, kinds in specs.items()},
    )


def documents(random: np.random.Generator, count: int) -> dict[str, pa.Array]:
    """Documents of which one in a hundred repeats the number of another."""
    number = np.arange(count)
    number = np.where(random.random(count) < 0.01, random.integers(0, count, count), number)
    supplier, payable = number % SUPPLIERS, random.integers(1000, 20_000, count)
    zero, whole = decimals(np.zeros(count, np.int64), 0), decimals(payable, 0)
    key = pc.binary_join_element_wise(texts(supplier, 90_000_000), texts(number, 10_000_000), "|")
    columns = {
        "kind": pa.array(["invoice"] * count),
        "supplier": texts(supplier, 90_000_000),
        "number": texts(number, 10_000_000),
        "supplier_number": key,
        "reference": texts(np.arange(count), 10_000_000),
        "position": pa.array(np.arange(count)),
        "buyer": pa.array(["5790001000011"] * count),
        "issue_date": pa.array(MONTH + 25 + number % 3),
        "decided_on": pa.array(np.full(count, np.datetime64("2026-11-02"))),
        "sender": texts(supplier, 90_000_000),
        "plain_number": texts(number, 10_000_000),
        "credits": pa.nulls(count, pa.string()),
        "uuid": pa.nulls(count, pa.string()),
        "copy": pa.array(np.zeros(count, np.int64)),
        "people": texts(np.arange(count), 100_000_000),
        "account": texts(supplier, 7_000_000),
        "accounts": pa.array(np.ones(count, np.int64)),
        "account_country": pa.array(["DK"] * count),
        "draw": pa.array(np.arange(count) % 1000),
    }
    amounts = ("line_sum", "lines_total", "without_tax", "with_tax", "payable")
    nothing = ("tax", "allowances", "charges", "prepaid", "rounding", "added")
    return {**columns, **dict.fromkeys(amounts, whole), **dict.fromkeys(nothing, zero)}


def registers(
    random: np.random.Generator,
    lines: int,
    *,
    person: np.ndarray,
    supplier: np.ndarray,
    code: np.ndarray,
    on: np.ndarray,
) -> dict[str, dict[str, pa.Array]]:
    """A population of everyone with moves, referrals and activity for nearly all lines, and history."""
    moved = MONTH - random.integers(-20, PERIOD, lines // 4)
    movers = random.choice(lines, lines // 4, replace=False)
    everyone = np.concatenate([np.arange(lines), movers])
    home = np.where(random.random(lines) < 0.97, 1082, 1084)
    region = np.concatenate([home, np.where(random.random(len(movers)) < 0.9, 1082, 1081)])
    start = np.concatenate([np.full(lines, MONTH - 4000), moved])
    end = np.full(len(everyone), np.datetime64("NaT"), "datetime64[D]")
    end[movers] = moved - 1
    referred, reported = random.random(lines) < 0.98, random.random(lines) < 0.96
    late = random.choice([0, 0, 0, 1, -2, 3, 4], int(reported.sum()))
    pairs = np.arange(SUPPLIERS * CODES)
    base = 1000 + pairs * 7
    old = lines // 2
    return {
        "agreements": {
            "supplier": texts(np.tile(pairs // CODES, 2), 90_000_000),
            "code": texts(np.tile(pairs % CODES, 2), 1_000),
            "rate": decimals(np.concatenate([base, base + 50]), 0),
            "valid_from": pa.array(np.repeat([MONTH - 300, MONTH + 14], len(pairs))),
            "valid_to": pa.array(np.repeat([MONTH + 13, np.datetime64("NaT")], len(pairs))),
            "agreement": texts(np.arange(len(pairs) * 2), 1),
        },
        "population": {
            "cpr": texts(everyone, 6_101_000_000),
            "region": texts(region, 0),
            "valid_from": pa.array(start),
            "valid_to": pa.array(end),
        },
        "referrals": {
            "cpr": texts(person[referred], 6_101_000_000),
            "code": texts(code[referred], 1_000),
            "valid_from": pa.array(on[referred] - random.integers(0, 60, int(referred.sum()))),
            "valid_to": pa.array(on[referred] + random.integers(-1, 60, int(referred.sum()))),
            "referred_by": texts(code[referred], 100),
            "may_refer": pa.array(np.ones(int(referred.sum()), np.int64)),
        },
        "activity": {
            "cpr": texts(person[reported], 6_101_000_000),
            "supplier": texts(supplier[reported], 90_000_000),
            "code": texts(code[reported], 1_000),
            "performed_on": pa.array(on[reported] + late),
            "reported_at": pa.array(on[reported] + 6),
        },
        "history": {
            "key": pc.binary_join_element_wise(
                texts(np.arange(old) % SUPPLIERS, 90_000_000),
                texts(np.arange(old) * 97 + 7, 10_000_000),
                "|",
            ),
            "reference": texts(np.arange(old), 50_000_000),
            "received_at": pa.array(["2026-09-01"] * old),
            "position": pa.array(np.full(old, -1)),
        },
        "paid_accounts": {
            "sender": texts(np.arange(SUPPLIERS), 90_000_000),
            "account": texts(np.arange(SUPPLIERS), 7_000_000),
        },
    }


def texts(numbers: np.ndarray, offset: int) -> pa.Array:
    """Numbers from `offset` on as text."""
    return pa.array(numbers + offset).cast(pa.string())


def decimals(values: np.ndarray, scale: int) -> pa.Array:
    """Whole numbers of 10^-scale."""
    return pa.array(values / 10**scale).cast(pa.decimal128(15, 2))


def fitted(columns: dict[str, pa.Array], kinds: dict[str, str]) -> pa.Table:
    """The columns with the declared types."""
    wanted = schema(kinds)
    rows = len(next(iter(columns.values()), ()))
    arrays = [columns.get(name, pa.nulls(rows, wanted.field(name).type)) for name in kinds]
    types = [wanted.field(name).type for name in kinds]
    fitting = [array.cast(kind) for array, kind in zip(arrays, types, strict=True)]
    return pa.table(fitting, schema=wanted)
