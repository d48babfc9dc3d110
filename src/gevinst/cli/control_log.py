"""The decision log of a control run: verified before the run, added to after it."""

from __future__ import annotations

import getpass
from datetime import UTC, datetime
from pathlib import Path

from gevinst import __version__
from gevinst.cli.control_robot_log import RobotLog
from gevinst.cli.language import spoken
from gevinst.engines.blockkit.contract import Block, Registers
from gevinst.engines.blockkit.folder_run import FolderRun
from gevinst.engines.decisionlog.chain import verify
from gevinst.engines.decisionlog.files import FolderLog, LogFault
from gevinst.engines.decisionlog.model import Break, Head, Origin


class Recording:
    """A run on its way into the log of `folder`. Raises `LogFault` where the log there is not whole."""

    def __init__(self, folder: Path) -> None:
        self._log = FolderLog(folder)
        self._head = self._log.head()
        self.keep = self._log.archive.put

    def added(self, block: Block, run: FolderRun, registers: Registers) -> str:
        """Adds the run; gives the log's head in a sentence, for whoever keeps it elsewhere."""
        origin = Origin(datetime.now(UTC), getpass.getuser(), software=__version__)
        head = self._log.record(block, run, registers, origin, self._head)
        return spoken(
            f"Afgørelsesloggens sidste post: {written(head)}",
            f"Decision log's last entry: {written(head)}",
        )


def opened(
    folder: Path, robot: str = "", authority: str = "", end: Head | None = None
) -> tuple[FolderLog | RobotLog, Break | None]:
    """The log in the folder, or of the robot where one is named, and where it is broken.

    Raises ValueError where there is none.
    """
    if robot:
        kept = RobotLog(robot, authority)
        return kept, verify(kept.read(), end=end or kept.head())
    log = FolderLog(folder)
    if not log.file.is_file():
        raise ValueError(
            spoken(
                f"{log.file}: der er ingen afgørelseslog", f"{log.file}: there is no decision log"
            )
        )
    return log, verify(log.read(), end=end)


def written(head: Head) -> str:
    """The head as it is kept elsewhere: number and hash."""
    return f"{head.seq}:{head.hash}"


def read_head(text: str) -> Head:
    """The head that was written so. Raises ValueError."""
    number, sign, digest = text.partition(":")
    if not (sign and number.isascii() and number.isdigit()):
        raise ValueError(
            spoken(
                f"--head {text}: der ventes NUMMER:HASH, som kørslen skrev det",
                f"--head {text}: expected NUMBER:HASH as the run wrote it",
            )
        )
    return Head(int(number), digest)


def broken_text(log: FolderLog | RobotLog, broken: Break) -> str:
    """What is wrong with the log, and where, in a sentence."""
    return fault_text(LogFault(Path(log.file), broken))


def fault_text(fault: LogFault) -> str:
    """The fault in a sentence."""
    where = f"{fault.file}:{fault.broken.place}"
    da, en = WORDS[fault.broken.what]
    return spoken(f"{where}: {da}", f"{where}: {en}")


WORDS = {
    "changed": (
        "posten er ændret: den svarer ikke til sin egen hash",
        "the entry is changed: it does not agree with its own hash",
    ),
    "order": (
        "posten følger ikke efter den forrige: en post er fjernet, indsat eller flyttet",
        "the entry does not follow the one before: one was removed, inserted or moved",
    ),
    "truncated": (
        "loggen når ikke til den post, der blev gemt andetsteds: slutningen er skåret af",
        "the log does not reach the head that was kept elsewhere: its end is cut off",
    ),
}
