"""An index in a folder: opened again, broken, written by one and read by others."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import tantivy

from gevinst.engines.retrieval import faults
from gevinst.engines.retrieval.asking import Asked
from gevinst.engines.retrieval.document import Document
from gevinst.engines.retrieval.faults import (
    IndexBroken,
    IndexBusy,
    IndexMissing,
    broken_when_unreadable,
)
from gevinst.engines.retrieval.index import Index
from gevinst.engines.retrieval.schema import Schema
from gevinst.engines.retrieval.tests.shelf import BOOKS, SCHEMA, book

WRITER = """
import sys, pathlib
from gevinst.engines.retrieval.document import Document
from gevinst.engines.retrieval.index import Index
from gevinst.engines.retrieval.schema import Schema
index = Index.open(Schema({"title": 1}), pathlib.Path(sys.argv[1]))
for i in range(30):
    index.write(add=[Document(f"{i:03}", {"title": "Samme titel"})], mark=str(i))
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    Index.create(SCHEMA, tmp_path / "index").write(add=map(book, BOOKS), mark="7")
    return tmp_path / "index"


def test_it_is_opened_again_with_its_mark(folder: Path) -> None:
    index = Index.open(SCHEMA, folder)
    assert index.mark == "7"
    assert index.search(Asked("faktura")).total == 2


def test_a_reader_sees_the_next_commit(folder: Path) -> None:
    reader, writer = Index.open(SCHEMA, folder), Index.open(SCHEMA, folder)
    assert reader.search(Asked(counts=("phase",))).counts["phase"]["phase:idea"] == 2
    writer.write(remove=["a"], mark="8")
    found = reader.search(Asked(counts=("phase",)))
    assert (found.total, found.counts["phase"]["phase:idea"], reader.mark) == (4, 1, "8")


def test_created_again_it_is_empty(folder: Path) -> None:
    (folder / "kept.txt").write_text("another's")
    assert Index.create(SCHEMA, folder).search(Asked()).total == 0
    assert (folder / "kept.txt").exists()


def test_there_is_none(tmp_path: Path) -> None:
    with pytest.raises(IndexMissing):
        Index.open(SCHEMA, tmp_path)


@pytest.mark.parametrize(
    "schema",
    [
        Schema({"title": 4, "body": 1}, ("hours",), ("phase",)),
        Schema({"title": 3, "body": 1}, ("hours",), ("phase", "place")),
    ],
)
def test_another_schema(folder: Path, schema: Schema) -> None:
    with pytest.raises(IndexBroken, match="another schema"):
        Index.open(schema, folder)


def test_another_analysis(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gevinst.engines.retrieval.schema.ANALYSIS", "0")
    with pytest.raises(IndexBroken):
        Index.open(SCHEMA, folder)


@pytest.mark.parametrize("suffix", ["term", "idx", "store", "fast", "fieldnorm", "json"])
@pytest.mark.parametrize("harm", ["deleted", "emptied", "halved", "scribbled"])
def test_a_harmed_file_is_a_broken_index(folder: Path, suffix: str, harm: str) -> None:
    for file in [each for each in folder.iterdir() if each.name.endswith(f".{suffix}")]:
        content = file.read_bytes()
        if harm == "deleted":
            file.unlink()
        else:
            kept = {
                "emptied": b"",
                "halved": content[: len(content) // 2],
                "scribbled": b"\xff" * 64,
            }
            file.write_bytes(kept[harm])
    with pytest.raises((IndexBroken, IndexMissing)):
        Index.open(SCHEMA, folder).search(Asked("faktura", sort="hours", counts=("phase",)))


def test_an_index_that_vanishes_while_it_is_open(folder: Path) -> None:
    index = Index.open(SCHEMA, folder)
    (folder / "meta.json").unlink()
    with pytest.raises(IndexBroken):
        index.search(Asked())


def test_only_one_writes_and_nothing_is_lost(folder: Path) -> None:
    index = Index.open(SCHEMA, folder)
    other = tantivy.Index.open(str(folder)).writer(15_000_000, 1)
    with pytest.raises(IndexBusy):
        index.write(remove=["a"])
    other.wait_merging_threads()
    index.write(remove=["a"])
    assert index.search(Asked()).total == 4


def test_a_folder_that_cannot_be_written_to(folder: Path) -> None:
    index = Index.open(SCHEMA, folder)
    (folder / ".tantivy-writer.lock").unlink(missing_ok=True)
    (folder / ".tantivy-writer.lock").mkdir()
    with pytest.raises(IndexBroken):
        index.write(remove=["a"])


def test_a_document_that_cannot_be_made_leaves_the_index_as_it_was(folder: Path) -> None:
    def made() -> Iterator[Document]:
        yield book("a")
        raise ValueError("of the source, not of the index")

    index = Index.open(SCHEMA, folder)
    with pytest.raises(ValueError, match="of the source"):
        index.write(add=made(), remove=["b"])
    assert index.search(Asked()).total == 5
    index.write(remove=["b"])
    assert index.search(Asked()).total == 4


def test_readers_while_another_process_writes(tmp_path: Path) -> None:
    Index.create(Schema({"title": 1}), tmp_path)
    reader = Index.open(Schema({"title": 1}), tmp_path)
    with subprocess.Popen([sys.executable, "-c", WRITER, str(tmp_path)]) as writer:
        totals = []
        while writer.poll() is None:
            totals.append(reader.search(Asked("titel")).total)
            time.sleep(0.01)
    assert writer.returncode == 0
    assert totals == sorted(totals)
    assert (reader.search(Asked("titel")).total, reader.mark) == (30, "29")


def test_a_panic_of_the_library_is_a_broken_index_and_other_ends_are_not() -> None:
    panic = type("PanicException", (BaseException,), {})
    with pytest.raises(faults.IndexBroken), broken_when_unreadable():
        raise panic("out of bounds")
    with pytest.raises(KeyboardInterrupt), broken_when_unreadable():
        raise KeyboardInterrupt


def test_one_more_document_is_quickly_there(folder: Path) -> None:
    index = Index.open(SCHEMA, folder)
    started = time.perf_counter()
    index.write(add=[Document("f", {"title": "Ny"})])
    assert time.perf_counter() - started < 5  # a stuck lock or merge; the benchmark has the figure
    assert index.search(Asked("ny")).total == 1
