"""Pieces that several blocks share: what a manifest and a rule book take from a folder that is not theirs.

A piece is a folder in a package, named `package:folder`: `piece.toml` is part of a manifest, its `*.yaml`
are rule files. What the block says itself goes before what a piece says.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any

MANIFEST = "piece.toml"


def folder(piece: str) -> Path:
    """Where that piece is. Raises LookupError where no such package or folder is installed.

    >>> folder("gevinst.engines.invoicing.pieces:lines").name
    'lines'
    """
    package, _, name = piece.partition(":")
    try:
        spec = find_spec(package)
    except (ImportError, ValueError):
        spec = None
    for place in (spec.submodule_search_locations or ()) if spec and name else ():
        if (Path(place) / name / MANIFEST).is_file():
            return Path(place) / name
    raise LookupError(f"there is no piece {piece!r}")


def rule_paths(pieces: Iterable[str], own: Path) -> dict[str, Path]:
    """File name -> file: those of the pieces as `shared-<piece>-<file>`, and those in the folder `own`.

    A file in `own` that is called like one of a piece stands in its place. Raises LookupError.
    """
    found = {
        f"shared-{place.name}-{file.name}": file
        for place in map(folder, pieces)
        for file in place.glob("*.yaml")
    }
    return dict(sorted({**found, **{file.name: file for file in own.glob("*.yaml")}}.items()))


def rule_files(pieces: Iterable[str], own: Path) -> dict[str, str]:
    """File name -> YAML, of the files that `rule_paths` names. Raises LookupError."""
    paths = rule_paths(pieces, own)
    return {name: file.read_text(encoding="utf-8") for name, file in paths.items()}


def merged(shared: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """The tables as one: what both have is merged where it is a table, else it is `own`'s.

    >>> merged({"a": {"x": 1, "y": 2}, "b": [1]}, {"a": {"y": 3, "z": 4}, "b": [2]})
    {'a': {'x': 1, 'y': 3, 'z': 4}, 'b': [2]}
    """
    both = dict(shared)
    for key, value in own.items():
        given = both.get(key)
        if isinstance(given, Mapping) and isinstance(value, Mapping):
            both[key] = merged(given, value)
        else:
            both[key] = value
    return both
