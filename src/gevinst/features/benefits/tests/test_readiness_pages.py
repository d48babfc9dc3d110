"""The pages that hang on a business case: readiness, risk pool, benefit tree, parties, realised."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from gevinst.features.accounts.models import User
from gevinst.features.accounts.tests.factories import UserFactory
from gevinst.features.benefits.actions import cases as writing
from gevinst.features.benefits.models import BusinessCase, PoolEntry
from gevinst.features.benefits.queries.following.readiness import answers_of, risk_ids
from gevinst.features.benefits.queries.following.tree import planted
from gevinst.features.benefits.tests.case_people import SOUND, CasePeople, case_people, sound_case
from gevinst.features.benefits.tests.factories import BenefitFactory
from gevinst.features.benefits.tests.realised_example import PAST

pytestmark = pytest.mark.django_db
AGREED = "financing.plan.agreed"
PAGES = ("parathed", "risikopulje", "gevinsttrae", "parter", "realiseret")


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


@pytest.mark.parametrize("rest", PAGES)
def test_every_page_shows_the_tabs(rest: str, writer: Client, case: BusinessCase) -> None:
    page = seen(writer, case, rest)
    assert page.count('aria-current="page"') >= 2
    for other in PAGES:
        assert url(case, other) in page


@pytest.mark.parametrize("rest", PAGES)
@pytest.mark.parametrize(
    "text", ["a: [", "- 1\n", SOUND.replace("origin: project_start", "origin: x")]
)
def test_every_page_stands_a_file_with_faults(
    rest: str, text: str, writer: Client, case: BusinessCase, people: CasePeople
) -> None:
    writing.save_case(case=case, text=text, revision=case.revision, by=people.writer)
    seen(writer, case, rest)


@pytest.mark.parametrize("rest", PAGES)
def test_a_reader_sees_and_has_nothing_to_press(
    rest: str, client: Client, case: BusinessCase, people: CasePeople
) -> None:
    client.force_login(User.objects.get(pk=people.reader.user_id))
    assert f'action="{url(case, rest)}' not in seen(client, case, rest)


@pytest.mark.parametrize("rest", PAGES)
def test_a_stranger_finds_nothing(rest: str, client: Client, case: BusinessCase) -> None:
    client.force_login(UserFactory())
    assert client.get(url(case, rest)).status_code == 404


def test_an_answer_is_saved_and_the_theme_comes_back(writer: Client, case: BusinessCase) -> None:
    facts = {"question": AGREED, "answer": "0", "was": ""}
    answer = writer.post(url(case, "parathed/svar"), facts, headers={"hx-request": "true"})
    page = answer.content.decode()
    assert 'id="tema-financing"' in page
    assert 'hx-swap-oob="true"' in page
    assert answers_of(now(case)).answers == {AGREED: 0}
    assert "<html" not in page


def test_an_answer_without_scripts_leads_back(writer: Client, case: BusinessCase) -> None:
    answer = sent(writer, case, "parathed/svar", question=AGREED, answer="2", was="")
    assert (answer.status_code, answer.headers["Location"]) == (
        302,
        url(case, "parathed") + "#tema-financing",
    )


@pytest.mark.parametrize(("headers", "status"), [({}, 409), ({"hx-request": "true"}, 200)])
def test_a_colleagues_answer_is_told(
    headers: dict[str, str], status: int, writer: Client, case: BusinessCase
) -> None:
    sent(writer, case, "parathed/svar", question=AGREED, answer="2", was="")
    facts = {"question": AGREED, "answer": "0", "was": ""}
    answer = writer.post(url(case, "parathed/svar"), facts, headers=headers)
    assert answer.status_code == status
    assert "alert-error" in answer.content.decode()
    assert answers_of(now(case)).answers == {AGREED: 2}


def test_the_weakest_theme_stands_first(writer: Client, case: BusinessCase) -> None:
    sent(writer, case, "parathed/svar", question="security.experts.review", answer="2", was="")
    sent(writer, case, "parathed/svar", question=AGREED, answer="0", was="")
    page = seen(writer, case, "parathed")
    places = [page.index(f"tema-{one}") for one in ("financing", "security", "anchoring")]
    assert places == sorted(places)


def test_a_gap_goes_to_the_pool_and_is_said(writer: Client, case: BusinessCase) -> None:
    sent(writer, case, "parathed/svar", question=AGREED, answer="0", was="")
    page = writer.post(
        url(case, "parathed/risiko"), {"question": AGREED}, follow=True
    ).content.decode()
    assert "alert-success" in page
    assert len(risk_ids(now(case))) == 2
    assert sent(writer, case, "parathed/risiko", question=AGREED).status_code == 409


def test_a_theme_is_left_out_and_back(writer: Client, case: BusinessCase) -> None:
    sent(writer, case, "parathed/udelad", theme="citizens", left_out="1")
    assert answers_of(now(case)).not_relevant == {"citizens"}
    assert "tema-citizens" in seen(writer, case, "parathed")
    sent(writer, case, "parathed/udelad", theme="citizens")
    assert not answers_of(now(case)).not_relevant
    assert sent(writer, case, "parathed/udelad", theme="security").status_code == 422


MOVE = {
    "kind": "set-aside",
    "day": "2022-02-01",
    "amount": "10.000",
    "reason": "Budget",
    "risk": "",
    "line": "",
}


def test_the_ledger_takes_movements(writer: Client, case: BusinessCase) -> None:
    sent(writer, case, "risikopulje/bevaegelse", **MOVE)
    draw = {**MOVE, "kind": "occurred", "amount": "4000,50", "risk": "delay", "line": "one_off"}
    sent(writer, case, "risikopulje/bevaegelse", **draw)
    page = seen(writer, case, "risikopulje")
    assert "5.999,50" in page
    assert [one.amount for one in PoolEntry.objects.order_by("pk")] == [10_000, Decimal("4000.50")]


def test_an_expired_risk_is_released(writer: Client, case: BusinessCase) -> None:
    sent(writer, case, "risikopulje/bevaegelse", **MOVE)
    gone = {**MOVE, "kind": "expire", "amount": "", "risk": "delay"}
    assert sent(writer, case, "risikopulje/bevaegelse", **gone).status_code == 302
    assert PoolEntry.objects.get(kind="release").risk_state == "expired"


@pytest.mark.parametrize(
    "facts",
    [
        {"amount": ""},
        {"kind": ""},
        {"kind": "expire"},
        {"kind": "draw"},
        {"day": "2999-01-01"},
        {"amount": "x"},
    ],
)
def test_a_wrong_movement_stands_with_its_error(
    facts: dict[str, str], writer: Client, case: BusinessCase
) -> None:
    answer = sent(writer, case, "risikopulje/bevaegelse", **{**MOVE, **facts})
    assert answer.status_code == 422
    assert "form-error-message" in answer.content.decode()
    assert not PoolEntry.objects.exists()


def test_a_tree_grows_by_forms(writer: Client, case: BusinessCase, people: CasePeople) -> None:
    sent(writer, case, "gevinsttrae/tilfoej", kind="purpose", title="Bedre service", after="")
    sent(writer, case, "gevinsttrae/tilfoej", kind="end", title="Tid", after="bedre-service")
    sent(writer, case, "gevinsttrae/tilfoej", kind="indicator", title="Timer", after="")
    sent(writer, case, "gevinsttrae/forbind", source="tid", target="timer")
    held = BenefitFactory(authority=people.authority, title="Registreret tid")
    told = {"title": "Frigivet tid", "owner": "Leder", "lines": ["time"], "register": [held.pk]}
    assert writer.post(url(case, "gevinsttrae/knude/tid"), told).status_code == 302
    measure = {"title": "Timer", "owner": "", "unit": "timer", "data_source": "Loggen"}
    writer.post(url(case, "gevinsttrae/knude/timer"), measure)
    page = seen(writer, case, "gevinsttrae")
    for word in ("Registreret tid", "Loggen", "Frigivet tid", "<svg", "200.000"):
        assert word in page, word
    file = writer.get(url(case, "gevinsttrae/hent"))
    assert file.headers["Content-Type"] == "image/svg+xml"
    sent(writer, case, "gevinsttrae/fjern", source="tid", target="timer")
    sent(writer, case, "gevinsttrae/fjern", node="timer")
    assert [node.id for node in planted(people.writer, now(case)).tree.nodes] == [
        "bedre-service",
        "tid",
    ]


@pytest.mark.parametrize(
    ("rest", "facts"),
    [
        ("tilfoej", {"kind": "", "title": "x"}),
        ("tilfoej", {"kind": "end", "title": " "}),
        ("tilfoej", {"kind": "purpose", "title": "x", "after": "tid"}),
        ("forbind", {"source": "tid", "target": "tid"}),
        ("forbind", {"source": "tid"}),
        ("fjern", {"node": "gone"}),
        ("fjern", {}),
        ("knude/tid", {"title": ""}),
    ],
)
def test_what_is_no_tree_is_said(
    rest: str, facts: dict[str, str], writer: Client, case: BusinessCase
) -> None:
    sent(writer, case, "gevinsttrae/tilfoej", kind="end", title="Tid", after="")
    answer = sent(writer, case, f"gevinsttrae/{rest}", **facts)
    assert answer.status_code == 422


def test_a_node_that_is_gone_is_not_found(writer: Client, case: BusinessCase) -> None:
    assert writer.get(url(case, "gevinsttrae/knude/gone")).status_code == 404
