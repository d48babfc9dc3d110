"""What no tracked file may hold: a package registry's address, a path of one machine, a notice of a tool."""

from __future__ import annotations

import re
import subprocess
from hashlib import sha256
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
REGISTRIES = re.compile(
    r"pypi\.org|pythonhosted\.org|npmjs\.(?:org|com)|yarnpkg\.com|jsdelivr\.net|unpkg\.com|crates\.io|proxy\.golang"
)
MACHINE = re.compile(r"(?<![\w.*~>])/(?:work|root|tmp|home/\w+)(?=[/\s\"'`),]|$)", re.MULTILINE)
# Words that have no business in a product's texts, as the first ten digits of their digests.
FOREIGN = {
    "053ea4804e",
    "386ebc0efd",
    "3ea125d0bf",
    "487b91042c",
    "5d72436256",
    "60965168ce",
    "7d3194f79e",
    "94a168d2da",
    "c70eca6b0f",
    "c857d09db2",
    "de2187af3f",
}
WORD = re.compile(r"[a-z]{3,20}")


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


def test_no_address_of_a_package_registry(held: dict[str, str]) -> None:
    assert found(held, REGISTRIES) == []


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


def test_no_foreign_words(held: dict[str, str]) -> None:
    words = {word for text in held.values() for word in WORD.findall(text.lower())}
    assert {word for word in words if sha256(word.encode()).hexdigest()[:10] in FOREIGN} == set()
