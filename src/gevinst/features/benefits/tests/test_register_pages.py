"""The pages of the register: the list and its file, one benefit, and the steps as forms."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from gevinst.features.accounts.tests.factories import AuthorityFactory, UserFactory
from gevinst.features.benefits.models import Benefit
from gevinst.features.benefits.tests.factories import BenefitFactory, EffectFactory, StepFactory
from gevinst.features.catalogue.tests.factories import ProcessFactory

pytestmark = pytest.mark.django_db
LIST = "/gevinster/register/"
GIVEN = {
    "title": "Færre timer",
    "kind": "budget_productivity",
    "mode": "reallocated_time",
    "unit": "hours",
    "expected": "1.200,50",
    "frequency": "yearly",
}
STEP = {"on": "2026-05-01", "evidence": "Log", "grade": "A", "value": "100", "n": "40"}
PERIOD = {"since": "2026-01-01", "until": "2026-03-31"}


@pytest.fixture
def home() -> Any:
    return AuthorityFactory()


def signed_in(client: Client, home: Any, role: str = "contributor_of") -> Any:
    user = UserFactory(**{role: home})
    client.force_login(user)
    return user


def owned(home: Any, **facts: Any) -> Benefit:
    owner = UserFactory(reader_of=home)
    made: Benefit = BenefitFactory(authority=home, owner=owner, owner_name=owner.name, **facts)
    return made


def test_the_list_shows_ones_own_with_what_is_measured(client: Client, home: Any) -> None:
    step = StepFactory(benefit__authority=home)
    other = BenefitFactory(title="En andens")
    signed_in(client, home, "reader_of")
    page = client.get(LIST).content.decode()
    assert step.benefit.title in page
    assert ">500 timer<" in page
    assert other.title not in page
    assert "/gevinster/register/ny/" not in page


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("type=quality", 0),
        ("tilstand=idea", 1),
        ("realisering=capacity", 0),
        ("q=Vigtig", 1),
        ("frist=nu", 1),
        ("ansvarlig=0", 1),
        ("tilstand=magic", 1),
        ("q=%00", 1),
    ],
)
def test_the_filters(client: Client, home: Any, asked: str, found: int) -> None:
    today = timezone.localdate()
    state = "measured" if asked == "frist=nu" else "idea"
    BenefitFactory(authority=home, title="Vigtig", next_measurement_on=today, state=state)
    signed_in(client, home)
    assert client.get(f"{LIST}?{asked}").content.decode().count('scope="row"') == found


def test_one_finds_what_one_owns(client: Client, home: Any) -> None:
    held = owned(home)
    BenefitFactory(authority=home, title="En andens")
    signed_in(client, home)
    page = client.get(f"{LIST}?ansvarlig={held.owner_id}").content.decode()
    assert held.title in page
    assert "En andens" not in page


def test_an_empty_register_says_what_to_do(client: Client, home: Any) -> None:
    signed_in(client, home)
    assert "/gevinster/register/ny/" in client.get(LIST).content.decode()


@pytest.mark.parametrize(
    "address", [LIST, "/gevinster/register/gevinster.csv", "/gevinster/omkostninger/"]
)
def test_without_a_role_there_is_nothing_to_see(client: Client, address: str) -> None:
    client.force_login(UserFactory())
    assert client.get(address).status_code == 403


def test_the_file(client: Client, home: Any) -> None:
    step = StepFactory(benefit__authority=home)
    BenefitFactory(authority=home, title="Å, uden måling")
    signed_in(client, home)
    answer = client.get("/gevinster/register/gevinster.csv")
    lines = b"".join(answer.streaming_content).decode("utf-8-sig").splitlines()
    assert len(lines) == 3
    assert ";400,00;500,00;A;" in lines[1]
    assert step.benefit.title in lines[1]


def test_a_benefit_is_written_with_danish_numbers(client: Client, home: Any) -> None:
    user = signed_in(client, home)
    process = ProcessFactory(authority=home)
    sent = {**GIVEN, "owner": str(user.pk), "process": str(process.pk)}
    answer = client.post("/gevinster/register/ny/?sag=sag-7", sent)
    made = Benefit.objects.get()
    assert answer.headers["Location"] == f"/gevinster/register/{made.pk}/"
    assert (made.expected, made.owner, made.process) == (Decimal("1200.50"), user, process)
    assert (made.case_key, made.authority) == ("sag-7", home)


def test_one_of_several_authorities_is_chosen(client: Client, home: Any) -> None:
    other = AuthorityFactory()
    user = signed_in(client, home)
    user.memberships.create(role="contributor", authority=other)
    client.post("/gevinster/register/ny/", {**GIVEN, "authority": str(other.pk)})
    assert Benefit.objects.get().authority == other


@pytest.mark.parametrize(
    ("wrong", "field"), [({"title": ""}, "title"), ({"mode": "budget_cut"}, "mode")]
)
def test_a_fault_stands_beside_its_field(
    client: Client, home: Any, wrong: dict[str, str], field: str
) -> None:
    signed_in(client, home)
    answer = client.post("/gevinster/register/ny/", {**GIVEN, **wrong})
    assert answer.status_code == 422
    assert f'id="id_{field}_error"' in answer.content.decode()


def test_readers_do_not_write(client: Client, home: Any) -> None:
    held = BenefitFactory(authority=home)
    signed_in(client, home, "reader_of")
    for address in ("/gevinster/register/ny/", f"/gevinster/register/{held.pk}/ret/"):
        assert client.get(address).status_code == 403
    page = client.get(f"/gevinster/register/{held.pk}/").content.decode()
    assert "flyt/" not in page
    for step in ("flyt/expected", "ansvarlig"):
        assert client.post(f"/gevinster/register/{held.pk}/{step}/", STEP).status_code == 403


def test_a_benefit_is_changed(client: Client, home: Any) -> None:
    held = BenefitFactory(authority=home, state="estimated")
    signed_in(client, home)
    address = f"/gevinster/register/{held.pk}/ret/"
    assert 'value="400,00"' in client.get(address).content.decode()
    assert client.post(address, GIVEN).status_code == 422
    client.post(address, {**GIVEN, "reason": "Ny måling"})
    held.refresh_from_db()
    assert held.expected == Decimal("1200.50")


def test_the_page_shows_expected_measured_and_every_step(client: Client, home: Any) -> None:
    step = StepFactory(benefit__authority=home, n=12, rests_on={"effects": [1, 2]})
    StepFactory(benefit=step.benefit, source="measured", evidence="Andet kvartal", grade="B", n=1)
    signed_in(client, home)
    page = client.get(f"/gevinster/register/{step.benefit_id}/").content.decode()
    for told in ("Andet kvartal", "Log", 'role="img"', "125", "g-kind-expected", "flyt/realised/"):
        assert told in page
    assert page.index("Andet kvartal") < page.index(">Log<")


def test_a_lapsed_benefit_can_be_taken_up_again(client: Client, home: Any) -> None:
    held = owned(home, state="lapsed")
    signed_in(client, home)
    address = f"/gevinster/register/{held.pk}/"
    assert "flyt/estimated/" in client.get(address).content.decode()
    client.post(f"{address}flyt/estimated/", STEP)
    held.refresh_from_db()
    assert held.state == "estimated"


def test_a_step_is_taken_by_its_form(client: Client, home: Any) -> None:
    held = owned(home)
    client.force_login(held.owner)  # type: ignore[arg-type]
    answer = client.post(f"/gevinster/register/{held.pk}/flyt/expected/", STEP)
    assert answer.status_code == 302
    assert held.steps.get().target == "expected"


def test_what_is_missing_opens_its_form(client: Client, home: Any) -> None:
    held = owned(home, state="estimated")
    signed_in(client, home)
    sent = {**STEP, **PERIOD, "evidence": "", "on": ""}
    answer = client.post(f"/gevinster/register/{held.pk}/flyt/maaling/", sent)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'id="measured-on_error"' in page
    assert page.count('<details class="g-data" open>') == 1


def test_a_move_that_is_not_there_changes_nothing(client: Client, home: Any) -> None:
    held = owned(home)
    signed_in(client, home)
    for method in (client.get, client.post):
        assert method(f"/gevinster/register/{held.pk}/flyt/sustained/").status_code == 302
    assert client.get(f"/gevinster/register/{held.pk}/ansvarlig/").status_code == 302
    assert not held.steps.exists()


def test_a_measurement_is_read_from_operation_by_the_form(client: Client, home: Any) -> None:
    row = EffectFactory(baseline__process__authority=home)
    held = owned(home, process=row.process, state="estimated")
    signed_in(client, home)
    address = f"/gevinster/register/{held.pk}/"
    client.post(f"{address}flyt/maaling/", {"on": "2026-05-01", **PERIOD})
    step = held.steps.get()
    assert (step.value, step.rests_on["effects"]) == (Decimal("2.00"), [row.pk])
    assert f"/katalog/{row.process_id}/#effect" in client.get(address).content.decode()


def test_a_benefit_is_given_over(client: Client, home: Any) -> None:
    held, new = owned(home), UserFactory(reader_of=home)
    signed_in(client, home)
    address = f"/gevinster/register/{held.pk}/ansvarlig/"
    assert client.post(address, {"owner": "0"}).status_code == 422
    client.post(address, {"owner": str(new.pk)})
    held.refresh_from_db()
    assert held.owner == new


def test_what_is_due_stands_out(client: Client, home: Any) -> None:
    held = owned(home, state="measured", next_measurement_on=date(2026, 1, 1))
    signed_in(client, home)
    assert "alert-warning" in client.get(f"/gevinster/register/{held.pk}/").content.decode()
