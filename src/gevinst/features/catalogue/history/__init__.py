"""What has happened to a process: who changed what, from what to what."""

from gevinst.features.catalogue.history.reading import (
    Change,
    Difference,
    differences,
    history,
    latest_event,
)
from gevinst.features.catalogue.history.timeline import state_at

__all__ = ["Change", "Difference", "differences", "history", "latest_event", "state_at"]
