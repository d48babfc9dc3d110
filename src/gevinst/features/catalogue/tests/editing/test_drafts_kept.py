"""What is typed is never lost: drafts, two windows, a session that ran out, and others who save meanwhile."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from gevinst.features.accounts.queries import actor_of
from gevinst.features.accounts.tests.factories import AuthorityFactory, UserFactory
from gevinst.features.catalogue import actions, history
from gevinst.features.catalogue.actions.drafts import LONGEST, MOST, keep
from gevinst.features.catalogue.models import Draft, Process
from gevinst.features.catalogue.tests.factories import ProcessFactory
from gevinst.shared.actor import SYSTEM
from gevinst.shared.errors import DomainError

pytestmark = pytest.mark.django_db
BASIC = {"title": "T", "summary": "S", "phase": "idea", "visibility": "authority"}
HTMX = {"headers": {"HX-Request": "true"}}


@pytest.fixture
def authority() -> Any:
    return AuthorityFactory()


@pytest.fixture
def person(authority: Any) -> Any:
    return UserFactory(contributor_of=authority)


@pytest.fixture
def browser(client: Client, person: Any) -> Client:
    client.force_login(person)
    return client


def test_what_is_typed_is_kept_and_one_goes_on(browser: Client) -> None:
    facts = {"form": "quick", "title": "Halv", "technologies-name": ["UiPath", ""]}
    said = browser.post("/katalog/kladder/gem/", facts, **HTMX).content.decode()
    draft = Draft.objects.get()
    assert f'name="draft" value="{draft.pk}"' in said
    browser.post(
        "/katalog/kladder/gem/", {**facts, "title": "Hel", "draft": draft.pk, "revision": 1}
    )
    assert Draft.objects.count() == 1
    assert f"/katalog/del/?kladde={draft.pk}" in browser.get("/katalog/kladder/").content.decode()
    page = browser.get(f"/katalog/del/?kladde={draft.pk}").content.decode()
    assert 'value="Hel"' in page
    assert 'value="UiPath"' in page
    assert "form-error" not in page
    browser.post("/katalog/del/", {**facts, "summary": "S", "draft": draft.pk, "revision": 2})
    assert (Process.objects.count(), Draft.objects.count()) == (1, 0)


def test_two_windows_do_not_overwrite_each_other(browser: Client, authority: Any) -> None:
    process = ProcessFactory(authority=authority)
    address = f"/katalog/{process.pk}/ret/kladde/"
    browser.post(address, {"title": "Første", "revision": 0}, **HTMX)
    said = browser.post(address, {"title": "Anden", "revision": 0}, **HTMX).content.decode()
    assert "andet vindue" in said
    assert Draft.objects.get().fields["typed"]["title"] == ["Første"]
    new = {"form": "full", "title": "Ny", "act": "draft"}
    for _ in range(2):
        browser.post("/katalog/ny/", new)
    assert Draft.objects.filter(process=None).count() == 2
    sent = browser.post(f"/katalog/{process.pk}/ret/", {**BASIC, "act": "draft", "revision": 0})
    assert sent.status_code == 409


def test_a_draft_without_javascript(browser: Client, authority: Any) -> None:
    process = ProcessFactory(authority=authority, title="Gemt")
    browser.post(f"/katalog/{process.pk}/ret/", {**BASIC, "title": "Kladden", "act": "draft"})
    process.refresh_from_db(fields=["title"])
    assert process.title == "Gemt"
    assert 'value="Kladden"' in browser.get(f"/katalog/{process.pk}/ret/").content.decode()
    draft = Draft.objects.get()
    browser.post(f"/katalog/kladder/{draft.pk}/slet/")
    assert 'value="Gemt"' in browser.get(f"/katalog/{process.pk}/ret/").content.decode()


@pytest.mark.parametrize("by_itself", [True, False])
def test_a_session_that_ran_out_loses_nothing(
    client: Client, person: Any, authority: Any, by_itself: bool
) -> None:
    process = ProcessFactory(authority=authority)
    address = f"/katalog/{process.pk}/ret/"
    if by_itself:
        said = client.post(f"{address}kladde/", {**BASIC, "title": "Skrevet"}, **HTMX)
        assert "logget af" in said.content.decode()
    else:
        assert "next=" in client.post(address, {**BASIC, "title": "Skrevet"})["Location"]
    client.force_login(person)
    page = client.get(address).content.decode()
    assert 'value="Skrevet"' in page
    assert Draft.objects.get().user == person
    assert 'value="Skrevet"' in client.get(address).content.decode()


def test_others_drafts_are_out_of_reach(client: Client, authority: Any, person: Any) -> None:
    draft = keep(by=actor_of(person), typed={"title": ["Kun mit eget"]}, facts={"form": "full"})
    client.force_login(UserFactory(contributor_of=authority))
    assert "Kun mit eget" not in client.get(f"/katalog/ny/?kladde={draft.pk}").content.decode()
    client.post(f"/katalog/kladder/{draft.pk}/slet/")
    assert Draft.objects.exists()
    with pytest.raises(DomainError):
        keep(by=SYSTEM, typed={}, facts={})
    with pytest.raises(DomainError):
        keep(by=actor_of(person), typed={"title": ["x" * (LONGEST + 1)]}, facts={})


def test_there_is_an_end_to_drafts_and_those_there_are_can_still_be_kept(person: Any) -> None:
    by = actor_of(person)
    made = [keep(by=by, typed={}, facts={"form": "full"}) for _ in range(MOST)]
    with pytest.raises(DomainError) as fault:
        keep(by=by, typed={}, facts={"form": "full"})
    assert fault.value.code == "invalid"
    again = keep(by=by, typed={"title": ["Mere"]}, facts={}, draft_id=made[0].pk, revision=1)
    assert (again.pk, again.fields["revision"]) == (made[0].pk, 2)


def test_what_others_save_meanwhile_stays(browser: Client, authority: Any, person: Any) -> None:
    process = ProcessFactory(authority=authority, title="T", summary="S")
    base = history.latest_event(process)
    actions.update(process_id=process.pk, by=SYSTEM, description="Fra en anden")
    facts = {**BASIC, "challenge": process.challenge, "solution": process.solution, "base": base}
    sent = {**facts, "description": "", "vendor": "Vores"}
    assert browser.post(f"/katalog/{process.pk}/ret/", sent).status_code == 302
    process.refresh_from_db()
    assert (process.description, process.vendor) == ("Fra en anden", "Vores")


def test_both_changed_the_same_is_shown_and_not_overwritten(
    browser: Client, authority: Any
) -> None:
    process = ProcessFactory(authority=authority, title="Før")
    base = history.latest_event(process)
    actions.update(process_id=process.pk, by=SYSTEM, title="Andens")
    facts = {**BASIC, "title": "Min", "base": base}
    answer = browser.post(f"/katalog/{process.pk}/ret/", facts)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "<ins>Andens</ins>" in page
    assert 'value="Min"' in page
    process.refresh_from_db()
    assert process.title == "Andens"
    latest = history.latest_event(process)
    assert f'name="base" value="{latest}"' in page
    browser.post(f"/katalog/{process.pk}/ret/", {**facts, "base": latest})
    process.refresh_from_db()
    assert process.title == "Min"


def test_clauses_that_others_added_stay(browser: Client, authority: Any) -> None:
    process = ProcessFactory(authority=authority, title="T", summary="S")
    base = history.latest_event(process)
    actions.update(process_id=process.pk, by=SYSTEM, legal_clauses=[{"text": "§ 1"}])
    facts = {**BASIC, "base": base, "legal_clauses-text": [""], "vendor": "V"}
    facts |= {"challenge": process.challenge, "solution": process.solution}
    assert browser.post(f"/katalog/{process.pk}/ret/", facts).status_code == 302
    assert process.legal_clauses.get().text == "§ 1"


def test_suggestions_come_while_one_types(browser: Client) -> None:
    ProcessFactory()
    assert browser.get("/katalog/forslag/systemer/?q=k").status_code == 200
    assert browser.get("/katalog/forslag/andet/").status_code == 404
