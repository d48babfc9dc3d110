"""The pages "what does it take" and optimism: goals, faults, scenarios, and who may."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from gevinst.engines.businesscase.calculus.evaluate import evaluate
from gevinst.engines.businesscase.casefile.exact_yaml import parsed
from gevinst.engines.businesscase.casefile.read import read
from gevinst.engines.businesscase.cases import shipped
from gevinst.features.accounts.tests.factories import UserFactory
from gevinst.features.benefits.actions import cases as actions
from gevinst.features.benefits.estimating.uplifts import AREAS
from gevinst.features.benefits.models import BusinessCase
from gevinst.features.benefits.tests.case_people import SOUND, CasePeople, case_people, sound_case

AREAS_SENT: dict[str, str] = {
    **{f"weight-{area}": str(int(weight * 100)) for area, weight in AREAS.items()},
    **{f"managed-{area}": "0" for area in AREAS},
    **{f"evidence-{area}": "" for area in AREAS},
    "kategori": "it-system.stage-1",
}


@pytest.fixture
def people(db: None) -> CasePeople:
    return case_people()


@pytest.fixture
def case(people: CasePeople) -> BusinessCase:
    return sound_case(people)


@pytest.fixture
def writer(client: Client, people: CasePeople) -> Client:
    client.force_login(UserFactory(contributor_of=people.authority))
    return client


def goals(case: BusinessCase, asked: str = "") -> str:
    return f"/gevinster/business-cases/{case.pk}/hvad-skal-der-til/{asked}"


def optimism(case: BusinessCase) -> str:
    return f"/gevinster/business-cases/{case.pk}/optimisme/"


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("", ["250", "9,5", "-75,0 %"]),
        ("?maal=break_even&tal=2027&driver=volume", ["750"]),
        ("?maal=roi&tal=20&driver=minutes_before", ["5,0000"]),
        ("?maal=fte&tal=0,1", ["692,6"]),
        ("?maal=npv&tal=%00", ["g-num"]),
        ("?maal=break_even&tal=2026&driver=volume", ["Ingen værdi"]),
        ("?maal=nonsens&driver=nonsens&laesning=nonsens", ["250"]),
    ],
)
def test_a_goal_gives_the_switching_values(
    writer: Client, case: BusinessCase, asked: str, told: list[str]
) -> None:
    page = writer.get(goals(case, asked))
    assert page.status_code == 200
    for each in told:
        assert each in page.content.decode()


@pytest.mark.parametrize(
    "asked",
    [
        "?maal=net&tal=mange",
        "?maal=break_even&tal=1999",
        "?maal=published&figur=x",
    ],
)
def test_a_goal_that_cannot_be_used_is_said(writer: Client, case: BusinessCase, asked: str) -> None:
    page = writer.get(goals(case, asked))
    assert page.status_code == 200
    assert 'role="alert"' in page.content.decode()


def test_a_published_figure_is_a_goal(writer: Client, people: CasePeople) -> None:
    case = sound_case(people, shipped()["c01_vejle_skaermbesoeg"])
    asked = "?maal=published&figur=hours-freed-per-year&driver=minutes_shorter_per_visit"
    page = writer.get(goals(case, asked)).content.decode()
    assert "5,08" in page


def test_a_reader_sees_the_answers_and_no_way_to_write(
    client: Client, people: CasePeople, case: BusinessCase
) -> None:
    client.force_login(UserFactory(reader_of=people.authority))
    assert client.get(goals(case)).status_code == 200
    page = client.get(optimism(case))
    assert page.status_code == 200
    assert 'value="optimisme"' not in page.content.decode()
    sent = {**AREAS_SENT, "act": "optimisme", "revision": case.revision}
    assert client.post(optimism(case), sent).status_code == 403


def test_a_stranger_finds_nothing(client: Client, case: BusinessCase) -> None:
    client.force_login(UserFactory(contributor_of=case_people().authority))
    assert client.get(goals(case)).status_code == 404
    assert client.get(optimism(case)).status_code == 404
    assert client.post(optimism(case), AREAS_SENT).status_code == 404


def test_a_guest_signs_in_first_also_for_a_public_case(
    client: Client, people: CasePeople, case: BusinessCase
) -> None:
    actions.show_case(case=case, visibility="public", by=people.writer)
    for address in (goals(case), optimism(case)):
        assert "/konto/login/" in client.get(address).headers["Location"]


def test_the_case_and_its_editor_lead_here(writer: Client, case: BusinessCase) -> None:
    page = writer.get(f"/gevinster/business-cases/{case.pk}/").content.decode()
    assert goals(case) in page
    assert optimism(case) in page
    editor = writer.get(f"/gevinster/business-cases/{case.pk}/ret/?del=forudsaetninger")
    assert f"/gevinster/business-cases/{case.pk}/skoen/volume/" in editor.content.decode()


def test_a_cost_of_nothing_is_no_hole_in_the_return(writer: Client, case: BusinessCase) -> None:
    page = writer.get(goals(case, "?maal=roi&tal=300&driver=one_off")).content.decode()
    assert "Højst 50.000" in page


@pytest.mark.parametrize("text", ["case: [", "case: 1\n"])
def test_a_faulty_case_is_told(writer: Client, people: CasePeople, text: str) -> None:
    case = sound_case(people)
    actions.save_case(case=case, text=text, revision=case.revision, by=people.writer)
    assert "alert-warning" in writer.get(goals(case)).content.decode()
    assert "alert-warning" in writer.get(optimism(case)).content.decode()


def send(client: Client, case: BusinessCase, **fields: Any) -> Any:
    case.refresh_from_db()
    return client.post(optimism(case), {**AREAS_SENT, "revision": case.revision, **fields})


@pytest.mark.parametrize(
    ("act", "investment"),
    [("optimisme", 150_000), ("p50", 75_000), ("p95", 273_500), ("cap", 273_500)],
)
def test_a_scenario_is_kept_as_a_reading(
    writer: Client, case: BusinessCase, act: str, investment: int
) -> None:
    assert send(writer, case, act=act).status_code == 302
    case.refresh_from_db()
    made = read(case.text)
    assert evaluate(made, f"scenarie_{act}").investment == investment
    assert evaluate(made).investment == 50_000
    assert made.readings[f"scenarie_{act}"].reason


def test_what_was_typed_is_kept_with_the_scenario(writer: Client, case: BusinessCase) -> None:
    managed = {"managed-anchoring": "50", "evidence-anchoring": "Referat", "managed-data": "9"}
    page = writer.get(optimism(case), {**AREAS_SENT, **managed}).content.decode()
    assert "90" in page
    send(writer, case, act="optimisme", **managed)
    case.refresh_from_db()
    kept = parsed(case.text).data["agreements"]["optimism"]
    assert (kept["stage"], kept["areas"]["anchoring"]["evidence"]) == ("stage-1", "Referat")
    assert 'value="Referat"' in writer.get(optimism(case)).content.decode()
    assert evaluate(read(case.text), "scenarie_optimisme").investment == 140_000


@pytest.mark.parametrize(
    "wrong",
    [
        {"weight-anchoring": "21"},
        {"weight-anchoring": "x"},
        {"managed-anchoring": "101"},
        {"weight-anchoring": "-1"},
    ],
)
def test_weights_that_cannot_be_used_are_said(
    writer: Client, case: BusinessCase, wrong: dict[str, str]
) -> None:
    page = send(writer, case, act="optimisme", **wrong)
    assert page.status_code == 422
    assert 'role="alert"' in page.content.decode()


def test_a_scenario_nobody_offers_is_refused(writer: Client, case: BusinessCase) -> None:
    assert send(writer, case, act="luck").status_code == 422


def test_management_that_nothing_shows_is_warned_of(writer: Client, case: BusinessCase) -> None:
    page = writer.get(optimism(case), {**AREAS_SENT, "managed-anchoring": "50"}).content.decode()
    assert "alert-warning" in page


def test_twenty_closed_cases_are_a_class_of_ones_own(writer: Client, people: CasePeople) -> None:
    old = (
        SOUND.replace("2026, to: 2029", "2020, to: 2023")
        .replace("2027", "2021")
        .replace("2026", "2020")
    )
    for n in range(20):
        told = f"amount: one_off\n    actuals: {{2020: {50_000 + 1000 * n}}}\n"
        sound_case(people, old.replace("amount: one_off\n", told))
    page = writer.get(optimism(sound_case(people))).content.decode()
    assert "59.000" in page
    assert "65.000" in page
    assert "5392" not in page


def test_an_archived_case_takes_no_scenario(
    writer: Client, people: CasePeople, case: BusinessCase
) -> None:
    actions.archive_case(case=case, by=people.writer)
    assert send(writer, case, act="optimisme").status_code == 409


def test_a_case_without_a_project_has_no_class(writer: Client, people: CasePeople) -> None:
    case = sound_case(
        people, SOUND.replace("project.acquisition.external", "operation.system.external")
    )
    assert 'value="p80"' not in writer.get(optimism(case)).content.decode()
    assert send(writer, case, act="p80").status_code == 422


def test_years_written_year_by_year_are_shown_and_redone(
    writer: Client, case: BusinessCase
) -> None:
    address = f"/gevinster/business-cases/{case.pk}/skoen/one_off/?metode=projection"
    sent = {
        "history": "2021: 10\n2022: 12\n2023: 14,5", "since": "2027", "until": "2029", "evidence": "C",
        "write": "by_year", "growth": "5", "use": "growth", "revision": case.revision,
    }  # fmt: skip
    assert "<polygon" in writer.post(address, {**sent, "act": "work"}).content.decode()
    writer.post(address, {**sent, "act": "use"})
    case.refresh_from_db()
    assert set(parsed(case.text).data["assumptions"]["one_off"]["by_year"]) == {
        "2027",
        "2028",
        "2029",
    }
    listed = writer.get(f"/gevinster/business-cases/{case.pk}/skoen/").content.decode()
    assert "2028: " in listed
    assert "badge-warning" not in listed
    assert 'value="5"' in writer.get(address).content.decode()


def test_kept_inputs_made_unfit_by_hand_do_not_break_the_page(
    writer: Client, people: CasePeople
) -> None:
    bad = "agreements: {estimates: {one_off: {used: market, methods: {market: {offers: []}}}}}\n"
    case = sound_case(people, SOUND + bad)
    for method in ("market", "triangulation"):
        address = f"/gevinster/business-cases/{case.pk}/skoen/one_off/?metode={method}"
        assert writer.get(address).status_code == 200
