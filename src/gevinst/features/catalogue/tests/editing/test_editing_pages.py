"""Quick share and the full form: everything can be written, by name where people know names."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from gevinst.features.accounts.tests.factories import AuthorityFactory, UnitFactory, UserFactory
from gevinst.features.catalogue import history
from gevinst.features.catalogue.actions.systems import system_named, technology_named
from gevinst.features.catalogue.models import CoEditor, LegalClause, Process, Technology
from gevinst.features.catalogue.tests.factories import ProcessFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def authority() -> Any:
    return AuthorityFactory(name="Prøvestrand Kommune")


@pytest.fixture
def contributor(client: Client, authority: Any) -> Client:
    client.force_login(UserFactory(contributor_of=authority))
    return client


BASIC = {"title": "T", "summary": "S", "phase": "idea", "visibility": "authority"}


def test_quick_share_asks_five_fields_and_shares(contributor: Client, authority: Any) -> None:
    technology_named("UiPath")
    page = contributor.get("/katalog/del/").content.decode()
    form = page.partition('id="process-form"')[2]
    assert form.count('class="form-group') == 5
    assert '<option value="UiPath">' in page
    facts = {
        "title": "Adresseændring", "summary": "Robotten flytter borgere", "description": "…",
        "technologies-name": ["uipath", "", "Python"], "systems_used-name": ["KMD Opus", "kmd opus"],
    }  # fmt: skip
    answer = contributor.post("/katalog/del/", facts)
    made = Process.objects.get()
    assert answer["Location"] == f"/katalog/{made.pk}/"
    assert (made.visibility, made.authority_id) == ("all_authorities", authority.pk)
    assert [Technology.objects.get(pk=one).label for one in made.technologies] == [
        "UiPath",
        "Python",
    ]
    assert made.systems_used == [system_named("KMD Opus").pk]


def test_what_is_missing_is_said_and_nothing_lost(contributor: Client) -> None:
    answer = contributor.post(
        "/katalog/del/", {"title": "T", "technologies-name": ["Power Automate"]}
    )
    assert answer.status_code == 422
    page = answer.content.decode()
    assert 'value="Power Automate"' in page
    assert 'href="#id_summary"' in page


def test_one_with_several_authorities_chooses(client: Client) -> None:
    person, places = UserFactory(), [AuthorityFactory(), AuthorityFactory()]
    for place in places:
        person.memberships.create(role="contributor", authority=place)
    client.force_login(person)
    facts = {"title": "T", "summary": "S", "authority": places[1].pk}
    client.post("/katalog/del/", facts)
    client.post("/katalog/ny/", {**BASIC, "authority": places[1].pk})
    assert {one.authority_id for one in Process.objects.all()} == {places[1].pk}


def test_every_field_can_be_written(contributor: Client, authority: Any) -> None:
    process = ProcessFactory(authority=authority)
    unit, other = UnitFactory(authority=authority), UserFactory(email="anden@example.org")
    facts: dict[str, Any] = {
        **BASIC, "base": history.latest_event(process), "kind": "umbrella", "status": "pending",
        "automatable": "62,5", "minutes": "4,5", "occurrences": "1200", "affects_citizens": "true",
        "links-title": ["", "Vejledning", ""],
        "links-url": ["https://a.example.org/", "https://b.example.org/", ""],
        "legal_clauses-text": ["Bogføringsloven § 4"], "legal_clauses-url": [""],
        "legal_clauses-verified_on": ["2026-02-03"], "co_editors-email": ["ANDEN@example.org"],
        "units": [unit.pk], "contact": [UserFactory(reader_of=authority).pk],
        "level_digital": "very_high", "licence": "EUPL-1.2", "repository_url": "https://example.org/kode",
        "internal_notes": "Kun os", "in_operation_since": "2026-01-02", "kla": "12.3, 4",
    }  # fmt: skip
    answer = contributor.post(f"/katalog/{process.pk}/ret/", facts)
    assert answer.status_code == 302
    made = Process.objects.get()
    assert (made.kind, made.status, made.kla) == ("umbrella", "pending", ["12.3", "4"])
    assert (made.automatable, made.minutes) == (Decimal("0.6250"), Decimal("4.50"))
    assert made.links == [
        {"title": "https://a.example.org/", "url": "https://a.example.org/"},
        {"title": "Vejledning", "url": "https://b.example.org/"},
    ]
    assert (made.units, made.affects_citizens, made.in_operation_since) == (
        [unit.pk],
        True,
        date(2026, 1, 2),
    )
    assert LegalClause.objects.get().verified_on == date(2026, 2, 3)
    assert CoEditor.objects.get().user == other
    page = contributor.get(f"/katalog/{process.pk}/ret/").content.decode()
    for shown in (
        'value="62,5"',
        "Vejledning",
        "Bogføringsloven § 4",
        "anden@example.org",
        "Kun os",
    ):
        assert shown in page


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"links-title": ["X"], "links-url": ["javascript:alert(1)"]}, "links"),
        (
            {"legal_clauses-text": [""], "legal_clauses-url": ["https://x.example.org/"]},
            "legal_clauses",
        ),
        (
            {"legal_clauses-text": ["§"], "legal_clauses-verified_on": ["2026-02-31"]},
            "legal_clauses",
        ),
        ({"co_editors-email": ["nobody@example.org"]}, "co_editors"),
        ({"technologies-name": ["x" * 121]}, "technologies"),
        ({"automatable": "101"}, "automatable"),
        ({"level_change": "sometimes"}, "level_change"),
    ],
)
def test_what_does_not_fit_is_told_beside_the_field(
    contributor: Client, authority: Any, facts: dict[str, Any], field: str
) -> None:
    process = ProcessFactory(authority=authority)
    answer = contributor.post(f"/katalog/{process.pk}/ret/", {**BASIC, **facts})
    assert answer.status_code == 422
    assert f'id="id_{field}_error"' in answer.content.decode()


def test_the_form_says_what_the_phase_asks_for(contributor: Client, authority: Any) -> None:
    process = ProcessFactory(authority=authority, phase="preanalysis", minutes=5)
    page = contributor.get(f"/katalog/{process.pk}/ret/").content.decode()
    assert 'href="#id_occurrences"' in page
    assert 'href="#id_minutes"' not in page
    assert 'href="#id_licence"' not in page


def test_a_stranger_and_a_guest_get_nowhere(client: Client) -> None:
    process = ProcessFactory(public=True)
    assert client.get(f"/katalog/{process.pk}/ret/")["Location"].startswith("/konto/log")
    client.force_login(UserFactory(reader_of=AuthorityFactory()))
    assert client.get(f"/katalog/{process.pk}/ret/").status_code == 403
    assert client.get("/katalog/del/").status_code == 403
