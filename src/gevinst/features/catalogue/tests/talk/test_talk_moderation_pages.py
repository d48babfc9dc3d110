"""The moderators' pages: what waits, what was decided, deciding, and who is turned away."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from gevinst.features.accounts.tests.factories import AuthorityFactory, UserFactory
from gevinst.features.catalogue.models import Comment, Process, Report
from gevinst.features.catalogue.tests.talk.factories import ReportFactory

pytestmark = pytest.mark.django_db
PERSON = "610190-1234"


@pytest.fixture
def moderator(client: Client) -> Client:
    client.force_login(UserFactory(national_admin=True))
    return client


def text_of(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_an_empty_list_says_what_it_is_for(moderator: Client) -> None:
    assert "g-empty" in text_of(moderator, "/katalog/moderering/")
    assert "g-empty" in text_of(moderator, "/katalog/moderering/?vis=afgjorte")


def test_what_waits_and_what_is_decided_are_counted_apart(moderator: Client) -> None:
    first = ReportFactory(comment__text=f"Om {PERSON}")
    second = ReportFactory(comment=None)
    page = text_of(moderator, "/katalog/moderering/")
    assert "(2)" in page
    assert "610190-xxxx" in page
    assert PERSON not in page
    assert page.index(f"/moderering/{first.pk}/") < page.index(f"/moderering/{second.pk}/")
    facts = {"outcome": "withheld", "answer": "Set på"}
    assert moderator.post(f"/katalog/moderering/{second.pk}/", facts).status_code == 302
    decided = text_of(moderator, "/katalog/moderering/?vis=afgjorte")
    assert f"/moderering/{second.pk}/" in decided
    assert f"/moderering/{first.pk}/" not in decided
    assert Process.objects.get(pk=second.process_id).withheld


def test_a_report_is_decided_on_its_page_and_anew(moderator: Client) -> None:
    row = ReportFactory(comment__text="Ord")
    address = f"/katalog/moderering/{row.pk}/"
    page = text_of(moderator, address)
    assert "Ord" in page
    assert 'value="deleted"' in page
    for outcome, withheld in (("withheld", True), ("kept", False)):
        moderator.post(address, {"outcome": outcome, "answer": "Fordi"})
        assert Comment.objects.get(pk=row.comment_id).withheld is withheld
    assert "Fordi</textarea>" in text_of(moderator, address)


@pytest.mark.parametrize(
    "facts",
    [
        {"outcome": "kept"},
        {"outcome": "", "answer": "x"},
        {"outcome": "kept", "answer": PERSON},
    ],
)
def test_a_decision_needs_an_answer_without_person_numbers(moderator: Client, facts: Any) -> None:
    row = ReportFactory()
    assert moderator.post(f"/katalog/moderering/{row.pk}/", facts).status_code == 422
    assert Report.objects.get().outcome == ""


def test_what_was_deleted_stays_so(moderator: Client) -> None:
    row = ReportFactory(comment__text="Væk")
    address = f"/katalog/moderering/{row.pk}/"
    moderator.post(address, {"outcome": "deleted", "answer": "x"})
    assert "Væk" not in text_of(moderator, address)
    assert moderator.post(address, {"outcome": "kept", "answer": "x"}).status_code == 422


def test_a_process_is_not_deleted_here(moderator: Client) -> None:
    row = ReportFactory(comment=None)
    address = f"/katalog/moderering/{row.pk}/"
    assert 'value="deleted"' not in text_of(moderator, address)
    assert moderator.post(address, {"outcome": "deleted", "answer": "x"}).status_code == 422


def test_others_are_turned_away(client: Client) -> None:
    row = ReportFactory()
    client.force_login(UserFactory(contributor_of=row.process.authority))
    assert client.get("/katalog/moderering/").status_code == 403
    assert client.get(f"/katalog/moderering/{row.pk}/").status_code == 403
    client.force_login(UserFactory(local_admin_of=AuthorityFactory()))
    assert client.get(f"/katalog/moderering/{row.pk}/").status_code == 404
    client.force_login(UserFactory(local_admin_of=row.process.authority))
    assert client.get(f"/katalog/moderering/{row.pk}/").status_code == 200


def test_nobody_decides_about_the_own_words(client: Client) -> None:
    author = UserFactory(national_admin=True)
    row = ReportFactory(comment__author=author)
    client.force_login(author)
    facts = {"outcome": "kept", "answer": "x"}
    assert client.post(f"/katalog/moderering/{row.pk}/", facts).status_code == 403


def test_moderators_are_led_to_the_report_from_notices_and_overview(moderator: Client) -> None:
    from gevinst.features.accounts.tests.factories import actor
    from gevinst.features.catalogue.actions.talk import report
    from gevinst.features.catalogue.models import Notice
    from gevinst.features.catalogue.notices.wording import say

    row = ReportFactory()
    made = report(by=actor(reader_of=AuthorityFactory()), reason="wrong", process_id=row.process_id)
    said = say(Notice.objects.filter(kind="moderation").first() or Notice(), internal=True)
    assert said is not None
    assert said.path == f"/katalog/moderering/{made.pk}/"
    page = text_of(moderator, "/katalog/overblik/")
    assert 'href="/katalog/moderering/"><strong>2</strong>' in page
