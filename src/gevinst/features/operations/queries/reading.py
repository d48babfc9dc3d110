"""An item as a person reads it: the block's sections person numbers masked for all but clerks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from gevinst.engines.blockkit.contract import Field, Refused, Section, Text
from gevinst.engines.identifiers import mask_all
from gevinst.features.operations.blocks import block_of, read
from gevinst.features.operations.models import Finding, Robot, WorkItem
from gevinst.features.operations.permissions import may_work
from gevinst.features.operations.queries.trail import as_contract
from gevinst.shared.actor import Actor


def sections(actor: Actor, item: WorkItem, found: Sequence[Finding]) -> list[Section]:
    """The readable document with what failed marked; empty where it cannot be read.

    Person numbers stand in full for clerks of the authority only.
    """
    block = block_of(item.robot)
    now = read(block, item)
    if isinstance(now.result, Refused):
        return []
    drawn = block.present(now.result, as_contract(found))
    return drawn if may_work(actor, item) else [_masked(section) for section in drawn]


def rule_names(robot: Robot) -> dict[str, Text]:
    """The names of the block's rules by their ids."""
    return {key: text.name for key, text in block_of(robot).rule_texts.items()}


def _masked(section: Section) -> Section:
    return replace(
        section,
        fields=tuple(_mask(field) for field in section.fields),
        rows=tuple(tuple(_mask(cell) for cell in row) for row in section.rows),
        notes=tuple(
            replace(note, text=Text(mask_all(note.text.da), mask_all(note.text.en)))
            for note in section.notes
        ),
    )


def _mask(field: Field) -> Field:
    return replace(field, value=mask_all(field.value))
