"""What the documents say is so: links lead somewhere, commands exist, generated pages are current."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from functools import cache
from pathlib import Path

import click
import pytest

from gevinst.cli.main import main

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src/gevinst"
REFERENCE = ROOT / "docs/reference"
ROOMS = ["engines/*", "blocks/*", "features/*", "engines", "blocks", "shared", "config", "cli"]
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
FENCE = re.compile(r"```.*?```|^    .*?$", re.DOTALL | re.MULTILINE)


def tracked() -> list[Path]:
    """The files that git knows, or everything that is not made where there is no git."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True)
    names = [name for name in listed.stdout.decode().split("\0") if name]
    return [ROOT / name for name in names if (ROOT / name).is_file()]


def pages() -> list[Path]:
    return [path for path in tracked() if path.suffix == ".md"]


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def anchors(path: Path) -> set[str]:
    """The headings of a page as addresses within it."""
    headings = re.findall(r"^#+ (.+)$", text_of(path), re.MULTILINE)
    return {
        re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-") for heading in headings
    }


def broken(page: Path, target: str) -> bool:
    address, _, anchor = target.partition("#")
    found = (page.parent / address).resolve() if address else page
    return not found.exists() or bool(anchor and anchor not in anchors(found))


@pytest.mark.parametrize("document", pages(), ids=named)
def test_every_relative_link_leads_somewhere(document: Path) -> None:
    links = LINK.findall(FENCE.sub("", text_of(document)))
    relative = [link for link in links if not re.match(r"[a-z]+:", link)]
    assert [link for link in relative if broken(document, link)] == []


def commands(command: click.Command, name: str) -> dict[str, click.Command]:
    found = {name: command}
    if isinstance(command, click.Group):
        context = click.Context(command)
        for part in command.list_commands(context):
            below = command.get_command(context, part)
            assert below is not None, f"{name} {part} is listed and cannot be had"
            found |= commands(below, f"{name} {part}")
    return found


def test_every_command_and_option_is_in_the_reference() -> None:
    page = text_of(REFERENCE / "cli.md")
    for name, command in commands(main, "gevinst").items():
        assert f"\n## {name}\n" in page
        section = page.partition(f"\n## {name}\n")[2].partition("\n## ")[0]
        options = [each for each in command.params if isinstance(each, click.Option)]
        assert [opt for each in options for opt in each.opts if f"`{opt}`" not in section] == []


def test_every_command_says_what_it_does() -> None:
    assert [name for name, each in commands(main, "gevinst").items() if not each.help] == []


@pytest.mark.parametrize("document", pages(), ids=named)
def test_the_commands_that_a_page_names_exist(document: Path) -> None:
    known = commands(main, "gevinst")
    wrong = []
    for words in re.findall(r"(?<![\w.`-])gevinst((?: [a-z]+)+)", _code_of(document)):
        parts = words.split()
        first = known.get(f"gevinst {parts[0]}")
        if first is None:
            wrong.append(words)
        elif isinstance(first, click.Group) and len(parts) > 1:
            wrong += [words] if f"gevinst {parts[0]} {parts[1]}" not in known else []
    assert wrong == []


@pytest.mark.parametrize("document", pages(), ids=named)
def test_the_make_targets_that_a_page_names_exist(document: Path) -> None:
    targets = set(re.findall(r"^([a-z]+):", text_of(ROOT / "Makefile"), re.MULTILINE))
    assert set(re.findall(r"(?<![\w-])make ([a-z]+)", _code_of(document))) - targets == set()


@pytest.mark.parametrize("document", pages(), ids=named)
def test_the_settings_that_a_page_names_exist(document: Path) -> None:
    known = set(re.findall(r"^\| `([A-Z0-9_]+)`", text_of(REFERENCE / "settings.md"), re.MULTILINE))
    assert set(re.findall(r"GEVINST_[A-Z0-9_]+", text_of(document))) - known == set()


def _code_of(page: Path) -> str:
    """What stands in code type: in the line, fenced or indented."""
    text = text_of(page)
    return "\n".join([*FENCE.findall(text), *re.findall(r"`([^`\n]+)`", text)])


def test_the_generated_reference_is_current() -> None:
    done = subprocess.run(
        [sys.executable, "scripts/reference.py", "check"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_a_stale_page_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    import reference

    monkeypatch.setattr(reference, "FOLDER", tmp_path)
    said: list[str] = []
    monkeypatch.setattr(reference.sys.stderr, "write", said.append)
    assert reference.write({"a.md": "a\n"}) == 0
    assert (reference.check({"a.md": "a\n"}), said) == (0, [])
    assert reference.check({"a.md": "b\n", "absent.md": ""}) == 1
    assert [line.split()[0] for line in said] == ["docs/reference/a.md", "docs/reference/absent.md"]


def test_every_setting_read_is_described(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    from pages.environment import variables
    from pages.settings import SETTINGS

    assert set(variables()) == set(SETTINGS)


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("import os\nos.environ['A']", {"A"}),
        ("import os\nos.environ.get('A', 'B')", {"A"}),
        ("import os\nos.getenv('A')", {"A"}),
        ("from os import environ\n'A' in environ", {"A"}),
        ("import os\nKEY = 'A'\nos.environ.get(KEY)", {"A"}),
        ("click.option('--x', envvar='A')", {"A"}),
        ("asked = 'GEVINST_X'", {"GEVINST_X"}),
        ("{}.get('A')", set()),
        ("'''Says GEVINST_X in passing.'''", set()),
    ],
)
def test_settings_are_found_in_the_source(
    code: str, expected: set[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    from pages.environment import read_by

    assert read_by(code) == expected


def rooms() -> list[Path]:
    found = {path for pattern in ROOMS for path in PACKAGE.glob(pattern)}
    return sorted(path for path in found if (path / "__init__.py").exists())


@pytest.mark.parametrize("room", rooms(), ids=named)
def test_every_room_says_what_it_owns(room: Path) -> None:
    readme = room / "README.md"
    assert readme.exists()
    assert 2 <= len([line for line in text_of(readme).splitlines() if line.strip()]) <= 40


def decisions() -> list[Path]:
    return sorted((ROOT / "docs/adr").glob("[0-9]*.md"))


def test_decision_records_are_numbered_without_gaps() -> None:
    assert [path.name[:4] for path in decisions()] == [
        f"{n:04d}" for n in range(1, len(decisions()) + 1)
    ]
    assert len(decisions()) >= 8


@pytest.mark.parametrize("record", decisions(), ids=lambda path: path.stem)
def test_a_decision_record_is_whole(record: Path) -> None:
    text = text_of(record)
    assert text.startswith(f"# {record.name[:4]}. ")
    assert re.search(r"^Status: \w+", text, re.MULTILINE)
    parts = [text.index(f"\n## {part}\n") for part in ("Context", "Decision", "Consequences")]
    assert parts == sorted(parts)


def test_every_decision_record_is_listed() -> None:
    index = text_of(ROOT / "docs/adr/README.md")
    for record in decisions():
        title = text_of(record).splitlines()[0].split(". ", 1)[1]
        assert f"| {record.name[:4]} | [{title}]({record.name}) |" in index


def test_every_page_of_the_documents_is_reached_from_their_index() -> None:
    folder = ROOT / "docs"
    reached, waiting = set(), [folder / "README.md"]
    while waiting:
        page = waiting.pop()
        links = [link.partition("#")[0] for link in LINK.findall(text_of(page))]
        found = {(page.parent / link).resolve() for link in links if link.endswith(".md")}
        new = {each for each in found if each.is_relative_to(folder)} - reached
        reached |= new
        waiting += new
    assert {path for path in pages() if path.is_relative_to(folder)} - reached <= {
        folder / "README.md"
    }


def glossary() -> list[str]:
    rows = re.findall(
        r"^\| [^|]+ \| [^|]* \| ([^|]*) \|", text_of(ROOT / "GLOSSARY.md"), re.MULTILINE
    )
    return sorted({name for cell in rows for name in re.findall(r"`(\w+)`", cell)})


@pytest.mark.parametrize("name", glossary())
def test_the_glossary_names_what_stands_in_the_code(name: str) -> None:
    code = [path for path in tracked() if path.suffix in {".py", ".toml", ".yaml"}]
    assert any(
        re.search(rf"\b{name}\b", text_of(path)) for path in code if path.is_relative_to(PACKAGE)
    )


def test_the_changelog_knows_the_version() -> None:
    from gevinst import __version__

    assert __version__ in text_of(ROOT / "CHANGELOG.md")


def test_the_licence_is_the_same_everywhere() -> None:
    project = tomllib.loads(text_of(ROOT / "pyproject.toml"))["project"]
    assert project["license"] == "MPL-2.0"
    assert text_of(ROOT / "LICENSE").startswith("Mozilla Public License Version 2.0")


def test_the_user_guide_has_every_key_of_the_desk() -> None:
    desk = PACKAGE / "features/operations/templates/operations/desk"
    keys = re.findall(r"<kbd>([^<{]+)</kbd>", text_of(desk / "help.html"))
    guide = re.findall(r"^\| (\S+) \| ", text_of(ROOT / "docs/da/sagsbehandler.md"), re.MULTILINE)
    assert keys
    assert set(keys) - set(guide) == set()
