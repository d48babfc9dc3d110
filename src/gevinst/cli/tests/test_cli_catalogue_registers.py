"""Code lists and systems taken in from the terminal."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from gevinst.cli.catalogue import command
from gevinst.features.catalogue.models import Code, ItSystem

pytestmark = pytest.mark.django_db(transaction=True)

FORM = "Nummer;Navn\n26;Sundhed\nx;Fejl\n"
KITOS = '[{"uuid": "00000000-0000-0000-0000-000000000001", "name": "Opus"}]'


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Writes a file and imports it; gives the result."""
    monkeypatch.setattr("gevinst.config.prepare.migrate", lambda say: None)

    def made(source: str, text: str, *options: str):
        file = tmp_path / "fil"
        file.write_text(text)
        return CliRunner().invoke(command, ["import", source, str(file), *options])

    return made


def test_a_code_list_is_taken_in_and_what_was_left_out_is_told(run) -> None:
    result = run("form", FORM)
    assert result.exit_code == 0
    assert "fil: linje 3: " in result.output
    assert Code.objects.get().title == "Sundhed"


def test_a_dry_run_writes_nothing(run) -> None:
    assert "Prøvekørsel" in run("form", FORM, "--dry-run").output
    assert not Code.objects.exists()


def test_systems_are_taken_in(run) -> None:
    assert run("kitos", KITOS).exit_code == 0
    assert ItSystem.objects.get().label == "Opus"


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    result = CliRunner().invoke(command, ["import", "kle", str(tmp_path / "ingen.xml")])
    assert result.exit_code == 2
    assert "ingen.xml" in result.output


def test_an_authority_that_is_not_there_is_told(run) -> None:
    result = run("csv", "Titel\nEn proces\n", "--authority", "00000")
    assert result.exit_code == 2
    assert "Ingen myndighed har koden 00000." in result.output
