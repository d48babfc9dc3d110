"""The packed form of a rule book: one form for one content, and the way back."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gevinst.engines.control import digest, load_rulebook, pack, rule_files, unpack
from gevinst.engines.control.tests.conftest import FACTS, PARAMETERS, REGISTERS, SUBJECTS, rule

FILES = {"b.yaml": rule(("", "ok")), "a.yaml": SUBJECTS + FACTS + "# æøå\n"}


@given(
    st.dictionaries(st.text(max_size=9), st.text(max_size=30).map(lambda t: t.replace("\r", "")))
)
def test_what_is_packed_comes_back(files: dict[str, str]) -> None:
    assert unpack(pack(files)) == files
    assert pack(dict(reversed(files.items()))) == pack(files)


@pytest.mark.parametrize("changed", [{"b.yaml": ""}, {"c.yaml": ""}])
def test_another_content_or_name_has_another_digest(changed: dict[str, str]) -> None:
    assert digest({**FILES, **changed}) != digest(FILES)


@pytest.mark.parametrize("packed", [b"[]", b'{"a":"b"}', b'{"b": "", "a": ""}', b"not json"])
def test_other_bytes_are_refused(packed: bytes) -> None:
    with pytest.raises(ValueError, match=r"rule book|Expecting value"):
        unpack(packed)


def test_a_folder_and_its_packed_form_are_the_same_book(tmp_path: Path) -> None:
    for name, text in FILES.items():
        (tmp_path / name).write_bytes(text.replace("\n", "\r\n").encode())
    (tmp_path / "notes.txt").write_text("no rule", encoding="utf-8")
    assert rule_files(tmp_path) == dict(sorted(FILES.items()))
    folder = load_rulebook(tmp_path, REGISTERS, PARAMETERS)
    archived = load_rulebook(unpack(pack(tmp_path)), REGISTERS, PARAMETERS)
    assert folder == archived
    assert folder.digest == archived.digest == digest(tmp_path) == digest(FILES)
