"""What can be done with benefits; each action checks the right and writes an audit entry."""

from gevinst.features.benefits.actions.effects import (
    record_effect,
    record_exception,
    set_baseline,
)
from gevinst.features.benefits.actions.register.costs import end_cost, set_cost
from gevinst.features.benefits.actions.register.moving import measure, move
from gevinst.features.benefits.actions.register.owning import hand_over
from gevinst.features.benefits.actions.register.writing import create_benefit, edit_benefit
from gevinst.features.benefits.actions.reminding import remind

__all__ = [
    "create_benefit",
    "edit_benefit",
    "end_cost",
    "hand_over",
    "measure",
    "move",
    "record_effect",
    "record_exception",
    "remind",
    "set_baseline",
    "set_cost",
]
