"""Every model says which of its fields are personal, and names only fields that it has."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.db.models import Model
from pghistory.models import Event

LIKELY = {
    "email",
    "contact_email",
    "actor_name",
    "content",
    "account",
    "payee",
    "party",
    "taken_by",
}


def models() -> list[type[Model]]:
    """Our own models; the tables of history mirror them."""
    ours = [room for room in apps.get_app_configs() if room.name.startswith("gevinst.")]
    return [each for room in ours for each in room.get_models() if not issubclass(each, Event)]


def fields(model: type[Model]) -> set[str]:
    return {field.name for field in model._meta.get_fields()}


@pytest.mark.parametrize("model", models(), ids=lambda model: model.__name__)
def test_a_model_declares_its_personal_fields(model: type[Model]) -> None:
    assert isinstance(vars(model).get("PERSONAL"), tuple)
    assert set(model.PERSONAL) <= fields(model)


@pytest.mark.parametrize("model", models(), ids=lambda model: model.__name__)
def test_what_is_likely_personal_is_declared(model: type[Model]) -> None:
    assert fields(model) & LIKELY <= set(model.PERSONAL)
