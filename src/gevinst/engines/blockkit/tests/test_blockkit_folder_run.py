"""A folder from files to decisions, and the account that must come out even."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gevinst.engines.blockkit import Verdict
from gevinst.engines.blockkit.folder_run import (
    FolderFault,
    FolderRun,
    documents,
    run_folder,
    settings,
)
from gevinst.engines.blockkit.reconciliation import account
from gevinst.engines.blockkit.tests.conftest import Tiny

ON = date(2026, 11, 2)


def filled(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def run(block: Any, folder: Path, **options: Any) -> FolderRun:
    files = documents(folder, folder / "out")
    return run_folder(block, files, folder, {}, on=ON, parameters={}, **options)


def test_the_content_of_each_document_is_kept_once(tmp_path: Path, tiny: Tiny) -> None:
    folder, kept = filled(tmp_path, {"a.xml": "one 10", "b.xml": "one 10", "c.xml": "bad"}), []
    run(tiny, folder, keep=kept.append)
    assert kept == [b"one 10", b"bad"]


@pytest.mark.parametrize(
    ("names", "found"),
    [
        (["b.xml", "a.XML", "c.txt"], ["a.XML", "b.xml"]),
        (["x/b.xml", "a.xml"], ["a.xml", "x/b.xml"]),
        (["invoices/b.xml", "a.xml"], ["invoices/b.xml"]),
        (["a.xml", "out/b.xml"], ["a.xml"]),
    ],
)
def test_documents_are_the_xml_files_in_order(
    tmp_path: Path, names: list[str], found: list[str]
) -> None:
    folder = filled(tmp_path, dict.fromkeys(names, "x"))
    files = documents(folder, folder / "out")
    assert [file.relative_to(folder).as_posix() for file in files] == found


def test_a_folder_without_documents_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(FolderFault, match=r"there is no \.xml file"):
        documents(tmp_path, tmp_path / "out")


@pytest.mark.parametrize(
    ("text", "on", "parameters"),
    [
        (None, None, {}),
        ("", None, {}),
        ("on = 2026-11-02", ON, {}),
        ("[parameters]\ndays = 3\nregion = '1082'", None, {"days": "3", "region": "1082"}),
    ],
)
def test_a_folder_may_bring_its_own_settings(
    tmp_path: Path, text: str | None, on: date | None, parameters: dict[str, str]
) -> None:
    folder = filled(tmp_path, {} if text is None else {"control.toml": text})
    assert (settings(folder).on, settings(folder).parameters) == (on, parameters)


@pytest.mark.parametrize("text", ["on =", "on = 'today'", "on = 3", "parameters = 3"])
def test_settings_that_cannot_be_read_are_a_fault(tmp_path: Path, text: str) -> None:
    with pytest.raises(FolderFault, match=r"control\.toml"):
        settings(filled(tmp_path, {"control.toml": text}))


def test_every_document_is_decided_and_a_refused_one_stops_nothing(
    tmp_path: Path, tiny: Tiny
) -> None:
    files = {
        "a.xml": "good 10.00 DKK",
        "b.xml": "what",
        "c.xml": "bad 5.50 DKK",
        "d.xml": "late 1 EUR",
    }
    done = run(tiny, filled(tmp_path, files))
    assert [(name, decided.verdict) for name, _, decided in done.items()] == [
        ("a.xml", Verdict.APPROVE), ("c.xml", Verdict.REFER), ("d.xml", Verdict.WAIT),
    ]  # fmt: skip
    assert [name for name, _ in done.refused()] == ["b.xml"]
    assert [line.amount for line in done.delivery.lines] == [Decimal("10.00")]


def test_the_same_bytes_twice_are_one_item(tmp_path: Path, tiny: Tiny) -> None:
    files = {"a.xml": "good 10 DKK", "b.xml": "good 10 DKK", "c.xml": "good 11 DKK"}
    done = run(tiny, filled(tmp_path, files))
    assert done.copies == (("b.xml", "a.xml"),)
    assert (len(done.received), len(done.delivery.lines)) == (2, 2)


def test_progress_is_told_after_each_file(tmp_path: Path, tiny: Tiny) -> None:
    told: list[tuple[int, int]] = []
    files = {"a.xml": "good 1 DKK", "b.xml": "good 1 DKK"}
    run(tiny, filled(tmp_path, files), progress=lambda *at: told.append(at))
    assert told == [(1, 2), (2, 2)]


def test_an_account_tells_how_many_and_how_much_of_each(tmp_path: Path, tiny: Tiny) -> None:
    files = {"a.xml": "good 10.25 DKK", "b.xml": "bad 1.50 DKK", "c.xml": "bad 2 EUR", "d.xml": "?"}
    figures = account(run(tiny, filled(tmp_path, files)))
    assert (figures.received.count, figures.refused) == (4, 1)
    assert figures.received.amounts == {"DKK": Decimal("11.75"), "EUR": Decimal(2)}
    assert figures.verdicts[Verdict.REFER].count == 2
    assert figures.reasons[Verdict.REFER, "rule", "desk"].count == 2
    assert figures.refusals == {"unreadable": 1}
    assert figures.reconciles()


KINDS = st.sampled_from(["good", "bad", "late"])
AMOUNTS = st.decimals(-1000, 100_000, places=2)
DOCUMENTS = st.tuples(KINDS, AMOUNTS, st.sampled_from(["DKK", "EUR"])) | st.just(None)


@given(st.lists(DOCUMENTS, min_size=1, max_size=12))
def test_received_is_approved_and_referred_and_waiting_and_refused(
    tmp_path_factory: pytest.TempPathFactory, given_: list[tuple[str, Decimal, str] | None]
) -> None:
    texts = [
        f"{each[0]}{number} {each[1]} {each[2]}" if each else f"unreadable {number}"
        for number, each in enumerate(given_)
    ]
    folder = tmp_path_factory.mktemp("run")
    figures = account(
        run(Tiny(), filled(folder, {f"{n}.xml": text for n, text in enumerate(texts)}))
    )
    assert figures.received.count == len(given_)
    assert figures.reconciles()


def test_a_payment_that_was_not_approved_does_not_reconcile(tmp_path: Path, tiny: Tiny) -> None:
    done = run(tiny, filled(tmp_path, {"a.xml": "good 1 DKK", "b.xml": "bad 1 DKK"}))
    items = [item for _, item, _ in done.items()]
    wrong = replace(done, delivery=tiny.deliver(items))
    assert not account(wrong).reconciles()
