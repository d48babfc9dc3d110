"""Shared pieces: where they are, what a manifest and a rule book take, and whose word goes first."""

from pathlib import Path

import pytest

from gevinst.engines.blockkit import ManifestError, load_manifest
from gevinst.engines.blockkit.pieces import folder, rule_files
from gevinst.engines.blockkit.tests.test_blockkit_manifest import GOOD, written

LINES = "gevinst.engines.invoicing.pieces:lines"
PIECES = f'pieces = ["gevinst.engines.invoicing.pieces:documents", "{LINES}"]\n'


@pytest.mark.parametrize(
    "piece",
    [
        "gevinst.engines.invoicing.pieces:nothing",
        "gevinst.engines.invoicing.pieces",
        "gevinst.engines.money.rounding:lines",
        "no_such_package:lines",
        "no_such_package.inside:lines",
        "",
    ],
)
def test_what_is_no_piece_is_named(piece: str) -> None:
    with pytest.raises(LookupError, match="there is no piece"):
        folder(piece)


def test_a_manifest_has_what_its_pieces_have(tmp_path: Path) -> None:
    manifest = load_manifest(written(tmp_path, PIECES + GOOD))
    assert manifest.pieces[1] == LINES
    assert {"days", "buyer_gln", "service_age_days"} <= {each.name for each in manifest.parameters}
    assert {"desk", "person", "dates"} <= set(manifest.queues)


def test_its_own_words_go_before_theirs(tmp_path: Path) -> None:
    own = '[queues.person]\nda = "Folk"\nen = "People"\n[relations.line.columns]\ncpr = "int"\n'
    text = PIECES + GOOD.replace('columns = { number = "str" }\n', "") + own
    manifest = load_manifest(written(tmp_path, text))
    columns = next(each.columns for each in manifest.relations if each.name == "line")
    assert manifest.queues["person"].da == "Folk"
    assert (columns["cpr"], columns["amount"]) == ("int", "money")


def test_a_manifest_that_names_no_piece_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ManifestError, match="there is no piece 'gevinst:nothing'"):
        load_manifest(written(tmp_path, 'pieces = ["gevinst:nothing"]\n' + GOOD))


def test_rule_files_are_theirs_and_its_own(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text("rules: []", encoding="utf-8")
    found = rule_files([LINES], tmp_path)
    assert list(found) == ["own.yaml", "shared-lines-facts.yaml", "shared-lines-rules.yaml"]
    assert "one-person" in found["shared-lines-rules.yaml"]


def test_a_file_called_like_one_of_a_piece_stands_in_its_place(tmp_path: Path) -> None:
    (tmp_path / "shared-lines-rules.yaml").write_text("rules: []", encoding="utf-8")
    assert rule_files([LINES], tmp_path)["shared-lines-rules.yaml"] == "rules: []"
