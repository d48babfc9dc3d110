"""The catalogue's pages: who meets what, filters in the address, forms that keep what was typed."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client

from gevinst.features.accounts.tests.factories import AuthorityFactory, UserFactory
from gevinst.features.catalogue.models import Process
from gevinst.features.catalogue.tests.factories import ProcessFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def authority() -> Any:
    return AuthorityFactory(name="Prøvestrand Kommune")


@pytest.fixture
def contributor(client: Client, authority: Any) -> Client:
    client.force_login(UserFactory(contributor_of=authority))
    return client


def text_of(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_guest_meets_what_is_public(client: Client) -> None:
    shown, hidden = ProcessFactory(public=True, title="Vist"), ProcessFactory(title="Skjult")
    page = text_of(client, "/katalog/")
    assert "Vist" in page
    assert "Skjult" not in page
    assert client.get(f"/katalog/{shown.pk}/").status_code == 200
    assert client.get(f"/katalog/{hidden.pk}/").status_code == 404


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("?q=kørsel", {"Kørsel"}),
        ("?fase=idea", {"Løn"}),
        ("?fase=nonsens", {"Kørsel", "Løn"}),
        ("?omraade=hr", {"Løn"}),
        ("?byggeklods=invoice_control", {"Kørsel"}),
        ("?myndighed=PROVE", {"Kørsel"}),
        ("?myndighed=ukendt", {"Kørsel", "Løn"}),
        ("?sorter=title&side=99", {"Kørsel", "Løn"}),
        ("?q=%00%27", {"Kørsel", "Løn"}),
    ],
)
def test_the_address_says_what_is_shown(client: Client, address: str, found: set[str]) -> None:
    kwargs = {"public": True, "summary": "-", "challenge": "", "solution": ""}
    ProcessFactory(
        **kwargs, title="Kørsel", in_operation=True, with_block=True, authority__code="PROVE"
    )
    ProcessFactory(**kwargs, title="Løn", domains=["hr"])
    page = re.sub("</?mark>", "", text_of(client, f"/katalog/{address}"))
    assert set(re.findall(r'<h2><a href="/katalog/\d+/">(.*?)</a>', page)) == found


def test_a_filter_can_be_put_on_and_taken_off(client: Client) -> None:
    ProcessFactory(public=True)
    assert 'href="?q=faktura&amp;fase=idea"' in text_of(client, "/katalog/?q=faktura&side=1")
    assert 'href="?q=faktura"' in text_of(client, "/katalog/?q=faktura&fase=idea")


def test_no_hit_says_what_to_do_next(contributor: Client) -> None:
    page = text_of(contributor, "/katalog/?q=findesikke")
    assert "/katalog/ny/" in page


def test_many_hits_come_in_pages(client: Client) -> None:
    authority = AuthorityFactory()
    for _ in range(21):
        ProcessFactory(public=True, authority=authority)
    page = text_of(client, "/katalog/?q=faktura")
    assert 'rel="next"' in page
    assert "q=faktura&amp;side=2" in page


def test_the_file_has_what_the_list_has(client: Client) -> None:
    ProcessFactory(public=True, title="=HYPERLINK(1)", domains=["hr"])
    ProcessFactory(title="Skjult")
    answer = client.get("/katalog/processer.csv?q=hyperlink")
    lines = b"".join(answer.streaming_content).decode("utf-8-sig").splitlines()
    assert len(lines) == 2
    assert ";'=HYPERLINK(1);" in lines[1]


def test_the_process_page_tells_of_the_block(client: Client) -> None:
    process = ProcessFactory(public=True, with_block=True, in_operation=True)
    page = text_of(client, f"/katalog/{process.pk}/")
    assert "1.0.0" in page
    assert 'aria-current="step"' in page
    other = ProcessFactory(public=True, block_key="not_here")
    assert "not_here" in text_of(client, f"/katalog/{other.pk}/")


def test_a_contributor_adds_a_process(contributor: Client, authority: Any) -> None:
    facts = {
        "authority": authority.pk,
        "title": "Ny proces",
        "summary": "Kort",
        "phase": "idea",
        "visibility": "public",
        "kle": "00.32, 29.00",
        "domains": ["hr", "it"],
    }
    answer = contributor.post("/katalog/ny/", facts, follow=True)
    made = Process.objects.get()
    assert answer.redirect_chain == [(f"/katalog/{made.pk}/", 302)]
    assert (made.kle, made.domains, made.authority_id) == (
        ["00.32", "29.00"],
        ["hr", "it"],
        authority.pk,
    )


def test_what_was_typed_is_kept_and_the_fault_stands_twice(
    contributor: Client, authority: Any
) -> None:
    facts = {"authority": authority.pk, "title": "x" * 70, "phase": "idea", "visibility": "public"}
    answer = contributor.post("/katalog/ny/", facts)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "x" * 70 in page
    assert 'href="#id_summary"' in page
    assert 'id="id_summary_error"' in page
    assert 'aria-invalid="true"' in page


def test_one_cannot_add_to_another_authority(contributor: Client) -> None:
    facts = {"authority": AuthorityFactory().pk, "title": "T", "summary": "S"}
    answer = contributor.post("/katalog/ny/", {**facts, "phase": "idea", "visibility": "public"})
    assert answer.status_code == 422
    assert not Process.objects.exists()


def test_readers_are_told_that_they_may_not_add(client: Client) -> None:
    client.force_login(UserFactory(reader_of=AuthorityFactory()))
    assert client.get("/katalog/ny/").status_code == 403


def test_editing_leads_to_the_history(contributor: Client, authority: Any) -> None:
    process = ProcessFactory(authority=authority, title="Før")
    page = text_of(contributor, f"/katalog/{process.pk}/ret/")
    assert 'value="Før"' in page
    facts = {"title": "Efter", "summary": "S", "phase": "idea", "visibility": "authority"}
    contributor.post(f"/katalog/{process.pk}/ret/", facts)
    past = text_of(contributor, f"/katalog/{process.pk}/historik/")
    assert "<del>Før</del>" in past
    assert "<ins>Efter</ins>" in past


def test_history_is_for_those_who_are_signed_in(client: Client) -> None:
    process = ProcessFactory(public=True)
    assert client.get(f"/katalog/{process.pk}/historik/").status_code == 302


def test_an_edit_that_the_action_refuses_is_shown(contributor: Client, authority: Any) -> None:
    process = ProcessFactory(authority=authority)
    other = ProcessFactory(public=True)
    facts = {"title": "T", "summary": "S", "phase": "idea", "visibility": "authority"}
    assert contributor.post(f"/katalog/{other.pk}/ret/", facts).status_code == 403
    facts["block_key"] = "no-such-block"
    assert contributor.post(f"/katalog/{process.pk}/ret/", facts).status_code == 422
