"""The building block of a robot, and its work items as the block reads them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from gevinst.engines.blockkit.contract import Block, Item, Refused, Registers, Text
from gevinst.engines.blockkit.registry import BlockNotFound, block
from gevinst.features.operations.models import Robot, WorkItem
from gevinst.shared.errors import DomainError
from gevinst.shared.register_connections import register_connections


@dataclass(frozen=True, slots=True)
class Read:
    """A work item with what the block reads in its document now."""

    row: WorkItem
    result: Item | Refused

    @property
    def readable(self) -> bool:
        """Whether the block can read it."""
        return isinstance(self.result, Item)

    @property
    def item(self) -> Item:
        """What it reads. Raises `DomainError("unreadable")`."""
        if isinstance(self.result, Refused):
            message = words(self.result.message)
            raise DomainError("unreadable", message, item=self.row.pk, reason=self.result.code)
        return self.result

    @property
    def refused(self) -> Refused:
        """Why it cannot be read."""
        assert isinstance(self.result, Refused)
        return self.result


def block_of(robot: Robot) -> Block:
    """The block that the robot runs. Raises `DomainError("no-block")` where it has none installed."""
    try:
        return block(robot.block_key)
    except BlockNotFound as missing:
        message = _("The building block “%(key)s” is not installed.") % {"key": robot.block_key}
        raise DomainError("no-block", message, block=robot.block_key) from missing


def read(chosen: Block, row: WorkItem) -> Read:
    """What `chosen` reads in the document of `row`."""
    return Read(row, chosen.read(bytes(row.document.content), row.document.name))


def registers_of(robot: Robot) -> Registers:
    """The robot's registers as they are now. Raises `RegisterFault`."""
    # Loading brings Arrow and DuckDB in, which pages and commands that never control do without.
    from gevinst.engines.blockkit.registers import load_registers

    manifest = block_of(robot).manifest
    if not manifest.registers:
        return {}
    return load_registers(Path(robot.registers), manifest, register_connections())


def extracts_of(registers: Registers) -> dict[str, dict[str, object]]:
    """Which copy of each register was read, as it is kept with a run or a decision."""
    return {
        name: {
            "id": register.extract.id,
            "taken_at": register.extract.taken_at.isoformat(),
            "source": register.extract.source,
            "sha256": register.extract.sha256,
            "rows": register.table.num_rows,
        }
        for name, register in registers.items()
    }


def parameters_of(robot: Robot) -> dict[str, str]:
    """Every parameter of the robot's block: as the authority set it, else the block's default."""
    defaults = {p.name: p.default for p in block_of(robot).manifest.parameters}
    return defaults | {name: str(value) for name, value in robot.parameters.items()}


def words(text: Text) -> str:
    """`text` in the language in force."""
    return text.in_language(get_language() or "da")
