"""Where a rule book is: a block by its key, a block's folder, or a folder of YAML files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from gevinst.engines.blockkit import block as installed
from gevinst.engines.blockkit.contract import Manifest
from gevinst.engines.blockkit.manifest import load_manifest
from gevinst.engines.blockkit.pieces import rule_paths

MANIFEST, RULES = "manifest.toml", "rules"


@dataclass(frozen=True, slots=True)
class RulesFolder:
    """The YAML files, those of the manifest's pieces too, and the manifest that says what they may read."""

    rules: Mapping[str, str]
    manifest: Manifest


def rules_folder(target: str, block: str) -> RulesFolder:
    """The rules of `target`; a folder without a manifest has that of `block`.

    Raises LookupError for what is no folder and no installed block, ValueError for an unusable manifest.
    """
    folder = Path(target)
    if not folder.is_dir():
        folder = installed(target).folder
    if (folder / MANIFEST).is_file():
        return _found(folder / RULES, load_manifest(folder / MANIFEST))
    if (folder.parent / MANIFEST).is_file():
        return _found(folder, load_manifest(folder.parent / MANIFEST))
    if target == block:
        raise ValueError(f"{target} has no {MANIFEST}")
    return _found(folder, rules_folder(block, block).manifest)


def _found(rules: Path, manifest: Manifest) -> RulesFolder:
    """The files are named by their paths, so that a fault says which file to open."""
    files = rule_paths(manifest.pieces, rules).values()
    return RulesFolder({str(file): file.read_text(encoding="utf-8") for file in files}, manifest)
