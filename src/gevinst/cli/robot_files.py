"""The files to hand to a robot: found, read one at a time, complained of where that fails."""

from __future__ import annotations

import os
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path
from stat import S_ISDIR

import click

from gevinst.cli.language import spoken


class Files:
    """The files that `paths` name, and in folders those that match; `failed` counts what could not be had."""

    def __init__(self, paths: tuple[Path, ...], match: str) -> None:
        self.failed = 0
        self._match = match.lower()
        self.found = [file for path in paths for file in self._below(path)]

    def documents(self) -> Iterator[tuple[str, bytes]]:
        """Name and content of each file; one that cannot be read is said and passed over."""
        for file in self.found:
            try:
                content = file.read_bytes()
            except OSError as fault:
                self._complain(fault)
                continue
            # A name that is not UTF-8 cannot be stored as it is.
            yield os.fsencode(file.name).decode(errors="replace"), content

    def _below(self, path: Path) -> list[Path]:
        try:
            folder = S_ISDIR(path.stat().st_mode)
        except OSError as fault:
            self._complain(fault)
            return []
        if not folder:
            return [path]
        walked = os.walk(path, onerror=self._complain)
        files = (Path(below) / name for below, _, names in walked for name in names)
        return sorted(file for file in files if self._wanted(file))

    def _wanted(self, file: Path) -> bool:
        return fnmatch(file.name.lower(), self._match) and file.is_file()

    def _complain(self, fault: OSError) -> None:
        self.failed += 1
        said = f"{fault.filename}: {fault.strerror}"
        click.echo(spoken(f"Kan ikke åbne {said}", f"Cannot open {said}"), err=True)
