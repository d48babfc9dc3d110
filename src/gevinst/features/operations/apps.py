"""The `operations` room as a Django app."""

from django.apps import AppConfig


class OperationsConfig(AppConfig):
    name = "gevinst.features.operations"
    label = "operations"
    default_auto_field = "django.db.models.BigAutoField"
