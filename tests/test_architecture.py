"""The rules of the house that import-linter does not hold: sizes, names, rooms, and who reaches whom how."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "gevinst"
FEATURES = sorted(p.name for p in (SOURCE / "features").iterdir() if (p / "apps.py").exists())
LONGEST, USUAL = 500, 80
WRITTEN = {".py", ".md", ".html", ".css", ".js", ".yaml", ".toml"}
# Made by a tool, or a list of facts or sentences: their length says nothing of their clarity.
MADE = re.compile(r"/(migrations|static/dkfds|node_modules|__pycache__)/")
MODULES = sorted(
    path
    for path in SOURCE.rglob("*.py")
    if "tests" not in path.parts and not MADE.search(str(path))
)
FILES = sorted(
    path
    for top in (ROOT / "src", ROOT / "tests", ROOT / "benchmarks", ROOT / "scripts")
    for path in top.rglob("*")
    if path.suffix in WRITTEN and not MADE.search(str(path))
)
ROOMS = sorted(
    {p.parent for p in MODULES if p.name != "__init__.py" and p.parent.name != "templatetags"}
)
NO_NAMES = re.compile(r"^(utils?|helpers?|common|misc|base)\.py$")
# What one feature may import of another: what it asks and what it does, and the signals and tests' factories.
DOORS = {"queries", "actions", "signals"}


def short(path: Path) -> str:
    return str(path.relative_to(ROOT))


def lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


@pytest.mark.parametrize("path", FILES, ids=short)
def test_no_file_is_too_long(path: Path) -> None:
    assert lines(path) <= LONGEST


def test_half_of_the_modules_are_short() -> None:
    counted = [lines(path) for path in MODULES if path.name != "__init__.py"]
    assert median(counted) <= USUAL


def test_no_module_is_a_drawer_for_odds_and_ends() -> None:
    assert [short(path) for path in MODULES if NO_NAMES.match(path.name)] == []


@pytest.mark.parametrize("path", MODULES, ids=short)
def test_a_module_says_what_it_owns_and_has_no_base_class(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert ast.get_docstring(tree) or not tree.body
    named = [node.name for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    assert [
        name for name in named if re.match(r"Base[A-Z]|Abstract[A-Z]|.*(Helper|Utils?)$", name)
    ] == []


@pytest.mark.parametrize("room", ROOMS, ids=short)
def test_a_room_says_what_it_owns(room: Path) -> None:
    assert (room / "README.md").exists()


@pytest.mark.parametrize("feature", FEATURES)
def test_a_feature_goes_to_another_only_through_its_doors(feature: str) -> None:
    others = "|".join(name for name in FEATURES if name != feature)
    reached = re.compile(rf"gevinst\.features\.({others})\.(\w+)")
    wrong = [
        f"{short(path)}: {name}"
        for path in MODULES
        if (SOURCE / "features" / feature) in path.parents
        for name in _imported(path)
        if (match := reached.match(name)) and match[2] not in DOORS
    ]
    assert wrong == []


def _imported(path: Path) -> list[str]:
    """Full names of what a module imports when it runs, each name of a `from` on its own."""
    found = []
    for node in _running(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            found += [f"{node.module}.{alias.name}" for alias in node.names]
    return found


def _running(node: ast.AST) -> Iterator[ast.AST]:
    """Every node but those that only a type checker sees."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.If) and "TYPE_CHECKING" in ast.dump(child.test):
            continue
        yield child
        yield from _running(child)


@pytest.mark.parametrize("path", [p for p in MODULES if "queries" in short(p)], ids=short)
def test_queries_never_write(path: Path) -> None:
    """By name; that reading a page writes nothing is proved in test_permissions."""
    called = {
        node.func.attr
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    }
    assert (
        called & {"save", "create", "bulk_create", "bulk_update", "delete", "get_or_create"}
        == set()
    )


@pytest.mark.parametrize("feature", FEATURES)
def test_actions_are_keyword_only(feature: str) -> None:
    """What a room offers to do takes no argument by its place, and says who does it."""
    folder = SOURCE / "features" / feature
    public = {name.rsplit(".", 1)[1] for name in _offered(folder)}
    offered = [
        node
        for path in MODULES
        if path == folder / "actions.py" or path.parent == folder / "actions"
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.FunctionDef)
        and (node.name in public if public else not node.name.startswith("_"))
    ]
    assert [node.name for node in offered if node.args.args] == []


def _offered(folder: Path) -> list[str]:
    package = folder / "actions" / "__init__.py"
    return _imported(package) if package.exists() else []


def test_the_rules_find_what_they_look_for() -> None:
    """On made-up names: a rule that matches nothing would pass for ever."""
    assert NO_NAMES.match("utils.py")
    assert NO_NAMES.match("helper.py")
    assert not NO_NAMES.match("base_price.py")
    assert "gevinst.features.accounts.models.User" in [
        name for path in MODULES if path.name == "backends.py" for name in _imported(path)
    ]
    assert len(FEATURES) >= 5
    assert len(MODULES) > 100
