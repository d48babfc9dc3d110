"""`data-model.md`: every model of the rooms, its fields, and which of them are personal."""

from __future__ import annotations

import inspect
from collections.abc import Iterable

from django.apps import AppConfig, apps
from django.db.models import Field, Model

from pages.markdown import code, table

HEAD = """# The data model

From Django's registry. A field marked *personal* is named in the model's `PERSONAL`; a test fails on a
model that does not declare it. Tables of history (`…Event`) mirror the fields of the model they follow.
"""


def page() -> str:
    """The page."""
    rooms = [each for each in apps.get_app_configs() if each.name.startswith("gevinst.")]
    return HEAD + "".join(_room(room) for room in rooms)


def _room(room: AppConfig) -> str:
    models = [model for model in room.get_models() if not model._meta.object_name.endswith("Event")]
    return f"\n## {room.label}\n" + "".join(map(_model, models)) if models else ""


def _model(model: type[Model]) -> str:
    personal: Iterable[str] = getattr(model, "PERSONAL", ())
    rows = [_field(each, each.name in personal) for each in model._meta.concrete_fields]
    fields = table(["Field", "Kind", "Empty", "Personal"], rows)
    return f"\n### {model._meta.object_name}\n\n{inspect.getdoc(model)}\n\n{fields}\n"


def _field(field: Field, personal: bool) -> list[str]:
    related = field.related_model
    kind = f"→ {related._meta.object_name}" if related else field.get_internal_type()
    return [code(field.name), kind, "yes" if field.null else "", "**personal**" if personal else ""]
