"""The pages of business cases: list, four ways to start, the case and its steps, versions, conversation."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from gevinst.features.accounts.models import User
from gevinst.features.benefits.actions import cases as actions
from gevinst.features.benefits.models import BusinessCase, CaseComment
from gevinst.features.benefits.queries.cases.library import shipped_case, shipped_cases
from gevinst.features.benefits.queries.cases.results import evaluated
from gevinst.features.benefits.tests.case_people import (
    SOUND,
    CasePeople,
    case_people,
    proposed_case,
    sound_case,
    with_value,
)
from gevinst.features.benefits.tests.factories import BaselineFactory
from gevinst.features.benefits.web.cases.results.year_table import zero_and_one
from gevinst.features.catalogue.tests.factories import ProcessFactory

LIST, NEW = "/gevinster/business-cases/", "/gevinster/business-cases/ny/"


@pytest.fixture
def people(db: None) -> CasePeople:
    return case_people()


def client_of(people: CasePeople, who: str = "writer") -> Client:
    client = Client()
    client.force_login(User.objects.get(pk=getattr(people, who).user_id))
    return client


def address(case: BusinessCase) -> str:
    return reverse("business-case", args=[case.pk])


def step(client: Client, case: BusinessCase, act: str, **typed: str) -> Any:
    return client.post(reverse("business-case-step", args=[case.pk, act]), typed)


def said(answer: Any) -> str:
    return str(answer.content.decode())


def test_an_empty_list_says_what_to_do(people: CasePeople) -> None:
    page = said(client_of(people).get(LIST))
    assert "g-empty" in page
    assert NEW in page
    assert NEW not in said(client_of(people, "reader").get(LIST))


@pytest.mark.parametrize(
    ("query", "shown"),
    [("", True), ("?q=prøve", True), ("?q=findes-ikke", False), ("?tilstand=approved", False),
     ("?hvis=egne", True)],
)  # fmt: skip
def test_the_list_is_filtered_by_address(people: CasePeople, query: str, shown: bool) -> None:
    case = sound_case(people)
    page = said(client_of(people).get(LIST + query))
    assert (address(case) in page) is shown
    assert ("150.000" in page) is shown


def test_a_faulty_case_is_listed_without_figures(people: CasePeople) -> None:
    sound_case(people, "case: 1\ntitle: Halv\n")
    assert "Halv" in said(client_of(people).get(LIST))


def test_a_new_case_needs_a_title(people: CasePeople) -> None:
    client = client_of(people)
    place = str(people.authority.pk)
    answer = client.post(NEW, {"how": "blank", "title": "", "authority": place})
    assert answer.status_code == 422
    assert "g-error-summary" in said(answer)
    made = client.post(NEW, {"how": "blank", "title": "Ny", "authority": place})
    assert made.headers["Location"].endswith("/ret/")


def test_a_case_begins_with_a_process(people: CasePeople) -> None:
    baseline = BaselineFactory(process=ProcessFactory(authority=people.authority))
    client = client_of(people)
    page = said(client.get(f"{NEW}?proces={baseline.process_id}"))
    assert f'value="{baseline.process_id}" selected' in page
    client.post(NEW, {"how": "process", "process": baseline.process_id})
    assert BusinessCase.objects.get().process_id == baseline.process_id


def test_every_published_case_can_be_begun_with(people: CasePeople) -> None:
    client = client_of(people)
    assert len(shipped_cases()) >= 10
    first = shipped_cases()[0]
    given = {"how": "shipped", "case": first.id, "authority": people.authority.pk}
    client.post(NEW, given)
    case = BusinessCase.objects.get()
    assert (case.text, case.started_from) == (first.text, f"shipped:{first.id}")
    assert shipped_case("no-such") is None
    for tab in ("svar", "forudsaetninger", "linjer", "risici", "ramme"):
        page = client.get(f"{address(case)}ret/?del={tab}")
        assert page.status_code == 200


@pytest.mark.parametrize(("content", "status"), [(SOUND, 302), ("- 1\n", 422), ("", 422)])
def test_a_case_begins_with_a_file(people: CasePeople, content: str, status: int) -> None:
    file = SimpleUploadedFile("case.yaml", content.encode())
    given = {"how": "file", "authority": people.authority.pk, "file": file}
    assert client_of(people).post(NEW, given).status_code == status
    assert BusinessCase.objects.exists() is (status == 302)


def test_only_contributors_start(people: CasePeople) -> None:
    assert client_of(people, "reader").get(NEW).status_code == 403
    assert client_of(people).post(NEW, {"how": "x"}).status_code == 200


def test_the_case_shows_its_figures_and_the_table_adds_up(people: CasePeople) -> None:
    case = sound_case(people)
    page = said(client_of(people, "reader").get(address(case)))
    assert "300,0 %" in page
    assert "2027" in page
    result = evaluated(SOUND).result
    assert result is not None
    rows = zero_and_one(result)
    net = rows[-1]
    assert net.values == result.net
    by_label = {row.label: row for row in rows if row.sum}
    zero, one, gained = list(by_label.values())[:3]
    for year in range(len(result.years)):
        parts = zero.values[year] - one.values[year] + gained.values[year]
        assert parts == net.values[year]
    assert net.total == sum(net.values, Decimal(0)) == result.total


def test_a_reading_is_chosen_in_the_address(people: CasePeople) -> None:
    read = f"{SOUND}readings:\n  cheap: {{title: Billigere, assumptions: {{one_off: 0}}}}\n"
    case = sound_case(people, read)
    client = client_of(people)
    assert "150.000" in said(client.get(address(case)))
    assert "200.000" in said(client.get(f"{address(case)}?laesning=cheap"))


@pytest.mark.parametrize(
    ("driver", "goal", "number", "told"),
    [
        ("one_off", "net", "", "200.000"),
        ("one_off", "break_even", "2027", "66.66"),
        ("minutes_after", "npv", "0", "9,"),
        ("hourly_cost", "net", "0", "100"),
        ("volume", "net", "0", "250"),
    ],
)
def test_what_it_would_take_is_asked_on_the_case_and_answered_on_its_page(
    people: CasePeople, driver: str, goal: str, number: str, told: str
) -> None:
    client, case = client_of(people), sound_case(people)
    full = f"{address(case)}hvad-skal-der-til/"
    form = said(client.get(address(case))).split(f'action="{full}"')[1].split("</form>")[0]
    assert f'<option value="{driver}">' in form
    assert f'<option value="{goal}">' in form
    page = said(client.get(full, {"driver": driver, "maal": goal, "tal": number}))
    assert told in page.split('id="answer"')[1].split("</section>")[0]


def test_a_case_that_cannot_be_worked_out_asks_not_what_it_would_take(people: CasePeople) -> None:
    faulty = sound_case(people, SOUND.replace("operation_from: 2027", "operation_from: 1900"))
    assert "goal-driver" not in said(client_of(people).get(address(faulty)))


def test_a_unit_is_told_in_words(people: CasePeople) -> None:
    full = f"{address(sound_case(people))}hvad-skal-der-til/"
    page = said(client_of(people).get(full, {"driver": "hourly_cost"}))
    assert "kr. pr. time" in page.split('id="answer"')[1]
    assert "DKK/hour" not in page


def test_the_way_of_a_case_by_its_buttons(people: CasePeople) -> None:
    case, writer, second = sound_case(people), client_of(people), client_of(people, "second")
    assert step(writer, case, "behold", reason="Første bud").status_code == 302
    assert step(writer, case, "send").status_code == 302
    assert 'trin/godkend/"' not in said(writer.get(address(case)))
    assert 'trin/godkend/"' in said(second.get(address(case)))
    refused = step(second, case, "afvis", answer="")
    assert (refused.status_code, 'id="reject-error"' in said(refused)) == (422, True)
    assert step(second, case, "afvis", answer="Mål igen").status_code == 302
    assert "Mål igen" in said(writer.get(address(case)))
    step(writer, case, "send")
    step(writer, case, "traek-tilbage")
    step(writer, case, "send")
    assert step(second, case, "godkend", answer="Enig").status_code == 302
    assert second.get(address(case)).context["approved"].number == 2


def test_a_refused_step_keeps_what_was_typed_and_says_why(people: CasePeople) -> None:
    case, client = sound_case(people), client_of(people)
    assert step(client, case, "behold", reason=" ").status_code == 422
    assert step(client, case, "godkend").status_code == 403
    assert step(client, case, "findes-ikke").status_code == 404
    assert step(client_of(people, "stranger"), case, "send").status_code == 404
    step(client, case, "behold", reason="x")
    again = step(client, case, "behold", reason="Endnu en gang")
    assert "Endnu en gang" in said(again)


def test_a_case_is_shared_copied_put_away_and_taken_up(people: CasePeople) -> None:
    case, client = sound_case(people), client_of(people)
    step(client, case, "synlighed", visibility="shared")
    stranger = client_of(people, "stranger")
    place = next(iter(people.stranger.roles))
    assert step(stranger, case, "kopier", authority=str(place)).status_code == 302
    assert BusinessCase.objects.filter(authority_id=place).exists()
    assert step(client, case, "kopier").status_code == 302
    step(client, case, "arkiver")
    page = said(client.get(address(case)))
    assert 'trin/genaabn/"' in page
    step(client, case, "genaabn")
    case.refresh_from_db()
    assert case.state == "draft"


def test_versions_are_held_against_each_other_in_words(people: CasePeople) -> None:
    case, client = sound_case(people), client_of(people)
    step(client, case, "behold", reason="Første bud")
    text = with_value(SOUND, "volume", 1100).replace("mode: budget_cut", "mode: capacity")
    case = actions.save_case(case=case, text=text, revision=1, by=people.writer)
    step(client, case, "behold", reason="Flere sager")
    url = reverse("business-case-version", args=[case.pk, 2])
    page = said(client.get(url))
    assert "1.000" in page
    assert "1.100" in page
    assert "150.000" in page
    assert "170.000" in page
    assert "case-changes" not in said(client.get(f"{url}?mod=kladde"))
    assert "case-changes" in said(client.get(f"{url}?mod=1"))
    first = said(client.get(reverse("business-case-version", args=[case.pk, 1])))
    assert "case-changes" not in first
    assert client.get(reverse("business-case-version", args=[case.pk, 9])).status_code == 404


def test_what_has_changed_since_the_approval_is_shown(people: CasePeople) -> None:
    case = proposed_case(people)
    actions.approve_case(case=case, by=people.second)
    case.refresh_from_db()
    text = with_value(SOUND, "volume", 900)
    actions.save_case(case=case, text=text, revision=case.revision, by=people.writer)
    assert "case-changes" in said(client_of(people).get(address(case)))


def test_the_file_is_downloaded_as_it_is(people: CasePeople) -> None:
    case, client = sound_case(people), client_of(people, "reader")
    actions.keep_case_version(case=case, reason="x", by=people.writer)
    actions.save_case(case=case, text="x: 1\n", revision=1, by=people.writer)
    url = reverse("business-case-file", args=[case.pk])
    answer = client.get(url)
    assert said(answer) == "x: 1\n"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="proevesag.yaml"'
    assert said(client.get(f"{url}?version=1")) == SOUND


def test_the_conversation_of_a_case(people: CasePeople) -> None:
    case, reader, writer = sound_case(people), client_of(people, "reader"), client_of(people)
    url = reverse("business-case-say", args=[case.pk])
    reader.post(url, {"text": "Er det målt?", "path": "assumptions.volume"})
    one = CaseComment.objects.get()
    writer.post(url, {"text": "Ja", "comment": str(one.pk)})
    page = said(reader.get(address(case)))
    assert "Er det målt?" in page
    assert page.count('class="case-reply"') == 1
    reader.post(url, {"act": "edit", "comment": str(one.pk), "text": "Er volumen målt?"})
    writer.post(url, {"act": "settle", "comment": str(one.pk)})
    page = said(reader.get(address(case)))
    assert "Er volumen målt?" in page
    assert "case-settled" in page
    writer.post(url, {"act": "reopen", "comment": str(one.pk)})
    assert writer.post(url, {"act": "delete", "comment": str(one.pk)}).status_code == 403
    reader.post(url, {"act": "delete", "comment": str(one.pk)})
    assert "Er volumen målt?" not in said(reader.get(address(case)))
    assert writer.post(url, {"act": "x", "comment": str(one.pk)}).status_code == 422
    assert writer.post(url, {"act": "edit"}).status_code == 404


@pytest.mark.parametrize(
    ("path", "title"),
    [("costs.work", "Arbejdet i hånden"), ("assumptions.one_off", "one_off"), ("x.y", "x.y"),
     ("assumptions.gone", "assumptions.gone")],
)  # fmt: skip
def test_a_comment_says_what_it_is_about(people: CasePeople, path: str, title: str) -> None:
    case = sound_case(people)
    page = said(client_of(people).get(f"{address(case)}?sti={path}"))
    assert title in page.split('for="say"')[1].split("</label>")[0]
