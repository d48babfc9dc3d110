"""Whatever the month is: every seeded error is found by its own rule, and order changes nothing."""

from dataclasses import replace
from datetime import date
from functools import cache
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gevinst.blocks.invoice_control.block import block
from gevinst.blocks.invoice_control.sample.documents import document
from gevinst.blocks.invoice_control.sample.kinds import (
    BY_NAME,
    DUPLICATE,
    KINDS,
    REFER,
    REFUSED,
    WAIT,
)
from gevinst.blocks.invoice_control.sample.month import Month, sample_month
from gevinst.blocks.invoice_control.tests.conftest import registers
from gevinst.engines.blockkit import Decided, Item, Outcome, Registers, Severity

OCTOBER = date(2026, 10, 1)
SIZE = 110


@cache
def month() -> Month:
    return sample_month(block.manifest, SIZE, 11, 5, OCTOBER)


@cache
def given_registers() -> Registers:
    tables = {name: table.to_pylist() for name, table in month().registers.items()}
    return registers(tables)


@cache
def items() -> tuple[tuple[str, Item], ...]:
    """The kind and the item of each document that can be read, in the order received."""
    read = [(case.kind, block.read(document(case), "x")) for case in month().cases]
    return tuple((kind, each) for kind, each in read if isinstance(each, Item))


def decide(some: list[Item]) -> list[Decided]:
    return list(block.decide(some, given_registers(), month().control_on, {}))


def answers(some: list[Item]) -> dict[str, tuple[str, str, str]]:
    return {each.reference: (str(each.verdict), each.queue, each.reason) for each in decide(some)}


@cache
def whole() -> dict[str, tuple[str, str, str]]:
    return answers([each for _, each in items()])


@cache
def stopped() -> dict[str, list[tuple[int, str]]]:
    """For each kind, the order and id of every mandatory rule that is not ok in its documents."""
    orders = {rule.id: rule.order for rule in block.rules.rules}
    found: dict[str, list[tuple[int, str]]] = {}
    said = decide([each for _, each in items()])
    for (kind, _), each in zip(items(), said, strict=True):
        against = found.setdefault(kind, [])
        against += [
            (orders[finding.rule], finding.rule)
            for finding in each.findings
            if finding.severity is Severity.MANDATORY and finding.outcome is not Outcome.OK
        ]
    return found


ERRORS = [kind.name for kind in KINDS if kind.verdict in (REFER, WAIT)]


@pytest.mark.parametrize("name", ERRORS)
def test_the_rule_meant_for_an_error_speaks_and_no_other_before_it(name: str) -> None:
    meant = BY_NAME[name].reason
    said = stopped()[name]
    assert meant in {rule for _, rule in said}
    assert min(said)[1] == meant


def test_every_rule_that_can_be_seeded_stops_something() -> None:
    seeded = {kind.reason for kind in KINDS if kind.verdict not in (REFUSED, "approve")}
    everything = {rule.id for rule in block.rules.rules}
    # A fault of format alone stops nothing until the authority asks that it does.
    format_ = {"format", "format-required"}
    without = {"document-sums", "issue-date", "split-invoice", "sample", *format_}
    assert everything - seeded == without


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 2**32))
def test_the_order_of_documents_changes_nothing(seed: int) -> None:
    """But for a copy and what it copies, of which the one received first is the first."""
    random = Random(seed)
    mixed = [each for kind, each in items() if kind != DUPLICATE]
    random.shuffle(mixed)
    found = answers(mixed)
    assert {name: whole()[name] for name in found} == found


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(1, SIZE))
def test_the_size_of_a_batch_changes_nothing(size: int) -> None:
    """But for what is evidence to each other, which the host hands back: see test_earlier_invoices.py."""
    single = [each for kind, each in items() if kind != DUPLICATE][:30]
    found: dict[str, tuple[str, str, str]] = {}
    for start in range(0, len(single), size):
        found |= answers(single[start : start + size])
    assert {name: whole()[name] for name in found} == found


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 2**32))
def test_the_order_of_lines_changes_nothing(seed: int) -> None:
    random, turned = Random(seed), []
    for _, each in items():
        lines = list(each.document.lines)
        random.shuffle(lines)
        turned.append(replace(each, document=replace(each.document, lines=tuple(lines))))
    assert answers(turned) == whole()


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 2**32))
def test_the_order_of_register_rows_changes_nothing(seed: int) -> None:
    random, tables = Random(seed), {}
    for name, table in month().registers.items():
        rows = table.to_pylist()
        random.shuffle(rows)
        tables[name] = rows
    said = block.decide([each for _, each in items()], registers(tables), month().control_on, {})
    assert {
        each.reference: (str(each.verdict), each.queue, each.reason) for each in said
    } == whole()
