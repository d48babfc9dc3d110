"""The sample of medical certificates: seeded as its table says, and decided as its key says."""

import csv
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gevinst.blocks.medical_certificates.block import block
from gevinst.blocks.medical_certificates.sample.cases import Case
from gevinst.blocks.medical_certificates.sample.documents import document
from gevinst.blocks.medical_certificates.sample.faults import FAULTS
from gevinst.blocks.medical_certificates.sample.kinds import BY_NAME, DUPLICATE, KINDS, counts
from gevinst.blocks.medical_certificates.sample.month import (
    Month,
    sample_month,
    with_copies,
    write_month,
)
from gevinst.engines.blockkit import Item, Outcome, Refused, Severity
from gevinst.engines.blockkit.folder_run import documents, run_folder
from gevinst.engines.blockkit.folder_run import settings as own_settings
from gevinst.engines.blockkit.reconciliation import account
from gevinst.engines.blockkit.registers import load_registers
from gevinst.engines.control import check_examples
from gevinst.engines.control.trial import try_examples
from gevinst.engines.invoicing.sample.kinds import REFUSED, SOUND

OCTOBER = date(2026, 10, 1)


@pytest.mark.parametrize(("invoices", "seed"), [(200, 1), (200, 2), (150, 3), (12, 4), (1, 5)])
def test_every_document_is_decided_as_the_key_says(
    tmp_path: Path, invoices: int, seed: int
) -> None:
    write_month(sample_month(block.manifest, invoices, seed, OCTOBER), tmp_path)
    with (tmp_path / "answer_key.csv").open(encoding="utf-8", newline="") as opened:
        key = {row["file"]: row for row in csv.DictReader(opened)}
    own = own_settings(tmp_path)
    assert (own.block, own.on) == ("medical_certificates", date(2026, 11, 2))
    registers = load_registers(tmp_path / "registers", block.manifest)
    files = documents(tmp_path, tmp_path / "out")
    done = run_folder(
        block, files, tmp_path / "invoices", registers, on=own.on or OCTOBER, parameters={}
    )
    found = {
        name: (str(decided.verdict), decided.queue, decided.reason, f"{item.amount:.2f}")
        for name, item, decided in done.items()
    } | {name: ("refused", "", each.code, "") for name, each in done.refused()}
    wanted = {
        name: (row["verdict"], row["queue"], row["reason"], row["amount"])
        for name, row in key.items()
    }
    assert found == wanted
    assert account(done).reconciles()


@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.integers(0, 10**9), st.dates(date(2025, 1, 1), date(2027, 12, 1)))
def test_each_seeded_error_is_found_by_the_rule_meant_for_it(seed: int, day: date) -> None:
    """And in a month of one fault an invoice nothing else stops what is sound."""
    made = sample_month(block.manifest, 100, seed, day.replace(day=1))
    for case, (verdict, stopped) in zip(made.cases, decided(made), strict=True):
        kind = BY_NAME[case.kind]
        assert (verdict, kind.reason in stopped or not kind.reason) == (kind.verdict, True), (
            case.kind
        )
        if kind.verdict == "approve":
            assert stopped == set()


def decided(made: Month) -> list[tuple[str, set[str]]]:
    """Each invoice's verdict, and the mandatory rules that are not ok."""
    read = [block.read(document(case), "x.xml") for case in made.cases]
    items = [each for each in read if isinstance(each, Item)]
    answers = iter(block.decide(items, registers_of(made), made.control_on, {}))
    return [
        (REFUSED, {each.code})
        if isinstance(each, Refused)
        else (
            str((said := next(answers)).verdict),
            {
                found.rule
                for found in said.findings
                if found.outcome is not Outcome.OK and found.severity is Severity.MANDATORY
            },
        )
        for each in read
    ]


def registers_of(made: Month):  # type: ignore[no-untyped-def]
    from gevinst.blocks.medical_certificates.tests.conftest import registers

    return registers({name: each.to_pylist() for name, each in made.registers.items()})


def test_the_same_seed_gives_the_same_bytes() -> None:
    first, same, other = (
        [document(case) for case in sample_month(block.manifest, 60, seed, OCTOBER).cases]
        for seed in (1, 1, 2)
    )
    assert first == same
    assert first != other


def test_every_kind_is_there_as_often_as_the_table_says() -> None:
    made = sample_month(block.manifest, 1000, 1, OCTOBER)
    assert Counter(case.kind for case in made.cases) == Counter(counts(1000))
    assert {kind.name for kind in KINDS} | {SOUND} == set(FAULTS)


def test_a_duplicate_with_nothing_to_copy_stays_a_sound_invoice() -> None:
    made = sample_month(block.manifest, 1, 1, OCTOBER)
    (case,) = made.cases
    case.kind = DUPLICATE
    assert [each.kind for each in with_copies([case])] == [SOUND]


def test_a_month_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="0 invoices cannot be"):
        sample_month(block.manifest, 0, 1, OCTOBER)


def test_a_case_knows_its_request() -> None:
    case: Case = sample_month(block.manifest, 1, 1, OCTOBER).cases[0]
    assert case.request["case_number"] == case.case_number


def test_every_rule_does_what_its_examples_say() -> None:
    assert [str(fault) for fault in check_examples(block.rules)] == []


def test_every_case_of_its_own_rules_has_an_example() -> None:
    own = {
        "request",
        "doctor",
        "cancelled",
        "one-payment",
        "variant",
        "fee",
        "vat",
        "vat-sum",
        "no-charges",
    }
    shown = {(each.rule.id, each.found) for each in try_examples(block.rules)}
    cases = {
        (rule.id, number)
        for rule in block.rules.rules
        if rule.id in own
        for number in range(len(rule.cases))
    }
    assert cases - shown == set()
