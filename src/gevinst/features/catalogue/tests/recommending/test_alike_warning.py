"""The warning against writing the same twice: a fragment for the form, a page for everybody else."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from gevinst.features.accounts.tests.factories import AuthorityFactory, UserFactory
from gevinst.features.catalogue.queries.similar import Alike
from gevinst.features.catalogue.tests.factories import ProcessFactory

pytestmark = pytest.mark.django_db
ASKED: list[dict[str, Any]] = []


@pytest.fixture
def asking(client: Client, monkeypatch: pytest.MonkeyPatch) -> Client:
    """The index stands in here for itself: what it finds is tested where it is."""
    ASKED.clear()
    known = ProcessFactory(public=True, title="Kendt proces")

    def find(_: Any, texts: dict[str, str], limit: int, without: list[int]) -> list[Alike]:
        ASKED.append({"texts": dict(texts), "without": list(without)})
        return [Alike(known, 0.8)]

    monkeypatch.setattr("gevinst.features.catalogue.web.recommending.alike.alike", find)
    client.force_login(UserFactory(contributor_of=AuthorityFactory()))
    return client


def test_the_form_gets_the_list_alone(asking: Client) -> None:
    answer = asking.get(
        "/katalog/ligner/?title=Kontrol af regninger&uden=7", headers={"HX-Request": "true"}
    )
    page = answer.content.decode()
    assert "Kendt proces" in page
    assert "<html" not in page
    assert ASKED == [{"texts": {"title": "Kontrol af regninger"}, "without": [7]}]


def test_without_javascript_there_is_a_page(asking: Client) -> None:
    page = asking.get("/katalog/ligner/?summary=Kontrol af regninger").content.decode()
    assert "<h1>" in page
    assert "Kendt proces" in page


@pytest.mark.parametrize("query", ["", "?title=kort", "?other=Kontrol af regninger"])
def test_too_little_is_not_asked_about(asking: Client, query: str) -> None:
    assert "Kendt proces" not in asking.get(f"/katalog/ligner/{query}").content.decode()
    assert ASKED == []


def test_a_missing_index_warns_of_nothing(client: Client, settings: Any, tmp_path: Any) -> None:
    ProcessFactory(public=True, title="Kontrol af regninger")
    client.force_login(UserFactory(contributor_of=AuthorityFactory()))
    answer = client.get("/katalog/ligner/?title=Kontrol af regninger&uden=x")
    assert answer.status_code == 200
