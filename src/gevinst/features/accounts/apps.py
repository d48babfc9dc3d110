"""The `accounts` room as a Django app."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "gevinst.features.accounts"
    label = "accounts"
    default_auto_field = "django.db.models.BigAutoField"
