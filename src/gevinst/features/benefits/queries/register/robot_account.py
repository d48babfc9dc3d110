"""An account with the robots and processes it tells of."""

from __future__ import annotations

from dataclasses import dataclass, replace

from gevinst.engines.benefit import Account, Figures


@dataclass(frozen=True, slots=True)
class RobotAccount:
    """An account whose authorities and robots are ids as texts; `robots` and `processes` are by id."""

    account: Account
    robots: dict[str, str]
    processes: dict[str, int]

    def of_process(self, process_id: int) -> Figures:
        """The figures of the process's robots, with their part of what is shared."""
        mine = {robot for robot, process in self.processes.items() if process == process_id}
        cells = {cell: tally for cell, tally in self.account.cells.items() if cell[1] in mine}
        costs = {cell: amount for cell, amount in self.account.costs.items() if cell[1] in mine}
        return replace(self.account, cells=cells, costs=costs).total
