"""The `catalogue` room as a Django app."""

from django.apps import AppConfig


class CatalogueConfig(AppConfig):
    name = "gevinst.features.catalogue"
    label = "catalogue"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Listens to what happens in the catalogue."""
        from gevinst.features.catalogue.receivers import files, people, standing

        files.connect()
        people.connect()
        standing.connect()
