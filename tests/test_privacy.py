"""Personal data: each model says which fields are personal; nothing secret or personal leaks sideways."""

from __future__ import annotations

import json
import logging
import re
import sys

import pytest
from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.test import Client
from pghistory.models import Event

from gevinst.config.tests.routes import routes
from gevinst.config.tests.world import make_world
from gevinst.engines.identifiers import find_cprs
from gevinst.features.accounts.models import User
from gevinst.features.accounts.tests.factories import UserFactory
from gevinst.features.operations.tests.tiny_block import tiny

PERSON = "610101-2222"  # a replacement number: day 61, nobody's
assert find_cprs(PERSON)
OURS = [
    model
    for model in apps.get_models()
    if model.__module__.startswith("gevinst.") and not issubclass(model, Event)
]
HISTORY = [model for model in apps.get_models() if issubclass(model, Event)]
SECRET = ("password", "digest", "secret")
NOT_SECRET = {("control.RuleChangeEvent", "digest"): "It is that of a rule book."}
# Fields that name or describe a person by their kind or their name.
TELLING = re.compile(r"(^|_)(email|cpr|phone|actor|owner|payee(_id)?|by)(_name)?$")


def is_field(model: type[models.Model], name: str) -> bool:
    try:
        model._meta.get_field(name)
    except FieldDoesNotExist:
        return False
    return True


@pytest.mark.parametrize("model", OURS, ids=lambda m: m._meta.label)
def test_a_model_says_which_of_its_fields_are_personal(model: type[models.Model]) -> None:
    declared = model.__dict__.get("PERSONAL")
    assert isinstance(declared, tuple), "declare PERSONAL, empty if nothing is"
    assert [name for name in declared if not is_field(model, name)] == []


# What is named by "by" and is no person.
NOBODY = {"replaced_by"}


@pytest.mark.parametrize("model", OURS, ids=lambda m: m._meta.label)
def test_what_plainly_names_a_person_is_declared(model: type[models.Model]) -> None:
    fields = model._meta.fields
    telling = {f.name for f in fields if TELLING.search(f.name) or isinstance(f, models.EmailField)}
    telling |= {f.name for f in fields if f.related_model is User}
    assert telling - NOBODY - set(model.PERSONAL) == set()  # type: ignore[attr-defined]


def test_every_tracked_model_has_a_history() -> None:
    assert len(HISTORY) >= 10


@pytest.mark.parametrize("model", HISTORY, ids=lambda m: m._meta.label)
def test_a_history_keeps_no_secret(model: type[models.Model]) -> None:
    found = [f.name for f in model._meta.fields if any(word in f.name for word in SECRET)]
    assert [name for name in found if (model._meta.label, name) not in NOT_SECRET] == []


@pytest.mark.parametrize("route", routes(), ids=str)
def test_no_address_has_a_place_for_a_person(route: object) -> None:
    names = " ".join(route.parameters)  # type: ignore[attr-defined]
    assert not re.search(r"cpr|person|email|name", names)


@pytest.mark.django_db
def test_no_link_of_any_page_carries_a_person_number(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every page is drawn for a clerk whose items are full of one; links, forms and sources are looked at."""
    from gevinst.config.tests.routes import address

    monkeypatch.setattr("gevinst.features.operations.blocks.block", tiny)
    world = make_world(text=PERSON)
    client = Client(raise_request_exception=False)
    found = []
    for route in routes():
        client.force_login(world.insider)
        answer = client.get(address(route, world))
        if not answer.streaming and "html" in answer.headers.get("Content-Type", ""):
            links = re.findall(
                r"(?:href|src|action|hx-get|hx-post)=[\"']([^\"']*)", answer.content.decode()
            )
            found += [(str(route), link) for link in links if find_cprs(link)]
        assert not find_cprs(str(answer.headers)), route
    assert found == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    "path", [f"/no/{PERSON}/", f"/api/v1/items?queue={PERSON}", "/no/6101012222"]
)
def test_a_person_number_in_an_address_is_not_logged(
    path: str, caplog: pytest.LogCaptureFixture
) -> None:
    Client().get(path)
    lines = [ours().format(record) for record in caplog.records]
    assert lines
    assert not any(find_cprs(line) for line in lines)


def test_a_person_number_in_a_traceback_is_not_logged() -> None:
    try:
        raise ValueError(PERSON)
    except ValueError:
        record = logging.LogRecord("x", 40, "x", 1, "about %s", (PERSON,), sys.exc_info())
    line = ours().format(record)
    assert "ValueError" in line
    assert not find_cprs(line)


def ours() -> logging.Formatter:
    """The formatter of the one handler that the site writes through."""
    handlers = [h for h in logging.getLogger().handlers if type(h) is logging.StreamHandler]
    assert len(handlers) == 1
    assert handlers[0].formatter is not None
    return handlers[0].formatter


@pytest.mark.django_db
def test_a_password_is_in_no_history_after_a_change() -> None:
    from django.db import connection

    user = UserFactory(password="en lang sætning 42")
    user.set_password("en anden sætning 43")
    user.save()
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_jsonb(e) FROM accounts_userevent e")
        kept = json.dumps([row[0] for row in cursor.fetchall()])
    assert str(user.pk) in kept
    assert User.objects.get(pk=user.pk).password not in kept
