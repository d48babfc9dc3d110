"""The building block of a robot with the rules that decide on a day."""

from __future__ import annotations

from datetime import date

from gevinst.engines.blockkit.contract import Block
from gevinst.features.control import queries as control
from gevinst.features.operations.blocks import block_of
from gevinst.features.operations.models import Robot

# Compiling a rule book takes a second: those in use are kept, by what they say.
KEPT = 8
_books: dict[tuple[str, str], Block] = {}


def deciding_block(robot: Robot, on: date) -> Block:
    """The block with the authority's own rule book of that day, where there is one, else as it comes.

    Raises `DomainError("no-block")`.
    """
    own = control.rule_set_on(robot.authority_id, robot.block_key, on)
    plain = block_of(robot)
    if own is None:
        return plain
    key = (robot.block_key, own.digest)
    if key not in _books:
        if len(_books) >= KEPT:
            _books.clear()
        _books[key] = plain.with_rules(own.files)
    return _books[key]
