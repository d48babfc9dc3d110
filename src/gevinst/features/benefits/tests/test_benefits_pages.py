"""The pages of benefits: figures with their source, baselines, and what a guest meets."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from gevinst.features.accounts.tests.factories import AuthorityFactory, UserFactory
from gevinst.features.benefits.models import Baseline
from gevinst.features.benefits.tests.factories import BaselineFactory, EffectFactory
from gevinst.features.catalogue.tests.factories import ProcessFactory
from gevinst.shared.actor import Role

pytestmark = pytest.mark.django_db
GIVEN = {
    "valid_from": "2026-01-01",
    "manual_minutes": "12,5",
    "exception_minutes": "9",
    "hourly_cost": "412,50",
    "evidence": "measured",
    "source": "Tidsmåling",
}


@pytest.fixture
def authority() -> Any:
    return AuthorityFactory()


def signed_in(client: Client, authority: Any, role: str = Role.CONTRIBUTOR) -> Client:
    client.force_login(UserFactory(**{f"{role}_of": authority}))
    return client


def recent(**facts: Any) -> Any:
    return EffectFactory(on=timezone.localdate() - timedelta(days=3), **facts)


def test_the_overview_sums_ones_own(client: Client, authority: Any) -> None:
    recent(baseline__process__authority=authority, hours=Decimal("1234.50"))
    recent(baseline__process__public=True, hours=Decimal(77777))
    page = signed_in(client, authority).get("/gevinster/").content.decode()
    assert "1.235" in page
    assert "77.777" not in page
    assert 'role="img"' in page
    assert "<table" in page


def test_old_effects_show_on_demand(client: Client, authority: Any) -> None:
    long_ago = timezone.localdate() - timedelta(days=900)
    EffectFactory(baseline__process__authority=authority, on=long_ago, hours=Decimal(4321))
    signed_in(client, authority)
    assert "4.321" not in client.get("/gevinster/").content.decode()
    assert "4.321" in client.get("/gevinster/?periode=alt").content.decode()


def test_another_authority_in_the_address_changes_nothing(client: Client, authority: Any) -> None:
    other = recent(hours=Decimal(77777)).process.authority
    page = signed_in(client, authority).get(f"/gevinster/?myndighed={other.code}")
    assert "77.777" not in page.content.decode()


def test_a_national_administrator_chooses(client: Client) -> None:
    one, two = recent(hours=Decimal(1111)), recent(hours=Decimal(2222))
    client.force_login(UserFactory(national_admin=True))
    page = client.get(f"/gevinster/?myndighed={one.process.authority.code}").content.decode()
    assert "1.111" in page
    assert "2.222" not in page
    assert two.process.authority.name in page


def test_without_a_role_there_is_nothing_to_see(client: Client) -> None:
    client.force_login(UserFactory())
    assert client.get("/gevinster/").status_code == 403


def test_the_file_has_a_line_a_process_and_month(client: Client, authority: Any) -> None:
    recent(baseline__process__authority=authority)
    answer = signed_in(client, authority).get("/gevinster/effekt.csv")
    lines = b"".join(answer.streaming_content).decode("utf-8-sig").splitlines()
    assert len(lines) == 2
    assert lines[1].endswith("1;10;0;2,00;825,00")


def test_the_panel_shows_both_kinds_with_their_sources(client: Client) -> None:
    measured = recent(baseline__process__public=True)
    recent(
        baseline__estimated=True,
        baseline__process=measured.process,
        baseline__source="Et skøn fra maj",
    )
    page = client.get(f"/katalog/{measured.process_id}/").content.decode()
    assert "g-kind-measured" in page
    assert "g-kind-estimated" in page
    assert measured.baseline.source in page
    assert "Et skøn fra maj" in page


def test_a_guest_sees_no_panel_where_there_is_nothing(client: Client) -> None:
    process = ProcessFactory(public=True)
    assert 'id="effect"' not in client.get(f"/katalog/{process.pk}/").content.decode()


def test_the_panel_asks_for_a_baseline(client: Client, authority: Any) -> None:
    process = ProcessFactory(authority=authority)
    page = signed_in(client, authority).get(f"/katalog/{process.pk}/").content.decode()
    assert f"/gevinster/{process.pk}/nulpunkter/nyt/" in page


def test_a_baseline_is_set_with_danish_numbers(client: Client, authority: Any) -> None:
    process = ProcessFactory(authority=authority)
    signed_in(client, authority).post(f"/gevinster/{process.pk}/nulpunkter/nyt/", GIVEN)
    made = Baseline.objects.get()
    assert (made.manual_minutes, made.hourly_cost) == (Decimal("12.50"), Decimal("412.50"))
    listed = client.get(f"/gevinster/{process.pk}/nulpunkter/").content.decode()
    assert "412,50" in listed
    assert "Tidsmåling" in listed


def test_a_baseline_measured_before_and_after_shows_its_sample(
    client: Client, authority: Any
) -> None:
    process = ProcessFactory(authority=authority)
    more = {"n": "21", "minutes_before": "15", "minutes_after": "2,5", "measured_on": "2025-11-03"}
    signed_in(client, authority).post(f"/gevinster/{process.pk}/nulpunkter/nyt/", GIVEN | more)
    made = Baseline.objects.get()
    assert (made.n, made.minutes_after) == (21, Decimal("2.50"))
    listed = client.get(f"/gevinster/{process.pk}/nulpunkter/").content.decode()
    assert "badge-warning" in listed
    assert "15,00" in listed


@pytest.mark.parametrize("wrong", [{"source": ""}, {"manual_minutes": "-1"}, {"evidence": ""}])
def test_a_fault_stands_beside_its_field(
    client: Client, authority: Any, wrong: dict[str, str]
) -> None:
    process = ProcessFactory(authority=authority)
    address = f"/gevinster/{process.pk}/nulpunkter/nyt/"
    answer = signed_in(client, authority).post(address, {**GIVEN, **wrong})
    assert answer.status_code == 422
    assert f'id="id_{next(iter(wrong))}_error"' in answer.content.decode()
    assert not Baseline.objects.exists()


def test_readers_do_not_set_baselines(client: Client, authority: Any) -> None:
    process = ProcessFactory(authority=authority)
    address = f"/gevinster/{process.pk}/nulpunkter/nyt/"
    assert signed_in(client, authority, Role.READER).post(address, GIVEN).status_code == 403


@pytest.mark.parametrize(
    ("facts", "expected"),
    [({"with_block": True}, 'value="12'), ({}, "id_manual_minutes")],
)
def test_the_form_begins_with_what_the_block_says(
    client: Client, authority: Any, facts: dict[str, Any], expected: str
) -> None:
    process = ProcessFactory(authority=authority, **facts)
    page = signed_in(client, authority).get(f"/gevinster/{process.pk}/nulpunkter/nyt/")
    assert expected in page.content.decode()


def test_the_form_begins_with_what_holds_now(client: Client, authority: Any) -> None:
    baseline = BaselineFactory(process__authority=authority, manual_minutes=Decimal("7.25"))
    page = signed_in(client, authority).get(f"/gevinster/{baseline.process_id}/nulpunkter/nyt/")
    assert 'value="7,25"' in page.content.decode()


def test_what_is_not_counted_is_listed(client: Client, authority: Any) -> None:
    process = ProcessFactory(authority=authority, in_operation=True, title="Ikke talt")
    page = signed_in(client, authority).get("/gevinster/").content.decode()
    assert f"/katalog/{process.pk}/#effect" in page
