"""A folder that documents are put into: which files are at rest, and where each goes afterwards."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gevinst.cli.language import spoken

if TYPE_CHECKING:
    from gevinst.features.operations.actions import FileOutcome
    from gevinst.features.operations.models import Robot
    from gevinst.shared.actor import Actor

HANDLED, REFUSED = "handled", "refused"
HALF_SENT = (".part", ".tmp", ".partial", ".crdownload", ".filepart", ".swp")
Seen = tuple[int, int]


class WatchedFolder:
    """The folder `path` of one robot. Everything is read anew at each look, so a restart loses nothing."""

    def __init__(self, path: Path, robot: Robot, by: Actor, settle: float) -> None:
        self._path, self._robot, self._by, self._settle = path, robot, by, settle

    def look(
        self,
        wait: Callable[[float], object] = time.sleep,
        stopped: Callable[[], bool] = lambda: False,
    ) -> int:
        """Takes in every file that has been left alone; how many were refused or cannot be read."""
        before = self._sizes()
        if before:
            wait(self._settle)
        after = self._sizes()
        refused = 0
        for file in sorted(before):
            if stopped():
                break
            if after.get(file) == before[file]:
                refused += self._take(file)
        return refused

    def _sizes(self) -> dict[Path, Seen]:
        found = {}
        for file in self._path.iterdir():
            if file.name.startswith(".") or file.suffix.lower() in HALF_SENT:
                continue
            try:
                if file.is_file():
                    state = file.stat()
                    found[file] = (state.st_size, state.st_mtime_ns)
            except OSError:  # taken away meanwhile
                continue
        return found

    def _take(self, file: Path) -> int:
        from gevinst.features.operations import actions

        name = os.fsencode(file.name).decode(errors="replace")
        try:
            with file.open("rb") as opened:
                outcomes = actions.receive_files(
                    robot=self._robot, files=[(name, opened)], by=self._by
                )
        except OSError as fault:  # another watcher was faster, or it may not be read
            click.echo(f"{name}: {fault.strerror}", err=True)
            return 0
        return self._put_away(file, outcomes)

    def _put_away(self, file: Path, outcomes: Sequence[FileOutcome]) -> int:
        """Moves the file; a text beside it says why something was not taken in, or cannot be read."""
        wrong = [each for each in outcomes if each.message]
        taken = any(each.outcome in ("new", "known") for each in outcomes)
        kept = self._move(file, HANDLED if taken else REFUSED)
        if wrong:
            lines = [f"{each.name}: {each.message}{self._desk(each)}" for each in wrong]
            kept.with_name(f"{kept.name}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
        click.echo(f"{kept.relative_to(self._path)}: {len(outcomes) - len(wrong)} + {len(wrong)}")
        return len(wrong)

    def _desk(self, outcome: FileOutcome) -> str:
        if outcome.outcome != "unreadable":
            return ""
        return spoken(" (ligger i skranken)", " (at the desk)")

    def _move(self, file: Path, where: str) -> Path:
        """The file's new place; one of the same name that is there already is kept."""
        folder = self._path / where
        folder.mkdir(exist_ok=True)
        place, number = folder / file.name, 1
        while place.exists():
            number += 1
            place = folder / f"{file.stem}-{number}{file.suffix}"
        return file.replace(place)
