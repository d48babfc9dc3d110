"""How much of a block is its own and how much it shares: lines counted in the files, never by hand.

Own are the manifest, rules and code in the block's folder. Reused are the pieces that its manifest names and
the engine modules that its code imports, at first or second hand (the closure of its imports). Tests,
samples, documentation and compiled SQL are counted on neither side; nor are empty lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from gevinst.engines.blockkit import pieces
from gevinst.engines.blockkit.contract import Manifest
from gevinst.engines.blockkit.registry import block, blocks

ENGINES = "gevinst.engines"
SOURCE = Path(__file__).parents[2]
COUNTED = frozenset({".py", ".toml", ".yaml"})
# Parsing takes a hundred times as long; how imports are written is the formatter's.
IMPORT = re.compile(
    rf"^[ ]*from (?P<module>{re.escape(ENGINES)}[\w.]*) import (?P<names>\([^)]*\)|[^\n(]*)",
    re.MULTILINE,
)
NAME = re.compile(r"(?<![\w.])[a-z_]\w*")
APART = frozenset({"tests", "sample", "sql", "mutations", "__pycache__"})


@dataclass(frozen=True, slots=True)
class Lineage:
    """Lines: the block's own, those of each piece, and those of each engine that it runs on."""

    own: int
    pieces: Mapping[str, int]
    engines: Mapping[str, int]

    @property
    def reused(self) -> int:
        """Lines of pieces and engines."""
        return sum(self.pieces.values()) + sum(self.engines.values())

    @property
    def share(self) -> int:
        """Reused lines in percent of all, rounded down."""
        return 100 * self.reused // ((self.own + self.reused) or 1)


@dataclass(frozen=True, slots=True)
class Relative:
    """An installed block built from some of the same pieces; `ancestor`: this block was built after it."""

    key: str
    manifest: Manifest
    pieces: tuple[str, ...]
    ancestor: bool


@cache
def lineage(key: str) -> Lineage:
    """The lineage of that installed block. Raises `BlockNotFound`."""
    found = block(key)
    own = sorted(_files(found.folder))
    engines: dict[str, int] = {}
    for name, file in sorted(_closure(own).items()):
        engine = name.removeprefix(f"{ENGINES}.").partition(".")[0]
        engines[engine] = engines.get(engine, 0) + lines(file)
    named = {each: sum(map(lines, _files(pieces.folder(each)))) for each in found.manifest.pieces}
    return Lineage(sum(map(lines, own)), named, engines)


@cache
def relatives(key: str) -> tuple[Relative, ...]:
    """The other installed blocks that share pieces with that one. Raises `BlockNotFound`."""
    own = block(key).manifest
    others = [block(other).manifest for other in blocks() if other != key]
    shared = [(each, tuple(sorted(set(own.pieces) & set(each.pieces)))) for each in others]
    return tuple(
        Relative(each.key, each, both, each.key in own.built_from) for each, both in shared if both
    )


def lines(file: Path) -> int:
    """Lines that are not empty."""
    return sum(bool(line.strip()) for line in file.read_text(encoding="utf-8").splitlines())


def _files(folder: Path) -> Iterator[Path]:
    for file in folder.rglob("*"):
        inside = file.relative_to(folder).parts
        if file.suffix in COUNTED and not APART.intersection(inside):
            yield file


def _closure(files: list[Path]) -> dict[str, Path]:
    """Engine module -> file, of all that the files import, and what those import."""
    found: dict[str, Path] = {}
    waiting = [file for file in files if file.suffix == ".py"]
    while waiting:
        for name in _imported(waiting.pop()):
            file = _module(name)
            if file and name not in found:
                found[name] = file
                waiting.append(file)
    return found


def _imported(file: Path) -> Iterator[str]:
    """The names that may be engine modules, packages on the way included."""
    for match in IMPORT.finditer(file.read_text(encoding="utf-8")):
        parts = match["module"].split(".")
        yield from (".".join(parts[:end]) for end in range(3, len(parts) + 1))
        yield from (f"{match['module']}.{name}" for name in NAME.findall(match["names"]))


def _module(name: str) -> Path | None:
    place = SOURCE.joinpath(*name.split(".")[1:])
    candidates = (place.with_suffix(".py"), place / "__init__.py")
    return next((file for file in candidates if file.is_file()), None)
