"""The sample month: the same for a seed, seeded as the table says, and decided as its key says."""

import csv
import json
from collections import Counter
from datetime import date
from pathlib import Path
from random import Random

import pytest

from gevinst.blocks.invoice_control.block import block
from gevinst.blocks.invoice_control.sample.cases import Planner
from gevinst.blocks.invoice_control.sample.catalogue import catalogue
from gevinst.blocks.invoice_control.sample.faults import FAULTS
from gevinst.blocks.invoice_control.sample.folder import write_month
from gevinst.blocks.invoice_control.sample.kinds import BY_NAME, DUPLICATE, KINDS, SOUND, counts
from gevinst.blocks.invoice_control.sample.month import sample_month, with_copies
from gevinst.engines.blockkit.folder_run import FolderRun, documents, run_folder, settings
from gevinst.engines.blockkit.reconciliation import account
from gevinst.engines.blockkit.registers import load_registers
from gevinst.engines.identifiers import is_cpr, is_cvr, is_gln
from gevinst.engines.invoicing.sample.companies import cvr
from gevinst.engines.invoicing.sample.people import person_numbers

OCTOBER = date(2026, 10, 1)
Key = list[dict[str, str]]


def made(folder: Path, invoices: int, mr: int, seed: int) -> Key:
    write_month(sample_month(block.manifest, invoices, mr, seed, OCTOBER), folder)
    with (folder / "answer_key.csv").open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


def run(folder: Path) -> FolderRun:
    own = settings(folder)
    assert own.on == date(2026, 11, 2)
    registers = load_registers(folder / "registers", block.manifest)
    files = documents(folder, folder / "out")
    return run_folder(block, files, folder / "invoices", registers, on=own.on, parameters={})


def answers(done: FolderRun) -> dict[str, tuple[str, ...]]:
    given = {
        name: (str(decided.verdict), decided.queue, decided.reason, f"{item.amount:.2f}")
        for name, item, decided in done.items()
    }
    refused = {name: ("refused", "", each.code, "") for name, each in done.refused()}
    return given | refused


@pytest.mark.parametrize("seed", [1, 2, 3, 4, 5])
def test_every_document_is_decided_as_the_key_says(tmp_path: Path, seed: int) -> None:
    key = made(tmp_path, 300, 30, seed)
    done = run(tmp_path)
    found = answers(done)
    wanted = {
        row["file"]: (row["verdict"], row["queue"], row["reason"], row["amount"]) for row in key
    }
    assert {
        name: (found[name], wanted[name]) for name in wanted if found[name] != wanted[name]
    } == {}
    assert len(found) == 300
    assert account(done).reconciles()


@pytest.mark.parametrize(("invoices", "mr"), [(1, 0), (1, 1), (12, 3), (40, 40), (99, 0)])
def test_small_months_agree_too(tmp_path: Path, invoices: int, mr: int) -> None:
    key = made(tmp_path, invoices, mr, 7)
    found = answers(run(tmp_path))
    assert [found[row["file"]][0] for row in key] == [row["verdict"] for row in key]
    assert sum(row["scan"] == "1" for row in key) == mr


@pytest.mark.parametrize("month", [date(2026, 2, 1), date(2026, 12, 1), date(2024, 2, 1)])
def test_any_month_can_be_made(tmp_path: Path, month: date) -> None:
    made_ = sample_month(block.manifest, 120, 12, 3, month)
    write_month(made_, tmp_path)
    registers = load_registers(tmp_path / "registers", block.manifest)
    files = documents(tmp_path, tmp_path / "out")
    done = run_folder(
        block, files, tmp_path / "invoices", registers, on=made_.control_on, parameters={}
    )
    found = answers(done)
    kinds = [BY_NAME[case.kind] for case in made_.cases]
    assert [found[f"{n:05d}.xml"][:3] for n in range(1, 121)] == [
        (kind.verdict, kind.queue, kind.reason) for kind in kinds
    ]


def test_the_same_seed_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a", "b", "c"):
        made(tmp_path / name, 60, 6, 2 if name == "c" else 1)
    first, same, other = (
        {file.relative_to(tmp_path / name): file.read_bytes()
         for file in sorted((tmp_path / name).rglob("*")) if file.suffix in (".xml", ".csv")}
        for name in ("a", "b", "c")
    )  # fmt: skip
    assert first == same
    assert first != other


def test_every_kind_is_there_as_often_as_the_table_says(tmp_path: Path) -> None:
    key = made(tmp_path, 300, 30, 1)
    assert Counter(row["kind"] for row in key) == Counter(counts(300))
    assert sum(row["scan"] == "1" for row in key) == 30
    assert {kind.name for kind in KINDS} | {"sound"} == set(FAULTS)


def test_all_three_profiles_are_there(tmp_path: Path) -> None:
    made(tmp_path, 100, 10, 1)
    done = run(tmp_path)
    assert {item.document.profile for _, item, _ in done.items()} == {
        "oioubl-2", "oioubl-3", "peppol-bis-3",
    }  # fmt: skip


def test_nobody_is_real(tmp_path: Path) -> None:
    made(tmp_path, 60, 6, 1)
    numbers = load_registers(tmp_path / "registers", block.manifest)["population"].table["cpr"]
    assert all(is_cpr(each) and int(each[:2]) > 60 for each in numbers.to_pylist()[:500])
    assert is_cvr(cvr(99_000_000))
    assert is_gln(
        next(each.default for each in block.manifest.parameters if each.name == "buyer_gln")
    )


def test_the_population_holds_people_who_moved_and_people_of_no_concern(tmp_path: Path) -> None:
    key = made(tmp_path, 60, 6, 1)
    numbers = load_registers(tmp_path / "registers", block.manifest)["population"].table["cpr"]
    assert len(numbers) > 10 * len(key)
    assert len(numbers.unique()) < len(numbers)


def test_registers_say_which_extract_they_are(tmp_path: Path) -> None:
    made(tmp_path, 5, 1, 1)
    registers = load_registers(tmp_path / "registers", block.manifest)
    notes = json.loads((tmp_path / "registers" / "extracts.json").read_text(encoding="utf-8"))
    assert {name: each.extract.id for name, each in registers.items()} == {
        name: note["id"] for name, note in notes.items()
    }


def test_a_duplicate_with_nothing_to_copy_stays_a_sound_invoice() -> None:
    random = Random(1)
    planner = Planner(random, catalogue(random, OCTOBER), person_numbers(random), OCTOBER)
    scan, other = planner.sound(DUPLICATE, mr=True), planner.sound(SOUND, mr=False)
    assert [case.kind for case in with_copies(planner, [scan, other])] == [SOUND, SOUND]


def test_no_person_number_is_given_out_twice() -> None:
    class Repeating(Random):
        """Draws the same numbers twice before it draws others."""

        drawn = (61, 1, 2, 3) * 2 + (62, 1, 2, 3)

        def randint(self, a: int, b: int) -> int:
            first, *self.drawn = self.drawn
            return first

    numbers = person_numbers(Repeating())
    assert [next(numbers), next(numbers)] == ["6101020003", "6201020003"]


@pytest.mark.parametrize(("invoices", "mr"), [(0, 0), (10, 11), (10, -1)])
def test_sizes_that_cannot_be_are_refused(invoices: int, mr: int) -> None:
    with pytest.raises(ValueError, match="cannot be"):
        sample_month(block.manifest, invoices, mr, 1, OCTOBER)
