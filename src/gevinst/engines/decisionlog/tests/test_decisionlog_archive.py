"""The archive: what is kept under a hash has that hash, or it is a fault."""

import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gevinst.engines.decisionlog import Archive, EvidenceFault, FolderArchive, MemoryArchive, append
from gevinst.engines.decisionlog.evidence import faults


@pytest.fixture(params=["memory", "folder"])
def archive(request: pytest.FixtureRequest, tmp_path: Path) -> Archive:
    return MemoryArchive() if request.param == "memory" else FolderArchive(tmp_path / "evidence")


@given(st.binary())
def test_content_is_found_by_its_hash(content: bytes) -> None:
    archive = MemoryArchive()
    sha = archive.put(content)
    assert sha == hashlib.sha256(content).hexdigest()
    assert archive.get(sha) == content


def test_what_is_kept_twice_is_kept_once(archive: Archive) -> None:
    assert archive.put(b"one") == archive.put(b"one")
    assert archive.get(archive.put(b"one")) == b"one"


@pytest.mark.parametrize("sha", ["0" * 64, "", "short", "../" + "0" * 61, "A" * 64])
def test_what_is_not_kept_is_a_fault(archive: Archive, sha: str) -> None:
    with pytest.raises(EvidenceFault, match="missing"):
        archive.get(sha)


def test_a_file_that_was_changed_is_a_fault(tmp_path: Path) -> None:
    archive = FolderArchive(tmp_path)
    sha = archive.put(b"one")
    (tmp_path / sha).write_bytes(b"two")
    with pytest.raises(EvidenceFault, match="changed"):
        archive.get(sha)


def test_the_folder_is_its_owner_s_alone_and_holds_whole_files(tmp_path: Path) -> None:
    archive = FolderArchive(tmp_path / "evidence")
    sha = archive.put(b"one")
    assert (tmp_path / "evidence").stat().st_mode & 0o077 == 0
    assert [file.name for file in (tmp_path / "evidence").iterdir()] == [sha]


def test_evidence_that_the_log_names_and_the_archive_lacks_is_said_once() -> None:
    archive = MemoryArchive()
    kept, gone = archive.put(b"one"), "0" * 64
    decisions = [{"kind": "decision", "document": sha} for sha in (kept, gone, gone)]
    log = append([*decisions, {"kind": "act"}])
    assert [(seq, fault.sha, fault.what) for seq, fault in faults(log, archive)] == [
        (2, gone, "missing")
    ]
