"""What the worker does for the catalogue; each part has a module of its own."""

from gevinst.features.catalogue.tasks import (
    duties,
    files,
    forgetting,
    importing,
    likeness,
    notices,
    searches,
)

__all__ = ["duties", "files", "forgetting", "importing", "likeness", "notices", "searches"]
