"""`gevinst catalogue import` and `gevinst sample catalogue`."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from gevinst.cli.main import main
from gevinst.features.accounts.tests.factories import AuthorityFactory
from gevinst.features.catalogue.models import ImportRun, Process
from gevinst.features.catalogue.tests.importing.factories import as_file, item


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


def imported(kind: str, file: Path, *more: str) -> Result:
    return run("catalogue", "import", kind, str(file), *more)


@pytest.mark.django_db
def test_a_dry_run_says_what_would_change_and_writes_nothing(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_bytes(as_file(item(AuthorityFactory(), phase="MARS")))
    result = imported("os2autoproces", file, "--dry-run")
    assert result.exit_code == 0
    assert "intet er skrevet" in result.output
    assert "a.json: post 1, fase: 'MARS' ikke en af valgmulighederne" in result.output
    assert (Process.objects.count(), ImportRun.objects.count()) == (0, 0)


@pytest.mark.django_db
def test_an_import_is_kept_with_its_report(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_bytes(as_file(item(AuthorityFactory())))
    assert imported("os2autoproces", file).exit_code == 0
    assert (Process.objects.count(), ImportRun.objects.get().report["counts"]["new"]) == (1, 1)


@pytest.mark.django_db
def test_a_refused_process_ends_with_one(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_bytes(as_file(item(AuthorityFactory(), title="")))
    result = imported("os2autoproces", file)
    assert (result.exit_code, "Den har ingen titel." in result.output) == (1, True)


@pytest.mark.django_db
def test_a_list_with_a_mapping(tmp_path: Path) -> None:
    authority = AuthorityFactory()
    (tmp_path / "a.csv").write_text("Hvad,Hvor\nKontrol,x\n")
    (tmp_path / "m.toml").write_text('title = "Hvor"\n[fixed]\nphase = "Drift"\n')
    more = ["--authority", authority.code, "--map", str(tmp_path / "m.toml")]
    assert imported("csv", tmp_path / "a.csv", *more, "--column", "title=Hvad").exit_code == 0
    assert (Process.objects.get().title, Process.objects.get().phase) == ("Kontrol", "operation")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("kind", "text", "more", "said"),
    [
        ("os2autoproces", '{"a": ', [], "line 1, column 7"),
        ("csv", "Hvad;Hvor\nA;B\n", [], "hvilken kolonne"),
        ("csv", "Titel;Hvor\nA;B\n", ["--column", "title"], "FELT=KOLONNE"),
        ("csv", "Titel;Hvor\nA;B\n", ["--column", "title=X"], "ikke en kolonne med det navn: X"),
        ("publiccode", "a: [", [], "YAML"),
    ],
)
def test_what_is_wrong_is_said_and_ends_with_two(
    tmp_path: Path, kind: str, text: str, more: list[str], said: str
) -> None:
    (tmp_path / "a").write_text(text)
    result = imported(kind, tmp_path / "a", *more)
    assert (result.exit_code, said in result.output) == (2, True)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert imported("csv", tmp_path / "a").exit_code == 2


def test_a_catalogue_is_invented_once(tmp_path: Path) -> None:
    more = ["--processes", "60", "--authorities", "6"]
    assert run("sample", "catalogue", str(tmp_path), *more).exit_code == 0
    names = {one.name for one in tmp_path.iterdir()}
    assert names == {"os2autoproces.json", "os2autoproces.xlsx"}
    assert run("sample", "catalogue", str(tmp_path), *more).exit_code == 2


def test_fewer_processes_than_authorities_are_refused(tmp_path: Path) -> None:
    assert run("sample", "catalogue", str(tmp_path), "--processes", "3").exit_code == 2
