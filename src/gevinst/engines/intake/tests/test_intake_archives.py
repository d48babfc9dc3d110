"""Archives are taken whole or refused whole, whatever they say about themselves."""

from __future__ import annotations

import gzip
import io
import tarfile
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gevinst.engines.intake import CODES, IntakeRefusal, Limits, is_archive, unpack
from gevinst.engines.intake.archives import MEGABYTE

SMALL = Limits(file_bytes=1000, total_bytes=2500, files=3)
TWO = {"a.xml": b"<a/>", "folder/b.xml": b"<b/>"}


def zipped(files: dict[str, bytes], method: int = zipfile.ZIP_STORED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def tarred(files: dict[str, bytes], mode: str = "w") -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as archive:
        for name, content in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
        link = tarfile.TarInfo("link.xml")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
    return out.getvalue()


def taken(content: bytes, limits: Limits = SMALL) -> list[tuple[str, bytes]]:
    return unpack("f", io.BytesIO(content), limits)


def refused(content: bytes, limits: Limits = SMALL) -> IntakeRefusal:
    with pytest.raises(IntakeRefusal) as fault:
        taken(content, limits)
    return fault.value


def locked(content: bytes) -> bytes:
    """The same zip file saying that its members are encrypted."""
    local = content.replace(b"PK\x03\x04\x14\x00\x00", b"PK\x03\x04\x14\x00\x01")
    return local.replace(b"PK\x01\x02\x14\x03\x14\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01")


def test_a_plain_file_is_one_document() -> None:
    assert taken(b"<a/>") == [("f", b"<a/>")]
    assert taken(b"") == [("f", b"")]


@pytest.mark.parametrize(
    "content",
    [zipped(TWO), zipped(TWO, zipfile.ZIP_DEFLATED), tarred(TWO), tarred(TWO, "w:gz")],
    ids=["zip", "zip deflated", "tar", "tar.gz"],
)
def test_an_archive_is_its_files(content: bytes) -> None:
    assert taken(content) == [("a.xml", b"<a/>"), ("b.xml", b"<b/>")]


def test_what_a_computer_puts_beside_the_files_is_passed_over() -> None:
    junk = {"__MACOSX/._a.xml": b"x", ".DS_Store": b"x", "d/Thumbs.db": b"x", "d/._b": b"x"}
    assert taken(zipped({**junk, "a.xml": b"<a/>", "empty/": b""})) == [("a.xml", b"<a/>")]
    assert taken(tarred({**junk, "a.xml": b"<a/>"})) == [("a.xml", b"<a/>")]


CASES = {
    "large file": (b"x" * 1001, "file-too-large"),
    "large in zip": (zipped({"a": b"x" * 1001}), "file-too-large"),
    "large in tar": (tarred({"a": b"x" * 1001}), "file-too-large"),
    "large together": (zipped(dict.fromkeys("abc", b"x" * 900)), "archive-too-large"),
    "junk that is large": (tarred({".DS_Store": bytes(2 * MEGABYTE)}), "archive-too-large"),
    "many": (zipped(dict.fromkeys("abcd", b"x")), "too-many-files"),
    "zip in zip": (zipped({"b.zip": zipped(TWO)}), "nested-archive"),
    "gzip in tar": (tarred({"b": gzip.compress(b"x")}), "nested-archive"),
    "7z in zip": (zipped({"b": b"7z\xbc\xaf\x27\x1c"}), "nested-archive"),
    "locked": (locked(zipped({"a": b"x"})), "encrypted"),
    "torn zip": (zipped(TWO)[:-30], "damaged"),
    "changed zip": (zipped(TWO).replace(b"<a/>", b"<c/>"), "damaged"),
    "torn tar.gz": (tarred(TWO, "w:gz")[:-40], "damaged"),
    "gzip that is no tar": (gzip.compress(b"<a/>"), "damaged"),
    "empty zip": (zipped({}), "no-files"),
    "folders only": (zipped({"a/": b""}), "no-files"),
    "7z": (b"7z\xbc\xaf\x27\x1c....", "not-supported"),
}  # fmt: skip


@pytest.mark.parametrize(("content", "code"), CASES.values(), ids=CASES)
def test_refused_whole(content: bytes, code: str) -> None:
    assert refused(content).code == code


def test_a_zip_bomb_is_given_up_long_before_it_is_unpacked() -> None:
    bomb = zipped({"a": bytes(60 * MEGABYTE)}, zipfile.ZIP_DEFLATED)
    assert len(bomb) < MEGABYTE / 10
    wide = Limits(file_bytes=100 * MEGABYTE, total_bytes=100 * MEGABYTE)
    assert refused(bomb, wide).code == "zip-bomb"


def test_a_size_that_the_archive_lies_about_is_not_believed() -> None:
    large = zipped({"a": b"x" * 1001})
    lying = large.replace((1001).to_bytes(4, "little"), (7).to_bytes(4, "little"))
    assert refused(lying).code == "damaged"


def test_every_code_is_met() -> None:
    assert {code for _, code in CASES.values()} | {"zip-bomb"} == set(CODES)


def test_a_refusal_says_what_the_limit_is() -> None:
    fault = refused(zipped(dict.fromkeys("abcd", b"x")))
    assert "3" in fault.message_da
    assert "3" in fault.message_en


@given(st.dictionaries(st.text("abc", min_size=1, max_size=4), st.binary(max_size=50), max_size=5))
def test_what_goes_in_comes_out(files: dict[str, bytes]) -> None:
    plain = {name: b"<" + content for name, content in files.items()}
    if plain:
        wide = Limits()
        assert dict(taken(zipped(plain), wide)) == plain
        assert dict(taken(tarred(plain), wide)) == plain


@given(st.binary(max_size=300))
def test_any_bytes_are_taken_or_refused(content: bytes) -> None:
    for each in (content, b"PK\x03\x04" + content, b"\x1f\x8b" + content):
        try:
            assert taken(each, Limits())
        except IntakeRefusal:
            assert is_archive(each)
