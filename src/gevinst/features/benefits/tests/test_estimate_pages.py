"""The page on which an assumption is estimated: each method worked out, kept, used and opened again."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from gevinst.engines.businesscase.casefile.exact_yaml import parsed
from gevinst.engines.businesscase.casefile.read import read
from gevinst.engines.businesscase.casefile.write import dumps
from gevinst.features.accounts.tests.factories import UserFactory
from gevinst.features.benefits.actions import cases as actions
from gevinst.features.benefits.models import BusinessCase
from gevinst.features.benefits.tests.case_people import SOUND, CasePeople, case_people, sound_case
from gevinst.features.benefits.tests.factories import BaselineFactory, EffectFactory, StepFactory

OFFERS = {
    "offers": "A; 40.000\nB; 50.000\nC; 90.000",
    "trim": "",
    "evidence": "E",
    "source": "Dialog",
}
POINTS = {"min": "1", "likely": "2", "max": "6", "kind": "triangular", "evidence": "D"}
YEARS = {
    "history": "2021: 10\n2022: 12\n2023: 14,5\n2024: 16", "since": "2027", "until": "2027",
    "write": "value", "use": "", "growth": "", "evidence": "C",
}  # fmt: skip
OWN = {"size": "15", "beta": "1", "price_year": "2026", "price_growth": "", "evidence": "C",
       "cases": "Nabo; 100; 10\nBy; 240; 20"}  # fmt: skip


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


def address(case: BusinessCase, method: str = "", name: str = "one_off") -> str:
    asked = f"?metode={method}" if method else ""
    return f"/gevinster/business-cases/{case.pk}/skoen/{name}/{asked}"


def send(client: Client, of: BusinessCase, method: str, act: str, **fields: Any) -> Any:
    of.refresh_from_db()
    sent = {"revision": of.revision, "act": act, **fields}
    return client.post(address(of, method), sent)


def now(case: BusinessCase) -> Any:
    case.refresh_from_db()
    return parsed(case.text).data


@pytest.mark.parametrize(
    ("method", "fields", "three"),
    [
        ("market", OFFERS, (40_000, 60_000, 90_000)),
        ("three_point", POINTS, (1, 3, 6)),
        ("experience", OWN, (150, 165, 180)),
    ],
)
def test_an_estimate_is_used_and_opened_again(
    writer: Client, case: BusinessCase, method: str, fields: dict[str, Any], three: tuple[int, ...]
) -> None:
    answer = send(writer, case, method, "use", **fields)
    assert (answer.status_code, answer.headers["Location"]) == (
        302,
        f"/gevinster/business-cases/{case.pk}/skoen/",
    )
    held = now(case)["assumptions"]["one_off"]
    assert (held["low"], held["value"], held["high"]) == three
    assert (held["method"], held["evidence"]) == (method, fields["evidence"])
    assert read(case.text).assumptions["one_off"].likely == three[1]
    again = writer.get(address(case)).content.decode()
    for typed in ("40.000" if method == "market" else fields.get("cases", "6").split("\n")[0],):
        assert typed in again


def test_working_it_out_writes_nothing(writer: Client, case: BusinessCase) -> None:
    before = now(case)
    page = send(writer, case, "market", "work", **OFFERS)
    assert page.status_code == 200
    assert "60.000" in page.content.decode()
    assert now(case) == before


def test_a_projection_shows_how_it_was_chosen(writer: Client, case: BusinessCase) -> None:
    page = send(writer, case, "projection", "work", **YEARS).content.decode()
    assert 'role="img"' in page
    assert page.count("<circle") == 5
    assert "R²" in page
    assert "MAPE" in page
    assert page.count("badge-success") == 1
    send(writer, case, "projection", "use", **YEARS)
    held = now(case)
    inputs = held["agreements"]["estimates"]["one_off"]["methods"]["projection"]
    assert inputs["history"]["2023"] == Decimal("14.5")
    assert inputs["result"]["n"] == 4
    assert held["assumptions"]["one_off"]["n"] == 4
    assert "2021–2024" in held["assumptions"]["one_off"]["source"]["document"]


def test_two_kept_methods_are_weighed(writer: Client, case: BusinessCase) -> None:
    assert "w-market" not in writer.get(address(case, "triangulation")).content.decode()
    send(writer, case, "market", "keep", **OFFERS)
    send(writer, case, "three_point", "keep", **{**POINTS, "max": "9"})
    assert now(case)["assumptions"]["one_off"]["value"] == 50_000
    sent = {"w-market": "50", "w-three_point": "40", "evidence": "D"}
    wrong = send(writer, case, "triangulation", "use", **sent)
    assert wrong.status_code == 422
    assert "90" in wrong.content.decode()
    shown = send(writer, case, "triangulation", "work", **{**sent, "w-three_point": "50"})
    assert "alert-warning" in shown.content.decode()
    send(writer, case, "triangulation", "use", **{**sent, "w-three_point": "50"})
    held = now(case)["assumptions"]["one_off"]
    assert (held["value"], held["low"], held["high"]) == (30_002, 1, 90_000)


def test_the_required_method_is_said_and_a_lower_one_warned_of(
    writer: Client, people: CasePeople
) -> None:
    case = sound_case(people, SOUND.replace("value: 50000", "value: 2000000"))
    page = send(writer, case, "three_point", "work", **POINTS).content.decode()
    assert page.count("Markedsanalyse") + page.count("Market analysis") > 1
    assert "alert-warning" in page
    small = sound_case(people)
    assert (
        "alert-warning" not in send(writer, small, "three_point", "work", **POINTS).content.decode()
    )


@pytest.mark.parametrize(
    ("method", "fields"),
    [
        ("market", {**OFFERS, "offers": ""}),
        ("market", {**OFFERS, "offers": "A"}),
        ("market", {**OFFERS, "trim": "50"}),
        ("market", {**OFFERS, "evidence": "Z"}),
        ("three_point", {**POINTS, "likely": "0"}),
        ("three_point", {**POINTS, "max": "1,5"}),
        ("three_point", {**POINTS, "min": "mange"}),
        ("projection", {**YEARS, "since": "2024"}),
        ("projection", {**YEARS, "until": "2026"}),
        ("projection", {**YEARS, "until": "3000"}),
        ("projection", {**YEARS, "use": "growth"}),
        ("projection", {**YEARS, "growth": "-100"}),
        ("projection", {**YEARS, "history": "2021: 10"}),
        ("projection", {**YEARS, "history": "2021: 0\n2022: 1", "use": "log-linear"}),
        ("experience", {**OWN, "cases": ""}),
        ("experience", {**OWN, "size": "0"}),
        ("experience", {**OWN, "beta": "9"}),
        ("experience", {**OWN, "price_growth": "-100"}),
    ],
)
def test_a_fault_is_said_and_what_was_typed_stays(
    writer: Client, case: BusinessCase, method: str, fields: dict[str, Any]
) -> None:
    before = now(case)
    page = send(writer, case, method, "use", **fields)
    assert page.status_code == 422
    assert 'role="alert"' in page.content.decode()
    assert now(case) == before


def test_a_colleagues_saving_is_not_written_over(
    writer: Client, people: CasePeople, case: BusinessCase
) -> None:
    old = case.revision
    actions.save_case(case=case, text=SOUND.replace("12,", "13,"), revision=old, by=people.writer)
    page = writer.post(address(case, "market"), {**OFFERS, "act": "use", "revision": old})
    assert page.status_code == 409
    assert "40.000" in page.content.decode()
    assert now(case)["assumptions"]["one_off"]["value"] == 50_000


def test_the_years_of_the_process_are_fetched(writer: Client, people: CasePeople) -> None:
    baseline = BaselineFactory(process__authority=people.authority)
    for year in (2022, 2023, 2024):
        EffectFactory(baseline=baseline, on=date(year, 1, 9), untouched=10 * year, exceptions=0)
    case = actions.start_case_of_process(process_id=baseline.process_id, by=people.writer)
    where = f"{address(case, 'projection', 'minutes_before')}&fra=items"
    page = writer.get(where).content.decode()
    assert "2022: 20.220" in page
    origin = f"process:{baseline.process_id}:items"
    typed = {**YEARS, "history": "2022: 20.220\n2023: 20.230\n2024: 20.240", "origin": origin}
    case.refresh_from_db()
    for history, told in ((typed["history"], origin), ("2022: 1\n2023: 2\n2024: 3", None)):
        case.refresh_from_db()
        sent = {**typed, "history": history, "act": "use", "revision": case.revision}
        writer.post(address(case, "projection", "minutes_before"), sent)
        kept = now(case)["agreements"]["estimates"]["minutes_before"]["methods"]["projection"]
        assert kept.get("origin") == told


def test_comparables_are_ticked_weighed_and_ticked_again(
    writer: Client, people: CasePeople
) -> None:
    step = StepFactory(benefit__authority=people.authority, benefit__state="measured",
                       benefit__unit="dkk", benefit__title="Anskaffelse af robot")  # fmt: skip
    case, ref = sound_case(people), f"benefit:{step.benefit_id}"
    assert "Anskaffelse af robot" in writer.get(address(case, "experience")).content.decode()
    sent = {
        **OWN,
        "size": "1",
        "cases": "",
        "case": ref,
        f"weight-{ref}": "2",
        f"size-{ref}": "0,5",
    }
    assert (
        send(writer, case, "experience", "use", **{**sent, f"weight-{ref}": "x"}).status_code == 422
    )
    send(writer, case, "experience", "use", **sent)
    assert now(case)["assumptions"]["one_off"]["value"] == 1000
    assert f'value="{ref}" checked' in writer.get(address(case, "experience")).content.decode()


@pytest.mark.parametrize("who", ["reader", "stranger"])
def test_who_may_not_write_may_not_estimate(
    client: Client, people: CasePeople, case: BusinessCase, who: str
) -> None:
    facts = (
        {"reader_of": people.authority}
        if who == "reader"
        else {"contributor_of": case_people().authority}
    )
    client.force_login(UserFactory(**facts))
    expected = 403 if who == "reader" else 404
    assert client.get(address(case)).status_code == expected
    assert send(client, case, "market", "use", **OFFERS).status_code == expected
    listing = client.get(f"/gevinster/business-cases/{case.pk}/skoen/")
    assert listing.status_code == (200 if who == "reader" else 404)
    assert address(case) not in listing.content.decode()


def test_an_archived_case_is_not_written_in(
    writer: Client, people: CasePeople, case: BusinessCase
) -> None:
    actions.archive_case(case=case, by=people.writer)
    assert writer.get(address(case)).status_code == 409


def test_what_is_not_there_is_not_found(writer: Client, case: BusinessCase) -> None:
    assert writer.get(address(case, name="none")).status_code == 404


@pytest.mark.parametrize(
    "text", ["case: [", "case: 1\n", "assumptions: {one_off: {value: x}}\ncase: 2\n"]
)
def test_a_faulty_case_shows_what_it_can(writer: Client, people: CasePeople, text: str) -> None:
    case = sound_case(people)
    actions.save_case(case=case, text=text, revision=case.revision, by=people.writer)
    assert writer.get(f"/gevinster/business-cases/{case.pk}/skoen/").status_code == 200
    expected = 200 if "one_off" in text else 422 if "[" in text else 404
    assert writer.get(address(case)).status_code == expected


def test_the_list_tells_what_ranks_too_low_and_what_has_changed(
    writer: Client, people: CasePeople
) -> None:
    case = sound_case(people, SOUND.replace("value: 50000", "value: 2000000"))
    listing = f"/gevinster/business-cases/{case.pk}/skoen/"
    assert "badge-warning" not in writer.get(listing).content.decode()
    million = {**POINTS, "min": "2000000", "likely": "2000000", "max": "2000000"}
    send(writer, case, "three_point", "use", **million)
    assert writer.get(listing).content.decode().count("badge-warning") == 1
    case.refresh_from_db()
    data = parsed(case.text).data
    data["assumptions"]["one_off"]["high"] = 2_000_001
    other = dumps(data)
    actions.save_case(case=case, text=other, revision=case.revision, by=people.writer)
    assert writer.get(listing).content.decode().count("badge-warning") == 2
