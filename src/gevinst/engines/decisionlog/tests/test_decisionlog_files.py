"""The log in a folder: added to, read back, and refused where it is not whole."""

from pathlib import Path

import pytest

from gevinst.engines.blockkit.folder_run import documents, run_folder
from gevinst.engines.decisionlog import (
    GENESIS,
    FolderLog,
    LogFault,
    Origin,
    append,
    replay,
    standing,
)
from gevinst.engines.decisionlog.tests.conftest import AT, ON, Loans, registers


@pytest.fixture
def log(tmp_path: Path) -> FolderLog:
    return FolderLog(tmp_path / "out")


def test_a_log_that_is_not_there_is_empty(log: FolderLog) -> None:
    assert list(log.read()) == []
    assert log.head() == GENESIS


def test_what_is_added_is_read_back(log: FolderLog) -> None:
    first = list(append([{"n": 1}, {"n": 2}]))
    assert log.append(first) == first[-1].head == log.head()
    second = list(append([{"n": "æ\n"}], log.head()))
    log.append(second)
    assert list(log.read()) == [*first, *second]


@pytest.mark.parametrize(
    ("change", "place", "what"),
    [
        (lambda lines: [lines[0], lines[1].replace(b'"n":2', b'"n":3'), lines[2]], 2, "changed"),
        (lambda lines: [*lines[:2], lines[2][:-1]], 3, "changed"),
        (lambda lines: [*lines, b"\n"], 4, "changed"),
        (lambda lines: [lines[0], lines[2]], 2, "order"),
    ],
)
def test_a_log_that_is_not_whole_is_a_fault(
    log: FolderLog, change: object, place: int, what: str
) -> None:
    log.append(append([{"n": 1}, {"n": 2}, {"n": 3}]))
    lines = log.file.read_bytes().splitlines(keepends=True)
    log.file.write_bytes(b"".join(change(lines)))  # type: ignore[operator]
    with pytest.raises(LogFault) as caught:
        log.head()
    assert (caught.value.broken.place, caught.value.broken.what) == (place, what)
    assert str(caught.value) == f"{log.file}:{place}: {what}"


def test_a_run_is_logged_with_all_that_it_takes_to_replay_it(
    tmp_path: Path, log: FolderLog
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(3):
        text = f'{{"number": "{number % 2}", "total": "5.00", "books": [], "note": "{number}"}}'
        (folder / f"{number}.xml").write_text(text, encoding="utf-8")
    (folder / "bad.xml").write_text("bad", encoding="utf-8")
    block, given = Loans(), registers({})
    for _ in range(2):
        head = log.head()
        done = run_folder(
            block, documents(folder, log.file), folder, given,
            on=ON, parameters={"most": "4"}, keep=log.archive.put,
        )  # fmt: skip
        last = log.record(block, done, given, Origin(AT, "clerk"), head)
    assert last == log.head()
    assert last.seq == 10
    ((batch, entries),) = standing(log.read())
    result = replay(batch, entries, log.archive, block)
    assert (batch.seq, result.decisions, result.equal) == (6, 4, 4)
