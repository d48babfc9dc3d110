"""Leaving out the facts that find nothing, and rows that none can find, changes no answer."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gevinst.engines.blockkit import arrays
from gevinst.engines.control import Plan, execute, plan
from gevinst.engines.control.lean import lean
from gevinst.engines.control.narrow import FEW, narrowed
from gevinst.engines.control.plan import in_order
from gevinst.engines.control.tests.conftest import (
    FACTS,
    GIVEN,
    PARAMETERS,
    REGISTERS,
    loaded,
    rule,
)

TOTALS = """  spread:
    subject: loan
    register: fees
    match: {kind: kind}
    totals: [rate, start]
"""
ASKING = rule(
    ("fee.matches > 0 and fee.rate == loan.price", "ok"),
    ("spread.min_rate > 1 or spread.first_start > loan.on", "fail"),
    ("event.distance > 1", "fail"),
    ("", "undecided"),
)
SUMMED = ASKING.replace("spread.min_rate", "spread.sum_rate")
DAYS = st.dates(date(2026, 1, 1), date(2026, 1, 5))
WORDS = st.sampled_from([None, "a", "b"])
LOAN = st.fixed_dictionaries(
    {"kind": WORDS, "on": st.none() | DAYS, "key": WORDS, "reference": WORDS, "position": st.integers(0, 3)}
)  # fmt: skip
EVENT = st.fixed_dictionaries({"kind": WORDS, "on": DAYS})
FEE = st.fixed_dictionaries(
    {"kind": WORDS, "rate": st.sampled_from([Decimal(1), Decimal(2)]), "start": st.none() | DAYS}
)
SEEN = st.fixed_dictionaries({"key": WORDS, "reference": WORDS})
Rows = Sequence[Mapping[str, Any]]


@pytest.fixture(scope="module", params=[ASKING, SUMMED], ids=["plain", "summed"])
def ready(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Plan:
    """A plan with a fact of every kind, with and without a sum."""
    book = loaded(tmp_path_factory.mktemp("rules"), request.param, FACTS + TOTALS)
    about = book.about("loan", date(2026, 1, 1))
    return plan(book, "loan", about, registers=REGISTERS, parameters=PARAMETERS)


def tables(loans: Rows, **registers: Rows) -> tuple[pa.Table, dict[str, pa.Table]]:
    """The loans and every register, empty where it is not given."""
    kinds = {"kind": "str", "on": "date", "price": "decimal", "quantity": "decimal",
             "base": "decimal", "amount": "money", "key": "str", "reference": "str",
             "position": "int", "count": "int"}  # fmt: skip
    subjects = arrays.table(kinds, loans)
    read = {name: arrays.table(of, registers.get(name, [])) for name, of in REGISTERS.items()}
    return subjects, {**read, "loan": subjects}


def whole(ready: Plan, subjects: pa.Table, registers: Mapping[str, pa.Table]) -> pa.Table:
    """The answers of the SQL as it was compiled, over all rows."""
    return in_order(execute(ready.sql, ready.tables(subjects, registers, GIVEN)))


@settings(deadline=None, max_examples=40)
@given(
    loans=st.lists(LOAN, min_size=1, max_size=3),
    more=st.sampled_from([0, FEW]),
    registers=st.fixed_dictionaries(
        {"events": st.lists(EVENT), "history": st.lists(SEEN), "fees": st.lists(FEE)}
    ),
)
def test_the_answers_are_those_of_the_whole(
    ready: Plan, loans: list[dict[str, Any]], more: int, registers: Mapping[str, Rows]
) -> None:
    subjects, read = tables([*loans, *loans[:1] * more], **registers)
    assert ready.run(subjects, read, GIVEN).equals(whole(ready, subjects, read))


def test_a_fact_without_rows_has_no_join(ready: Plan) -> None:
    count, joins = len(ready.facts), ready.sql.count("LEFT OUTER JOIN")
    assert joins == count
    assert lean(ready.sql, frozenset({0}), count).count("LEFT OUTER JOIN") == joins - 1


def test_a_sum_keeps_its_join_since_its_type_is_not_told(ready: Plan) -> None:
    count = len(ready.facts)
    place = [fact.name for fact in ready.facts].index("spread")
    left = lean(ready.sql, frozenset({place}), count).count("LEFT OUTER JOIN")
    assert left == (count if "sum_rate" in ready.sql else count - 1)


def test_sql_that_is_not_ours_stays_as_it_was() -> None:
    assert lean("SELECT 1", frozenset({0}), 1) == "SELECT 1"


ONE = {"kind": "a", "key": "k", "reference": "r", "position": 1}
FOUND = [
    ("the key of another", {"history": [{"key": "other", "reference": "s"}]}, False),
    ("its own reference", {"history": [{"key": "k", "reference": "r"}]}, False),
    ("no reference", {"history": [{"key": "k", "reference": None}]}, False),
    ("another of the key", {"history": [{"key": "k", "reference": "s"}]}, True),
]


@pytest.mark.parametrize(("rows", "found"), [each[1:] for each in FOUND], ids=[e[0] for e in FOUND])
def test_a_few_subjects_are_looked_for_by_their_keys(
    ready: Plan, rows: dict[str, Rows], *, found: bool
) -> None:
    subjects, registers = tables([ONE], **rows)
    place = [fact.name for fact in ready.facts].index("seen")
    assert (place not in narrowed(ready.facts, subjects, registers).silent) is found


def test_only_rows_that_can_be_found_are_read(ready: Plan) -> None:
    history = [{"key": key, "reference": "s"} for key in ("other", "k", "k")]
    subjects, registers = tables([ONE], history=history)
    known = narrowed(ready.facts, subjects, registers)
    assert known.table("history", registers["history"])["key"].to_pylist() == ["k", "k"]


def test_columns_of_unlike_types_are_left_to_the_sql(ready: Plan) -> None:
    subjects, registers = tables([ONE])
    registers["history"] = pa.table({"key": pa.array([b"k"]), "reference": pa.array(["s"])})
    known = narrowed(ready.facts, subjects, registers)
    assert known.table("history", registers["history"]) is registers["history"]
