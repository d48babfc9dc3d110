"""`gevinst robot`: documents in, a run, payments out, on a database in a home of its own."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

import pytest

KEY = "kontrol-af-privathospitalsregninger"


def gevinst(
    home: Path, *arguments: object, language: str = "da"
) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "GEVINST_HOME": str(home), "GEVINST_LANGUAGE": language}
    environment.pop("DATABASE_URL", None)
    return subprocess.run(
        [sys.executable, "-m", "gevinst.cli", *map(str, arguments)],
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        stdin=subprocess.DEVNULL,
    )


def robot(home: Path, *arguments: object, language: str = "da") -> subprocess.CompletedProcess[str]:
    return gevinst(home, "robot", *arguments, language=language)


def counts(done: subprocess.CompletedProcess[str]) -> dict[str, int]:
    """What `receive` counted, by its label."""
    rows = [line.rpartition(" ") for line in done.stdout.splitlines() if not line.startswith("  ")]
    return {label.strip(): int(count) for label, _, count in rows}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A home with the demo's robot."""
    folder = tmp_path_factory.mktemp("home")
    made = gevinst(
        folder, "demo", "--no-serve", "--processes", "0", "--invoices", "12", "--mr", "1"
    )
    assert made.returncode == 0, made.stderr
    yield folder
    gevinst(folder, "reset", "--yes")


@pytest.fixture(scope="module")
def month(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """More invoices from the hospitals that the demo knows."""
    folder = tmp_path_factory.mktemp("more") / "month"
    sizes = ("--invoices", "60", "--mr", "6", "--seed", "5")
    assert gevinst(folder, "sample", "month", *sizes, "--out", folder).returncode == 0
    return folder


def test_documents_go_in_are_decided_and_paid(home: Path, month: Path, tmp_path: Path) -> None:
    files = sorted((month / "invoices").iterdir())
    new = robot(home, "receive", KEY, files[0], month / "invoices")
    assert (new.returncode, new.stderr) == (0, "Dokumenter modtages …\n")
    assert counts(new) == {"Nye": 60, "Kendte i forvejen": 1, "Kan ikke læses": 0}
    again = robot(home, "receive", KEY, month / "invoices", language="en")
    assert counts(again) == {"New": 0, "Known already": 60, "Cannot be read": 0}
    listed = [line.split()[:3] for line in robot(home, "list").stdout.splitlines()]
    assert [KEY, "1082", "60"] in listed
    copytree(month / "registers", home / "demo" / "registers", dirs_exist_ok=True)
    ran = robot(home, "run", KEY, "--on", "2026-11-02")
    assert ran.returncode == 0, ran.stderr
    paid = next(line for line in ran.stdout.splitlines() if "Betalt urørt" in line)
    made = robot(home, "deliver", KEY, "--out", tmp_path / "new" / "out")
    assert made.returncode == 0, made.stderr
    by_kind = {file.suffix: file for file in (tmp_path / "new" / "out").iterdir()}
    rows = list(csv.DictReader(by_kind[".csv"].open(encoding="utf-8-sig"), delimiter=";"))
    proposal = json.loads(by_kind[".json"].read_text(encoding="utf-8"))
    assert len(rows) == proposal["count"] == int(paid.split()[2]) > 0
    assert str(by_kind[".csv"]) in made.stdout
    nothing = robot(home, "deliver", KEY, "--out", tmp_path / "none")
    assert (nothing.returncode, list((tmp_path / "none").iterdir())) == (0, [])
    assert "intet at betale" in nothing.stdout


def test_no_file_stops_the_others(home: Path, month: Path, tmp_path: Path) -> None:
    folder = Path(copytree(month / "invoices", tmp_path / "mixed" / "below")).parent
    first, second, *rest = sorted((folder / "below").iterdir())
    for each in rest:
        each.unlink()
    first.write_text(first.read_text(encoding="utf-8") + "<!-- another -->", encoding="utf-8")
    second.rename(folder / os.fsdecode(b"kopi-\xe6.XML"))
    (folder / "torn.xml").write_bytes(b"\x00torn")
    (folder / "empty.xml").touch()
    (folder / "notes.txt").write_text("not matched")
    (folder / "gone.xml").symlink_to(folder / "nowhere")
    done = robot(home, "receive", KEY, tmp_path / "missing", folder, tmp_path / "missing too")
    assert done.returncode == 2
    assert done.stderr.count("Kan ikke åbne") == 2
    assert str(tmp_path / "missing too") in done.stderr
    told = counts(done)
    assert (told["Kunne ikke åbnes"], told["Kendte i forvejen"]) == (2, 1)
    assert told["Kan ikke læses"] >= 2
    assert "  torn.xml: " in done.stdout


def test_what_cannot_be_read_is_said_in_the_status(home: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("not an invoice")
    named = robot(home, "receive", KEY, tmp_path / "a.txt", language="en")
    assert (named.returncode, counts(named)["Cannot be read"]) == (1, 1)
    assert "  a.txt: The document" in named.stdout or "  a.txt: The file" in named.stdout
    (tmp_path / "b.txt").write_text("nor this")
    assert counts(robot(home, "receive", KEY, tmp_path))["Nye"] == 0
    matched = robot(home, "receive", KEY, tmp_path, "--match", "b.*")
    assert counts(matched)["Kan ikke læses"] == 1


@pytest.mark.parametrize(
    ("language", "says"),
    [("da", "Der er ingen robot “nobody”"), ("en", "There is no robot “nobody”")],
)
@pytest.mark.parametrize("verb", ["run", "deliver"])
def test_a_robot_that_is_not_there_is_named(
    home: Path, verb: str, language: str, says: str, tmp_path: Path
) -> None:
    more = ["--out", tmp_path] if verb == "deliver" else []
    done = robot(home, verb, "nobody", *more, language=language)
    assert (done.returncode, says in done.stderr) == (2, True), done.stderr


def test_another_authoritys_robot_is_not_taken(home: Path) -> None:
    assert robot(home, "run", KEY, "--authority", "1081").returncode == 2
    assert robot(home, "run", KEY, "--authority", "1082").returncode == 0


def test_a_run_that_stops_says_why(home: Path) -> None:
    agreements = home / "demo" / "registers" / "agreements.csv"
    agreements.rename(agreements.with_suffix(".aside"))
    try:
        done = robot(home, "run", KEY)
        assert (done.returncode, "agreements" in done.stderr) == (2, True), done.stderr
    finally:
        agreements.with_suffix(".aside").rename(agreements)


def test_who_was_at_the_terminal_is_kept(home: Path) -> None:
    assert robot(home, "run", KEY).returncode == 0
    code = (
        "from gevinst.cli import django; django.start()\n"
        "from gevinst.features.operations.models import Run\n"
        "print(Run.objects.order_by('-id').values_list('actor_name', flat=True)[0])"
    )
    environment = {**os.environ, "GEVINST_HOME": str(home)}
    environment.pop("DATABASE_URL", None)
    said = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True
    )
    assert said.stdout.startswith("Gevinst (")


def test_an_installation_without_robots_says_so(tmp_path: Path) -> None:
    try:
        done = robot(tmp_path, "list")
        assert (done.returncode, done.stdout) == (0, "Der er ingen robotter.\n"), done.stderr
    finally:
        gevinst(tmp_path, "reset", "--yes")
