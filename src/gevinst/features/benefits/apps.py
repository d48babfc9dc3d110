"""The `benefits` room as a Django app."""

from django.apps import AppConfig


class BenefitsConfig(AppConfig):
    name = "gevinst.features.benefits"
    label = "benefits"
    default_auto_field = "django.db.models.BigAutoField"
