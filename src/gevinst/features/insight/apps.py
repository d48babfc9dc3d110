"""The `insight` room as a Django app."""

from django.apps import AppConfig


class InsightConfig(AppConfig):
    name = "gevinst.features.insight"
    label = "insight"
    default_auto_field = "django.db.models.BigAutoField"
