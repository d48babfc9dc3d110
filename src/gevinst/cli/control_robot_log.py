"""The decision log of a robot in the database, as the commands on logs read it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from gevinst.engines.decisionlog import Head, LogEntry
    from gevinst.features.operations.archive import DecisionArchive


class RobotLog:
    """The log of the robot with that key, of the authority with that code where one is stated.

    Raises click.UsageError where there is no such robot, or several.
    """

    def __init__(self, key: str, authority: str) -> None:
        from gevinst.cli.robot_start import robot_of, start

        by = start()
        from gevinst.features.operations.archive import DecisionArchive
        from gevinst.shared.errors import DomainError

        try:
            found = robot_of(by, key, authority)
        except DomainError as fault:
            raise click.UsageError(str(fault)) from fault
        self.file = f"{found.authority.code}/{found.key}"
        self._named = (found.authority_id, found.key)
        self.archive: DecisionArchive = DecisionArchive()

    def read(self) -> Iterator[LogEntry]:
        """The entries in order, one at a time."""
        from gevinst.features.control import queries

        return queries.log_entries(*self._named)

    def head(self) -> Head:
        """The end of the log, as the database has it."""
        from gevinst.features.control import queries

        return queries.log_head(*self._named)
