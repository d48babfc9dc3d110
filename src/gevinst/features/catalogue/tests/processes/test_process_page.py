"""The process page: everything that a reader may know, nothing that is internal, in few queries."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from gevinst.features.accounts.tests.factories import AuthorityFactory, UserFactory
from gevinst.features.catalogue.actions.systems import system_named, technology_named
from gevinst.features.catalogue.models import LegalClause, Part
from gevinst.features.catalogue.tests.factories import ProcessFactory

pytestmark = pytest.mark.django_db
MOST_QUERIES = 45  # of a signed-in editor, with the panels of all rooms


@pytest.fixture
def authority() -> Any:
    return AuthorityFactory()


@pytest.fixture
def contributor(client: Client, authority: Any) -> Client:
    client.force_login(UserFactory(contributor_of=authority))
    return client


def full(**facts: Any) -> Any:
    return ProcessFactory(
        public=True,
        technologies=[technology_named("UiPath").pk],
        systems_used=[system_named("SBSYS").pk],
        minutes="4.50",
        occurrences=1201,
        automatable="0.8",
        level_digital="very_high",
        level_structured="high",
        level_professional="low",
        licence="EUPL-1.2",
        repository_url="https://example.org/kode",
        links=[{"title": "Vejledning", "url": "https://example.org/v"},
               {"title": "Ond", "url": "javascript:alert(1)"}],
        internal_notes="Kun for os",
        case_reference="2026-1234",
        other_contact_email="intern@example.org",
        **facts,
    )  # fmt: skip


def page_of(client: Client, process: Any) -> str:
    answer = client.get(f"/katalog/{process.pk}/")
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_guest_sees_everything_but_what_is_internal(client: Client) -> None:
    page = page_of(client, full())
    for shown in ("UiPath", "SBSYS", "72,06", "EUPL-1.2", "Vejledning", "https://example.org/kode"):
        assert shown in page
    for hidden in ("Kun for os", "2026-1234", "intern@example.org", "javascript:"):
        assert hidden not in page


def test_the_own_authority_sees_what_is_internal(contributor: Client, authority: Any) -> None:
    page = page_of(contributor, full(authority=authority))
    assert "Kun for os" in page
    assert "2026-1234" in page


def test_the_score_shows_its_weights_and_what_would_raise_it(client: Client) -> None:
    page = page_of(client, full())
    section = page.partition('id="egnethed"')[2].partition("</section>")[0]
    assert '<span class="p-score">77</span>' in section
    assert "(+13)" in section
    assert section.count('<svg class="p-scale"') == 9


def test_the_grade_says_what_is_missing(client: Client) -> None:
    section = page_of(client, full()).partition('id="genbrugsklar"')[2].partition("</section>")[0]
    assert ">D</span>" in section
    assert "45" in section
    assert "edit" not in section


def test_a_clause_is_verified_with_a_button(contributor: Client, authority: Any) -> None:
    process = full(authority=authority)
    clause = LegalClause.objects.create(process=process, text="Bogføringsloven § 4")
    address = f"/katalog/{process.pk}/jura/{clause.pk}/"
    assert address in page_of(contributor, process)
    assert contributor.post(address).status_code == 302
    clause.refresh_from_db()
    assert clause.verified_on == timezone.localdate()
    other = LegalClause.objects.create(process=full(), text="§")
    assert contributor.post(f"/katalog/{process.pk}/jura/{other.pk}/").status_code == 404


def test_parts_are_put_in_and_taken_out(contributor: Client, authority: Any) -> None:
    umbrella = ProcessFactory(authority=authority, kind="umbrella", title="Paraply")
    part = ProcessFactory(authority=authority, title="En del")
    contributor.post(f"/katalog/{umbrella.pk}/dele/", {"part": f"https://x.dk/katalog/{part.pk}/"})
    assert "En del" in page_of(contributor, umbrella)
    assert "Paraply" in page_of(contributor, part)
    contributor.post(f"/katalog/{umbrella.pk}/dele/{part.pk}/fjern/")
    assert not Part.objects.exists()
    for nonsense in ("", "abc", "999999999", str(umbrella.pk)):
        answer = contributor.post(f"/katalog/{umbrella.pk}/dele/", {"part": nonsense}, follow=True)
        assert "alert-error" in answer.content.decode()


def test_the_page_costs_no_more_for_more(contributor: Client, authority: Any) -> None:
    process = full(authority=authority, kind="umbrella")
    page_of(contributor, process)
    with CaptureQueriesContext(connection) as few:
        page_of(contributor, process)
    for number in range(5):
        LegalClause.objects.create(process=process, text=f"§ {number}")
        Part.objects.create(umbrella=process, process=ProcessFactory(authority=authority))
    with CaptureQueriesContext(connection) as many:
        page_of(contributor, process)
    assert len(many) <= len(few) + 1
    assert len(many) <= MOST_QUERIES
