"""The `registers.yaml` to start from: it can be used as it is, in both languages, for every block."""

from dataclasses import replace
from pathlib import Path

import pytest

from gevinst.engines.blockkit import RegisterSpec, Text, block, blocks
from gevinst.engines.blockkit.registers import load_registers
from gevinst.engines.blockkit.registers.described import sources
from gevinst.engines.blockkit.registers.example import example
from gevinst.engines.blockkit.registers.tests.conftest import MANIFEST, PEOPLE, ROW, manifest, rows

HEAD = "Født;region;rate;seats;since\n"


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("key", sorted(blocks()))
def test_it_describes_the_required_registers_of_a_block(
    tmp_path: Path, key: str, language: str
) -> None:
    file, needed = tmp_path / "registers.yaml", block(key).manifest
    file.write_text(example(needed, language), encoding="utf-8")
    assert list(sources(file, needed)) == [each.name for each in needed.registers if each.required]


@pytest.mark.parametrize("key", sorted(blocks()))
def test_an_optional_register_is_there_when_its_marks_are_taken_away(
    tmp_path: Path, key: str
) -> None:
    file, needed = tmp_path / "registers.yaml", block(key).manifest
    lines = example(needed, "da").partition("\ntimezone:")[2].splitlines()
    bare = [line.replace("  # ", "  ", 1) if _marked(line) else line for line in lines]
    file.write_text("timezone:" + "\n".join(bare), encoding="utf-8")
    assert list(sources(file, needed)) == [each.name for each in needed.registers]


def _marked(line: str) -> bool:
    """Whether the line is a description put into a comment; titles have a semicolon and no colon."""
    return line.startswith("  # ") and not ("; " in line and ": " not in line)


def test_a_file_as_it_expects_is_loaded(tmp_path: Path) -> None:
    needed = manifest(replace(PEOPLE, titles={"cpr": Text("Født", "Born")}, max_age_days=9))
    (tmp_path / "registers.yaml").write_text(example(needed, "da"), encoding="utf-8")
    text = HEAD + "650270-1234;1082;12,50;3;01-10-2026\n"
    (tmp_path / "people_1.csv").write_text(text, encoding="utf-8")
    made = load_registers(tmp_path, needed)["people"]
    assert rows(made) == [ROW]
    assert made.extract.stale_after is not None


def test_only_what_the_columns_need_is_said() -> None:
    text = example(manifest(RegisterSpec("codes", PEOPLE.title, {"code": "str"})), "en")
    told = text.partition("registers:\n")[2]
    assert "    dates:" not in told
    assert "    decimal:" not in told
    assert "    digits:" not in told
    assert "max_age_days: 31" in told
    assert "Optional" not in example(MANIFEST, "en")
