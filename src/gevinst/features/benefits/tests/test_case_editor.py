"""The editor of a business case: questions that build lines, tables, faults beside fields, conflicts."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from gevinst.engines.businesscase.casefile.exact_yaml import parsed
from gevinst.features.accounts.models import User
from gevinst.features.benefits.actions import cases as actions
from gevinst.features.benefits.casework.states import CaseState
from gevinst.features.benefits.models import BusinessCase
from gevinst.features.benefits.queries.cases.results import evaluated
from gevinst.features.benefits.tests.case_people import (
    SOUND,
    CasePeople,
    case_people,
    sound_case,
    with_value,
)

ANSWERS = {
    "assumptions.volume.value": "1.000",
    "assumptions.periods.value": "12",
    "assumptions.minutes_before.value": "12,5",
    "assumptions.minutes_after.value": "2,5",
    "assumptions.hourly_cost.value": "400",
    "assumptions.one_off.value": "500.000",
    "assumptions.running.value": "100.000",
    "risks.0.title": "Forsinkelse",
    "risks.0.probability": "20",
    "risks.0.consequence.likely": "100.000",
}


@pytest.fixture
def people(db: None, settings: Any) -> CasePeople:
    settings.LANGUAGE_CODE = "da"
    return case_people()


def client_of(people: CasePeople, who: str = "writer") -> Client:
    client = Client()
    client.force_login(User.objects.get(pk=getattr(people, who).user_id))
    return client


def editor(case: BusinessCase, tab: str = "svar") -> str:
    return f"{reverse('business-case-edit', args=[case.pk])}?del={tab}"


def send(client: Client, case: BusinessCase, tab: str, htmx: bool = False, **typed: Any) -> Any:
    case.refresh_from_db()
    headers = {"HX-Request": "true"} if htmx else {}
    return client.post(editor(case, tab), {"revision": case.revision, **typed}, headers=headers)


def blank(people: CasePeople) -> BusinessCase:
    return actions.start_case(authority_id=people.authority.pk, title="Ny sag", by=people.writer)


def test_the_questions_build_assumptions_costs_benefits_and_risks(people: CasePeople) -> None:
    case = blank(people)
    client = client_of(people)
    answer = send(client, case, "svar", **ANSWERS)
    assert answer.status_code == 302
    case.refresh_from_db()
    known = evaluated(case.text)
    assert not known.faults
    assert known.result is not None
    assert sorted(known.result.lines) == ["one_off", "running", "time", "work"]
    # 12,000 a year x 10 minutes is 2,000 hours of 400 DKK, less 100,000: 700,000 a year from the second.
    assert [int(net) for net in known.result.net] == [-500000, 700000, 700000, 700000, 700000]
    assert known.result.case.risks[0].id == "risk-1"
    page = client.get(editor(case)).content.decode()
    assert 'value="12,5"' in page
    assert "2.300.000" in page


def test_answers_may_come_one_at_a_time(people: CasePeople) -> None:
    case, client = blank(people), client_of(people)
    for name, typed in ANSWERS.items():
        answer = send(client, case, "svar", htmx=True, **{name: typed})
        assert answer.status_code == 200
        assert 'hx-swap-oob="true"' in answer.content.decode()
    case.refresh_from_db()
    result = evaluated(case.text).result
    assert result is not None
    assert int(result.total) == 2_300_000


def test_a_line_that_was_taken_away_does_not_come_again(people: CasePeople) -> None:
    case, client = blank(people), client_of(people)
    send(client, case, "svar", **ANSWERS)
    case.refresh_from_db()
    ids = [row["id"] for row in parsed(case.text).data["costs"]]
    send(client, case, "linjer", act=f"drop-costs.{ids.index('running')}")
    send(client, case, "svar", **{"assumptions.running.value": "90.000"})
    case.refresh_from_db()
    assert "running" not in [row["id"] for row in parsed(case.text).data["costs"]]


def test_lines_follow_the_years_of_the_frame(people: CasePeople) -> None:
    case, client = blank(people), client_of(people)
    send(client, case, "svar", **ANSWERS)
    case.refresh_from_db()
    first = parsed(case.text).data["years"]["from"]
    send(client, case, "svar", **{"years.from": str(first + 1), "operation_from": str(first + 2)})
    case.refresh_from_db()
    result = evaluated(case.text).result
    assert result is not None
    assert [int(net) for net in result.net[:2]] == [-500000, 700000]


def test_what_is_no_number_is_kept_and_said_beside_its_field(people: CasePeople) -> None:
    case, client = sound_case(people), client_of(people)
    answer = send(
        client, case, "forudsaetninger", htmx=True, **{"assumptions.volume.value": "mange"}
    )
    assert 'data-field="f-assumptions-volume-value"' in answer.content.decode()
    page = client.get(editor(case, "forudsaetninger")).content.decode()
    assert 'value="mange"' in page
    assert 'id="f-assumptions-volume-value-error">' in page
    assert 'aria-invalid="true"' in page
    assert "g-expected" not in page


def test_a_fault_of_another_tab_is_named_with_its_line(people: CasePeople) -> None:
    case = sound_case(people, with_value(SOUND, "minutes_after", 99))
    page = client_of(people).get(editor(case, "risici")).content.decode()
    assert "?del=linjer#f-benefits-0" in page or "?del=yaml" in page


def test_nothing_typed_is_nothing_saved(people: CasePeople) -> None:
    case, client = sound_case(people), client_of(people)
    page = client.get(editor(case, "linjer"))
    fields = {each.name: each.value for s in page.context["sections"] for r in s.rows
              for each in (*r.fields, *r.more)}  # fmt: skip
    assert fields["costs.0.amount.units"] == "volume"
    send(client, case, "linjer", **fields)
    case.refresh_from_db()
    assert (case.revision, case.text) == (1, SOUND)


@pytest.mark.parametrize(
    ("tab", "part", "kind"),
    [
        ("forudsaetninger", "assumptions", dict),
        ("linjer", "costs", list),
        ("linjer", "benefits", list),
        ("risici", "risks", list),
        ("risici", "quality", list),
        ("ramme", "readings", dict),
    ],
)
def test_a_row_is_added_named_and_taken_away(
    people: CasePeople, tab: str, part: str, kind: type
) -> None:
    case, client = sound_case(people), client_of(people)
    before = len(parsed(SOUND).data.get(part) or ())
    answer = send(client, case, tab, act=f"add-{part}", **{f"new-{part}": "Årlig licens"})
    case.refresh_from_db()
    rows = parsed(case.text).data[part]
    assert len(rows) == before + 1
    assert not evaluated(case.text).faults
    last = list(rows)[-1] if kind is dict else rows[-1]["id"]
    assert last.replace("_", "-") == "aarlig-licens"
    assert "#r-" in answer.headers["Location"]
    place = f"{part}.{last}" if kind is dict else f"{part}.{before}"
    send(client, case, tab, act=f"drop-{place}")
    case.refresh_from_db()
    assert len(parsed(case.text).data.get(part) or ()) == before


@pytest.mark.parametrize("act", ["add-published", "drop-years.from", "drop-", "add-", "x"])
def test_only_rows_are_added_and_taken_away(people: CasePeople, act: str) -> None:
    case = sound_case(people)
    assert send(client_of(people), case, "linjer", act=act).status_code == 302
    case.refresh_from_db()
    assert case.text == SOUND


def test_another_driver_takes_its_own_terms(people: CasePeople) -> None:
    case, client = sound_case(people), client_of(people)
    send(client, case, "linjer", **{"costs.0.amount.driver": "staffing"})
    case.refresh_from_db()
    assert parsed(case.text).data["costs"][0]["amount"] == {"driver": "staffing"}
    page = client.get(editor(case, "linjer")).content.decode()
    assert 'name="costs.0.amount.fte"' in page
    assert 'name="costs.0.amount.minutes"' not in page
    send(client, case, "linjer", **{"costs.0.amount.driver": "tiered", "costs.0.amount.units": "1"})
    case.refresh_from_db()
    assert parsed(case.text).data["costs"][0]["amount"]["tiers"] == [{"above": 0, "price": 0}]


def test_the_second_of_two_is_told_and_can_keep_a_copy(people: CasePeople) -> None:
    case, client = sound_case(people), client_of(people)
    mine = {"revision": "1", "assumptions.hourly_cost.value": "450"}
    actions.save_case(
        case=case, text=with_value(SOUND, "volume", 900), revision=1, by=people.second
    )
    told = client.post(editor(case, "forudsaetninger"), mine, headers={"HX-Request": "true"})
    assert people.second.name in told.content.decode()
    assert 'value="copy"' in told.content.decode()
    assert "hx-swap-oob" not in told.content.decode()
    page = client.post(editor(case, "forudsaetninger"), mine)
    assert page.status_code == 409
    assert 'value="450"' in page.content.decode()
    client.post(editor(case, "forudsaetninger"), {**mine, "act": "copy"})
    copy = BusinessCase.objects.latest("pk")
    values = parsed(copy.text).data["assumptions"]
    assert (values["hourly_cost"]["value"], values["volume"]["value"]) == (450, 1000)
    case.refresh_from_db()
    assert evaluated(case.text).result.values["volume"] == 900  # type: ignore[union-attr]


def test_the_yaml_is_kept_even_where_it_cannot_be_read(people: CasePeople) -> None:
    case, client = sound_case(people), client_of(people)
    send(client, case, "yaml", yaml="case: [\n")
    page = client.get(editor(case)).content.decode()
    assert "case: [" in page
    assert 'id="yaml"' in page


def test_a_file_takes_the_place_of_the_draft(people: CasePeople) -> None:
    from django.core.files.uploadedfile import SimpleUploadedFile

    case, client = sound_case(people), client_of(people)
    file = SimpleUploadedFile("ny.yaml", with_value(SOUND, "volume", 900).encode())
    send(client, case, "yaml", yaml="", file=file)
    case.refresh_from_db()
    assert evaluated(case.text).result.values["volume"] == 900  # type: ignore[union-attr]


def test_a_proposed_case_that_is_written_in_is_a_draft_again(people: CasePeople) -> None:
    case = actions.propose_case(case=sound_case(people), by=people.writer)
    client = client_of(people)
    assert "alert-info" in client.get(editor(case)).content.decode()
    send(client, case, "forudsaetninger", **{"assumptions.volume.value": "900"})
    case.refresh_from_db()
    assert case.state == CaseState.DRAFT


@pytest.mark.parametrize(("who", "status"), [("reader", 403), ("stranger", 404), ("writer", 200)])
def test_the_editor_is_for_the_authoritys_contributors(
    people: CasePeople, who: str, status: int
) -> None:
    case = sound_case(people)
    assert client_of(people, who).get(editor(case)).status_code == status


def test_an_archived_case_is_not_written_in(people: CasePeople) -> None:
    case = actions.archive_case(case=sound_case(people), by=people.writer)
    assert client_of(people).get(editor(case)).status_code == 409


@pytest.mark.parametrize(
    "tab", ["svar", "forudsaetninger", "linjer", "risici", "ramme", "yaml", "x"]
)
def test_each_tab_shows_the_result_beside_it(people: CasePeople, tab: str) -> None:
    page = client_of(people).get(editor(sound_case(people), tab)).content.decode()
    assert "150.000" in page
    assert page.count('id="case-live"') == 1


def test_a_source_that_is_spelled_out_is_asked_for_by_its_document(people: CasePeople) -> None:
    spelled = "{document: Egen tidsmåling, note: Uge 12}"
    text = SOUND.replace(
        "unit: minutes, source: Tidsmåling", f"unit: minutes, source: {spelled}", 1
    )
    case = sound_case(people, text)
    page = client_of(people).get(editor(case)).content.decode()
    assert 'value="Egen tidsmåling"' in page
    assert "&#x27;document&#x27;" not in page
    typed = {"assumptions.minutes_before.source.document": "Ny måling"}
    send(client_of(people), case, "svar", **typed)
    case.refresh_from_db()
    source = parsed(case.text).data["assumptions"]["minutes_before"]["source"]
    assert source == {"document": "Ny måling", "note": "Uge 12"}
