"""What can be done with benefits; each action checks the right, writes an audit entry, and is whole or nothing."""

from gevinst.features.benefits.actions.effects import (
    record_effect,
    record_exception,
    set_baseline,
)

__all__ = ["record_effect", "record_exception", "set_baseline"]
