"""What no tracked file may hold: a package registry's address, a path of one machine."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
ADDRESS = re.compile(r"\bhttps?://[^\s\"')>{]+")
# What installs and builds: an address there would be a package registry's.
INSTALLS = (
    "requirements.lock",
    "package.json",
    "package-lock.json",
    ".npmrc",
    "pyproject.toml",
    "hatch_build.py",
    "Makefile",
    "scripts/browser",
    ".ci/run",
)
MACHINE = re.compile(r"(?<![\w.*~>])/(?:work|root|tmp|home/\w+)(?=[/\s\"'`),]|$)", re.MULTILINE)


def texts() -> dict[str, str]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True)
    held = {}
    for name in filter(None, listed.stdout.decode().split("\0")):
        path = ROOT / name
        if path.is_file() and b"\0" not in (content := path.read_bytes()):
            held[name] = content.decode(errors="replace")
    return held


@pytest.fixture(scope="module")
def held() -> dict[str, str]:
    return texts()


def found(held: dict[str, str], pattern: re.Pattern[str]) -> list[str]:
    return [f"{name}: {hit}" for name, text in held.items() for hit in pattern.findall(text)]


@pytest.mark.parametrize("name", INSTALLS)
def test_what_installs_names_no_address(held: dict[str, str], name: str) -> None:
    addresses = ADDRESS.findall(held[name])
    assert [each for each in addresses if "127.0.0.1" not in each] == []


def test_no_path_of_a_machine(held: dict[str, str]) -> None:
    assert found(held, MACHINE) == []


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        ('open("/' + 'tmp/x")', True),
        ("cd /" + "work", True),
        ("/" + "home/someone/x", True),
        ("/skranke/" + "work/", False),
        ("</" + "root>", False),
        ("/api/v1/" + "work-items", False),
    ],
)
def test_a_machine_s_path_is_told_from_others(text: str, hit: bool) -> None:
    assert bool(MACHINE.search(text)) is hit
