"""The pages of a case that is shared and followed: parties, and expected against realised."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from gevinst.features.accounts.models import User
from gevinst.features.benefits.actions import cases as writing
from gevinst.features.benefits.models import BusinessCase, CaseActual
from gevinst.features.benefits.queries.following.actuals import held_versions
from gevinst.features.benefits.tests.case_people import CasePeople, case_people, sound_case
from gevinst.features.benefits.tests.realised_example import PAST, approved, recorded

pytestmark = pytest.mark.django_db


@pytest.fixture
def people() -> CasePeople:
    return case_people()


@pytest.fixture
def case(people: CasePeople) -> BusinessCase:
    return sound_case(people, PAST)


@pytest.fixture
def writer(client: Client, people: CasePeople) -> Client:
    client.force_login(User.objects.get(pk=people.writer.user_id))
    return client


def url(case: BusinessCase, rest: str) -> str:
    return f"/gevinster/business-cases/{case.pk}/{rest}/"


def seen(client: Client, case: BusinessCase, rest: str, query: str = "") -> str:
    answer = client.get(url(case, rest) + query)
    assert answer.status_code == 200
    return answer.content.decode()


def sent(client: Client, case: BusinessCase, rest: str, **facts: Any) -> Any:
    return client.post(url(case, rest), facts)


def now(case: BusinessCase) -> BusinessCase:
    return BusinessCase.objects.get(pk=case.pk)


GRANT = "{id: pulje, title: Statens pulje, from: stat, to: kommune, amounts: {2022: 40000}}"
SHARED = PAST.replace("parties: [kommune]", "parties: [kommune, stat]").replace(
    "risks:", f"transfers:\n  - {GRANT}\nrisks:"
)


def test_the_perspective_is_chosen_in_the_address(writer: Client, people: CasePeople) -> None:
    case = sound_case(people, SHARED)
    assert "-10.000" in seen(writer, case, "parter", "?perspektiv=kommune")
    assert "-50.000" in seen(writer, case, "parter", "?perspektiv=alle")
    assert "Statens pulje" in seen(writer, case, "parter", "?perspektiv=nobody&laesning=none")


def test_shares_that_change_are_told_with_their_years(writer: Client, people: CasePeople) -> None:
    shares = "when: {from: 2022}\n    shares: {kommune: 0.25, stat: 0.75}"
    shared = SHARED.replace("when: {at: 2022}", shares)
    rule = "agreements:\n  step_down:\n    - {after: {kommune: 1}, recouped: kommune}\n"
    page = seen(writer, sound_case(people, shared + rule), "parter")
    assert "Kommune 25 %" in page
    assert "2023–2025" in page


def test_a_fault_in_the_agreements_is_told(writer: Client, people: CasePeople) -> None:
    page = seen(writer, sound_case(people, SHARED + "agreements: {payers: [nobody]}\n"), "parter")
    assert "nobody" in page


def test_an_actual_is_written_line_by_line(writer: Client, case: BusinessCase) -> None:
    page = seen(writer, case, "realiseret", "?linje=time&aar=2023")
    assert 'name="term_minutes"' in page
    facts = {
        "linje": "time",
        "aar": "2023",
        "term_units": "900",
        "term_minutes": "8",
        "source": "Log",
    }
    assert sent(writer, case, "realiseret/tal", **facts).status_code == 302
    page = seen(writer, case, "realiseret")
    assert "72 %" in page
    assert "-18.666,67" in page
    assert page.count('role="img"') >= 1


@pytest.mark.parametrize(
    "facts",
    [{"source": ""}, {"term_dkk": "x"}, {"aar": "2025", "term_dkk": ""}, {"term_dkk": "-1"}],
)
def test_a_wrong_actual_stands_with_its_error(
    facts: dict[str, str], writer: Client, case: BusinessCase
) -> None:
    told = {"linje": "time", "aar": "2023", "term_dkk": "5000", "source": "Log", **facts}
    answer = sent(writer, case, "realiseret/tal", **told)
    assert answer.status_code == 422
    assert "form-error-message" in answer.content.decode()
    assert not CaseActual.objects.exists()


def test_a_line_the_case_has_not_is_not_written(writer: Client, case: BusinessCase) -> None:
    assert sent(writer, case, "realiseret/tal", linje="x", aar="2023").status_code == 200
    assert not CaseActual.objects.exists()


def test_operation_is_refused_where_there_is_none(writer: Client, case: BusinessCase) -> None:
    assert sent(writer, case, "realiseret/drift", linje="time", aar="2023").status_code == 422


def test_another_version_is_chosen_with_a_reason(
    client: Client, case: BusinessCase, people: CasePeople
) -> None:
    case = approved(case, people)
    recorded(case, people)
    client.force_login(User.objects.get(pk=people.second.user_id))
    case = writing.save_case(
        case=case,
        text=case.text.replace("value: 1000", "value: 900"),
        revision=case.revision,
        by=people.writer,
    )
    writing.keep_case_version(case=case, reason="Nyt", by=people.writer)
    assert sent(client, case, "realiseret/maalestok", version="2", reason="").status_code == 422
    assert (
        sent(client, case, "realiseret/maalestok", version="2", reason="Færre sager").status_code
        == 302
    )
    held, original = held_versions(case)
    assert held is not None
    assert original is not None
    assert (held.number, original.number) == (2, 1)
    assert "Færre sager" in seen(client, case, "realiseret")
