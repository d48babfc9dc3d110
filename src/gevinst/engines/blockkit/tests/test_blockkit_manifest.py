"""Manifests: what is read, and what is said of mistakes; blocks: what is installed."""

from decimal import Decimal
from pathlib import Path

import pytest

from gevinst.engines.blockkit import (
    BlockNotFound,
    ManifestError,
    Text,
    block,
    blocks,
    load_manifest,
)

GOOD = """
key = "tiny"
version = "1.2.3"
owner = "Ejer"
kle = ["00.32"]
form = []
inputs = ["csv"]
[name]
da = "Lille"
en = "Tiny"
[summary]
da = "Kort"
en = "Short"
[effort]
manual_minutes = 2.5
exception_minutes = 4
[effort.source]
da = "Målt"
en = "Measured"
[queues.desk]
da = "Skranke"
en = "Desk"
[registers.people]
title = { da = "Folk", en = "People" }
columns = { cpr = "str", since = "date" }
required = false
personal = ["cpr"]
[registers.people.titles]
cpr = { da = "Personnummer", en = "Person number" }
[relations.line]
title = { da = "Linje", en = "Line" }
columns = { number = "str" }
[parameters.days]
title = { da = "Dage", en = "Days" }
kind = "int"
default = 3
unit = "days"
"""


def written(folder: Path, text: str) -> Path:
    file = folder / "manifest.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_a_manifest_is_read_with_all_that_it_says(tmp_path: Path) -> None:
    found = load_manifest(written(tmp_path, GOOD))
    assert (found.key, found.version, found.name) == ("tiny", "1.2.3", Text("Lille", "Tiny"))
    assert (found.manual_minutes, found.exception_minutes) == (Decimal("2.5"), Decimal(4))
    assert found.minutes_source.en == "Measured"
    assert found.queues == {"desk": Text("Skranke", "Desk")}
    (register,), (parameter,) = found.registers, found.parameters
    assert (register.required, register.personal) == (False, frozenset({"cpr"}))
    assert (parameter.name, parameter.default, parameter.unit) == ("days", "3", "days")


def test_columns_are_named_for_people(tmp_path: Path) -> None:
    found = load_manifest(written(tmp_path, GOOD))
    people, line = found.table("people"), found.table("line")
    assert people is found.registers[0]
    assert people.titles == {"cpr": Text("Personnummer", "Person number")}
    assert line is found.relations[0]
    assert (line.title.en, line.titles) == ("Line", {})
    assert found.table("other") is None


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ('key = "tiny"\n', "", "the key 'key' is missing"),
        ('en = "Measured"\n', "", "the key 'en' is missing"),
        ("manual_minutes = 2.5", 'manual_minutes = "two"', "ConversionSyntax"),
        ("kle = [", "kle = [[", "manifest.toml"),
        ('personal = ["cpr"]', 'personal = ["cprr"]', "people has no column 'cprr'"),
        ("[registers.people.titles]\ncpr", "[registers.people.titles]\nid", "has no column 'id'"),
        ('[name]\nda = "Lille"\nen = "Tiny"', 'name = "Tiny"', "manifest.toml"),
    ],
)
def test_a_mistake_is_named_with_the_file(
    tmp_path: Path, right: str, wrong: str, said: str
) -> None:
    text = GOOD.replace(right, "", 1).replace("[effort]", "[effort]", 1)
    text = wrong + text if right.startswith(("kle", "[name]")) else GOOD.replace(right, wrong, 1)
    with pytest.raises(ManifestError, match=said) as caught:
        load_manifest(written(tmp_path, text))
    assert "manifest.toml" in str(caught.value)


def test_installed_blocks_are_found_by_their_entry_points() -> None:
    assert "invoice_control" in blocks()
    assert block("invoice_control").manifest.key == "invoice_control"


def test_a_block_that_is_not_there_is_named_with_those_that_are() -> None:
    with pytest.raises(BlockNotFound, match=r"no block 'another'; installed: .*invoice_control"):
        block("another")


def test_no_block_at_all_is_said() -> None:
    assert "installed: none" in str(BlockNotFound("x", []))


@pytest.mark.parametrize(
    ("code", "word"), [("da", "nej"), ("en", "no"), ("en-gb", "no"), ("de", "nej")]
)
def test_a_text_speaks_danish_unless_english_is_asked_for(code: str, word: str) -> None:
    assert Text("nej", "no").in_language(code) == word
