"""A change on pages: started, tried on past decisions, sent, approved by a second person, or not."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils import timezone

from gevinst.features.accounts.models import User
from gevinst.features.control import actions
from gevinst.features.control.models import ChangeState, RuleChange, RuleSet
from gevinst.features.control.tests.people import BLOCK, RENAMED, People, Ready, first_rule
from gevinst.shared.actor import Actor

pytestmark = pytest.mark.django_db


def browser(actor: Actor) -> Client:
    client = Client()
    client.force_login(User.objects.get(pk=actor.user_id))
    return client


def url(change: RuleChange, act: str = "") -> str:
    return f"/regler/aendringer/{change.pk}/{act}"


def page(client: Client, change: RuleChange) -> str:
    return client.get(url(change)).content.decode()


def test_a_change_is_started_from_a_rule(people: People) -> None:
    address = f"/regler/{people.authority.code}/{BLOCK}/aendringer/ny/"
    asked = f"{address}?regel={first_rule().id}"
    answer = browser(people.writer).post(asked, {"title": "Prøve", "purpose": "Fordi"})
    made = RuleChange.objects.get()
    assert answer["Location"] == f"/regler/aendringer/{made.pk}/regel/{first_rule().id}/"
    assert (made.title, made.purpose) == ("Prøve", "Fordi")
    assert "Prøve" in browser(people.writer).get(asked).content.decode()
    assert browser(people.writer).post(address, {"title": ""}).status_code == 422
    assert browser(people.reader).get(address).status_code == 403


def test_what_differs_is_shown_from_and_to(people: People, ready: Ready) -> None:
    text = page(browser(people.reader), ready())
    assert f"<ins>{RENAMED}</ins>" in text
    assert f"<del>{first_rule().name.da}</del>" in text


def test_a_change_that_kept_its_version_is_remarked(people: People, ready: Ready) -> None:
    [differs] = browser(people.reader).get(url(ready())).context["difference"].rules
    assert differs.same_version


def test_the_changes_are_listed(people: People, ready: Ready) -> None:
    change = ready()
    text = browser(people.reader).get(f"/regler/{people.authority.code}/{BLOCK}/aendringer/")
    assert url(change) in text.content.decode()


def test_a_change_is_tried_on_past_decisions(people: People, ready: Ready) -> None:
    change = ready()
    answer = browser(people.writer).post(url(change, "afproev/"), {})
    assert answer.status_code == 302
    assert change.impacts.count() == 2
    assert "rules-sentence" in page(browser(people.reader), change)


def test_a_period_that_is_none_is_refused(people: People, ready: Ready) -> None:
    answer = browser(people.writer).post(url(ready(), "afproev/"), {"first_on": "i går"})
    assert answer.status_code == 422


def test_many_decisions_are_left_to_the_worker(
    people: People, ready: Ready, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gevinst.features.control.web.changes.AT_ONCE", -1)
    change, client = ready(), browser(people.writer)
    for _ in range(2):  # pressed twice
        assert client.post(url(change, "afproev/"), {"first_on": "2026-01-01"}).status_code == 302
    assert change.impacts.count() == 1
    assert 'hx-trigger="every 3s"' in client.get(url(change, "virkning/")).content.decode()


def test_the_worker_weighs_what_is_still_as_it_was(people: People, ready: Ready) -> None:
    from gevinst.features.control.tasks import weigh

    change = ready()
    weigh(change.pk, "of something else", people.writer.user_id or 0)
    assert change.impacts.count() == 1
    weigh(change.pk, change.digest, people.writer.user_id or 0, first_on="2026-01-01")
    assert change.impacts.count() == 2


def test_sent_and_approved_by_a_second_person(people: People, ready: Ready) -> None:
    change, writer, second = ready(), browser(people.writer), browser(people.second)
    assert writer.post(url(change, "send/")).status_code == 302
    assert url(change, "godkend/") not in page(writer, change)
    assert url(change, "godkend/") in page(second, change)
    today = {"live_from": timezone.localdate().isoformat()}
    assert writer.post(url(change, "godkend/"), today).status_code == 422
    assert second.post(url(change, "godkend/"), {"live_from": ""}).status_code == 422
    assert second.post(url(change, "godkend/"), today).status_code == 302
    assert RuleSet.objects.get().change_id == change.pk
    rule = f"/regler/{people.authority.code}/{BLOCK}/{first_rule().id}/"
    assert f"<ins>{RENAMED}</ins>" in second.get(rule).content.decode()


def test_rejected_with_a_reason(people: People, ready: Ready) -> None:
    change, second = actions.propose_change(change=ready(), by=people.writer), people.second
    assert browser(second).post(url(change, "afvis/"), {"answer": ""}).status_code == 422
    browser(second).post(url(change, "afvis/"), {"answer": "For dyrt"})
    change.refresh_from_db()
    assert (change.state, change.answer) == (ChangeState.REJECTED, "For dyrt")


def test_withdrawn_and_then_closed(people: People, ready: Ready) -> None:
    change, writer = ready(), browser(people.writer)
    writer.post(url(change, "traek-tilbage/"))
    answer = writer.post(url(change, "send/"))
    assert answer.status_code == 409
    assert "alert-warning" in answer.content.decode()


def test_the_purpose_is_written_anew(people: People, ready: Ready) -> None:
    change = ready()
    browser(people.writer).post(url(change, "formaal/"), {"purpose": "Derfor"})
    assert "Derfor" in page(browser(people.reader), change)


@pytest.mark.parametrize("act", ["afproev", "send", "godkend", "afvis", "traek-tilbage", "formaal"])
def test_a_reader_does_nothing(people: People, ready: Ready, act: str) -> None:
    assert browser(people.reader).post(url(ready(), f"{act}/"), {}).status_code == 403


def test_a_step_that_is_none(people: People, ready: Ready) -> None:
    assert browser(people.writer).post(url(ready(), "dans/")).status_code == 404


def test_a_faulty_change_says_which_rule(people: People, ready: Ready) -> None:
    change = ready()
    files = {
        name: text.replace("outcome: ok", "outcome: maybe") for name, text in change.files.items()
    }
    change = actions.edit_change(change=change, files=files, by=people.writer)
    answer = browser(people.writer).get(url(change))
    assert answer.context["difference"].faults
    assert browser(people.writer).post(url(change, "afproev/"), {}).status_code == 422
