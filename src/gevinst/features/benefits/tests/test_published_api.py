"""Published cases in the API: the list, its filters, and addresses that answer."""

from __future__ import annotations

import pytest
from django.test import Client

from gevinst.features.accounts.tests.factories import TokenFactory
from gevinst.features.benefits.queries.published import finding
from gevinst.features.benefits.tests.published_example import IGA

pytestmark = pytest.mark.django_db


@pytest.fixture
def client_(monkeypatch: pytest.MonkeyPatch) -> Client:
    """Somebody with a token; the engine ships the example."""
    monkeypatch.setattr(finding, "shipped", lambda: {"c08_iga": IGA})
    secret = TokenFactory().secret
    return Client(headers={"authorization": f"Bearer {secret}"})


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("", 1),
        ("?q=brugerstyring&kind=digital&status=measured", 1),
        ("?kind=physical", 0),
        ("?field_of_work=Skole", 0),
        ("?sort=effect&technology=Automatisk brugeradministration", 1),
    ],
)
def test_the_list_and_its_filters(client_: Client, asked: str, found: int) -> None:
    assert len(client_.get(f"/api/v1/published-cases{asked}").json()) == found


def test_a_row_and_where_it_leads(client_: Client) -> None:
    row = client_.get("/api/v1/published-cases").json()[0]
    assert (row["slug"], row["origin"], row["figures"]) == ("iga", "shipped", 4)
    assert row["annual_gain"] in ("12000000.00", 12000000.0)
    for place in ("page", "data", "case_file"):
        assert Client().get(row[place]).status_code == 200


def test_a_kind_that_is_none(client_: Client) -> None:
    assert client_.get("/api/v1/published-cases?kind=x").status_code == 422
