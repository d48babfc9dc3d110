"""Sample months logged, made again from the evidence, and tried on changed rules."""

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gevinst.blocks.invoice_control.block import block
from gevinst.blocks.invoice_control.sample.folder import write_month
from gevinst.blocks.invoice_control.sample.month import sample_month
from gevinst.engines.blockkit.contract import Block, Decided, Item, Registers
from gevinst.engines.blockkit.folder_run import FolderRun, documents, run_folder
from gevinst.engines.blockkit.registers import load_registers
from gevinst.engines.control.impact import impact
from gevinst.engines.decisionlog import FolderLog, Origin, past_batches, replay, standing, verify

ON = date(2026, 11, 2)


def logged(folder: Path, seed: int, count: int) -> tuple[FolderLog, FolderRun, Registers]:
    """A month of so many invoices, decided and logged."""
    month = sample_month(block.manifest, count, count // 10, seed, date(2026, 10, 1))
    write_month(month, folder / "month")
    log, registers = (
        FolderLog(folder / "out"),
        load_registers(folder / "month" / "registers", block.manifest),
    )
    files = documents(folder / "month", folder / "out")
    run = run_folder(block, files, folder, registers, on=ON, parameters={}, keep=log.archive.put)
    log.record(block, run, registers, Origin(datetime.now(UTC), "test"), log.head())
    return log, run, registers


@settings(max_examples=4, deadline=None)
@given(st.integers(0, 1 << 16), st.integers(30, 60))
def test_any_month_comes_out_the_same(seed: int, count: int) -> None:
    with TemporaryDirectory() as folder:
        log, run, _ = logged(Path(folder), seed, count)
        assert verify(log.read()) is None
        ((batch, decisions),) = standing(log.read())
        result = replay(batch, decisions, log.archive, block)
        assert (result.equal, result.differing) == (len(run.received), ())


CHANGES = [
    ("line.price == agreement_on_service_date.rate * line.base",
     "line.price <= agreement_on_service_date.rate * line.base + 200"),
    ("region == parameter.region_code", "region != parameter.region_code"),
    ("received_before.matches > 0", "received_before.matches >= 0"),
    ("supplier_number: supplier_number}\n    earlier:",
     "supplier_number: supplier_number}\n    other_than:"),
]  # fmt: skip


@pytest.fixture(scope="module")
def month(tmp_path_factory: pytest.TempPathFactory) -> tuple[FolderLog, FolderRun, Registers]:
    return logged(tmp_path_factory.mktemp("month"), 3, 150)


@pytest.mark.parametrize("change", CHANGES)
def test_an_impact_on_a_month_is_what_deciding_it_again_says(
    month: tuple[FolderLog, FolderRun, Registers], change: tuple[str, str]
) -> None:
    log, run, registers = month
    files = {name: text.replace(*change) for name, text in block.rule_files.items()}
    assert files != block.rule_files
    new = block.with_rules(files)
    items = [item for _, item, _ in run.items()]
    before, after = said(run.judgement.decided), again(new, items, registers)
    ((batch, _),) = standing(log.read())
    found = impact(block.rules, new.rules, past_batches([batch], log.archive, block), ON)
    assert found.verdicts == Counter((a[0], b[0]) for a, b in zip(before, after, strict=True))
    assert found.changed == sum(a != b for a, b in zip(before, after, strict=True))
    assert found.changed > 0
    assert found.remarks == ()


def again(new: Block, items: Sequence[Item], registers: Registers) -> list[tuple[str, str, str]]:
    return said(new.judge_batch(items, registers, ON, {}).decided)


def said(decided: Sequence[Decided]) -> list[tuple[str, str, str]]:
    return [(str(each.verdict), each.queue, each.reason) for each in decided]
