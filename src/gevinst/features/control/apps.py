"""The `control` room as a Django app."""

from django.apps import AppConfig


class ControlConfig(AppConfig):
    name = "gevinst.features.control"
    label = "control"
    default_auto_field = "django.db.models.BigAutoField"
