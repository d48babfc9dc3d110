"""The app that everything else stands on."""

from django.apps import AppConfig


class SharedConfig(AppConfig):
    name = "gevinst.shared"
    label = "shared"
    default_auto_field = "django.db.models.BigAutoField"
