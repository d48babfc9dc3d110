"""The app that wires the rooms together when Django is ready."""

from django.apps import AppConfig


class WiringConfig(AppConfig):
    name = "gevinst.config"
    label = "config"

    def ready(self) -> None:
        """Connect signals and panels."""
        from gevinst.config import wiring

        wiring.connect()
