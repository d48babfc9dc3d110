"""Nothing changes without a trace: who did it, when, and from where, bulk SQL too."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.db import connection
from django.db.models import Value
from django.db.models.functions import Concat
from django.test import Client
from django.urls import reverse
from pghistory.models import Event

from gevinst.features.accounts.models import ApiToken, Membership, Unit, User
from gevinst.features.accounts.tests.factories import AuthorityFactory, UnitFactory, UserFactory

pytestmark = pytest.mark.django_db
TRACKED = [
    m for m in apps.get_models() if issubclass(m, Event) and m.__module__.startswith("gevinst.")
]


def history(model: type) -> list[tuple[str, dict[str, object] | None]]:
    """Label and context of each row of a model's history, in order."""
    event = next(m for m in TRACKED if m.pgh_tracked_model is model)
    found = event.objects.order_by("pgh_id").select_related("pgh_context")
    return [(row.pgh_label, row.pgh_context.metadata if row.pgh_context else None) for row in found]


@pytest.mark.parametrize("event", TRACKED, ids=lambda m: m.__name__)
def test_a_tracked_model_records_making_changing_and_deleting(event: type[Event]) -> None:
    labels = {tracker.label for tracker in event.pgh_trackers}
    assert labels >= {"insert", "update", "delete"}


def test_a_change_by_a_web_request_names_the_person_the_action_and_the_address(
    client: Client,
) -> None:
    home = AuthorityFactory()
    admin = UserFactory(local_admin_of=home)
    client.force_login(admin)
    for name, facts, model in (
        ("units", {"name": "Økonomi"}, Unit),
        ("token-add", {"name": "Økonomi", "role": "clerk", "days": "30"}, ApiToken),
        ("person-add", {"email": "ny@example.org", "name": "Ny", "role": "clerk"}, Membership),
    ):
        url = reverse(name, args=[home.code])
        client.post(url, facts)
        label, context = history(model)[-1]
        assert label == "insert"
        assert context is not None
        assert (context["user"], context["actor"], context["url"]) == (admin.pk, admin.name, url)
        assert str(context["action"]).startswith("accounts.")


def test_a_role_taken_back_stays_in_the_history(client: Client) -> None:
    home = AuthorityFactory()
    admin, user = UserFactory(local_admin_of=home), UserFactory(clerk_of=home)
    client.force_login(admin)
    client.post(reverse("role-revoke", args=[home.code, user.memberships.get().pk]))
    label, context = history(Membership)[-1]
    assert (label, context and context["user"]) == ("delete", admin.pk)


def test_bulk_sql_leaves_a_row_for_each_change() -> None:
    home = AuthorityFactory()
    UnitFactory.create_batch(3, authority=home)
    before = len(history(Unit))
    Unit.objects.filter(authority=home).update(name=Concat("name", Value(" ny")))
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM accounts_unit WHERE authority_id = %s", [home.pk])
    assert [label for label, _ in history(Unit)[before:]] == ["update"] * 3 + ["delete"] * 3


def test_signing_in_is_not_a_change_of_the_person(client: Client) -> None:
    user = UserFactory(password="en lang sætning 42")
    before = len(history(User))
    client.post(reverse("account_login"), {"login": user.email, "password": "en lang sætning 42"})
    user.refresh_from_db()
    assert user.last_login is not None
    assert len(history(User)) == before
