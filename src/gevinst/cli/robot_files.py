"""The files to hand to a robot: found, unpacked one at a time, complained of where that fails."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from fnmatch import fnmatch
from io import BytesIO
from pathlib import Path
from stat import S_ISDIR
from typing import BinaryIO

import click

from gevinst.cli.language import spoken
from gevinst.engines.intake import IntakeRefusal, Limits, unpack

STDIN = Path("-")


class Files:
    """The files that `paths` name, and in folders those that match; `failed` counts what could not be had."""

    def __init__(self, paths: tuple[Path, ...], match: str, limits: Limits) -> None:
        self.failed, self._limits = 0, limits
        self._match = match.lower()
        self.found = [file for path in paths for file in self._below(path)]

    def documents(self) -> Iterator[tuple[str, bytes]]:
        """Name and content of each document; a file that cannot be had is said and passed over."""
        for file in self.found:
            try:
                yield from self._documents_of(file)
            except OSError as fault:
                self._complain(fault)
            except IntakeRefusal as refusal:
                self.failed += 1
                said = spoken(refusal.message_da, refusal.message_en)
                click.echo(f"{os.fsdecode(file.name)}: {said}", err=True)

    def _documents_of(self, file: Path) -> list[tuple[str, bytes]]:
        if file == STDIN:
            return unpack("stdin", self._standard_input(), self._limits)
        # A name that is not UTF-8 cannot be stored as it is.
        name = os.fsencode(file.name).decode(errors="replace")
        with file.open("rb") as opened:
            return unpack(name, opened, self._limits)

    def _standard_input(self) -> BinaryIO:
        """All of it, no more than an archive may hold: a pipe cannot be read twice."""
        most = self._limits.total_bytes
        content = sys.stdin.buffer.read(most + 1)
        if len(content) > most:
            raise IntakeRefusal("archive-too-large", limit=most // (1024 * 1024))
        return BytesIO(content)

    def _below(self, path: Path) -> list[Path]:
        if path == STDIN:
            return [STDIN]
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
