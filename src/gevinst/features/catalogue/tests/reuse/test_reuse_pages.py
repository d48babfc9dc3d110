"""The pages of reuse: use, link, report, look at changes, tell adopters; what the process page shows."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from gevinst.features.accounts.tests.factories import AuthorityFactory, UserFactory
from gevinst.features.catalogue.actions import update
from gevinst.features.catalogue.actions.systems import system_named
from gevinst.features.catalogue.models import Adoption, Announcement, LegalClause
from gevinst.features.catalogue.tests.factories import ProcessFactory
from gevinst.features.catalogue.tests.reuse.factories import AdoptionFactory, BlockUseFactory
from gevinst.shared.actor import SYSTEM

pytestmark = pytest.mark.django_db


@pytest.fixture
def home() -> Any:
    return AuthorityFactory(name="Her Kommune")


@pytest.fixture
def contributor(client: Client, home: Any) -> Client:
    client.force_login(UserFactory(contributor_of=home))
    return client


@pytest.fixture
def adoption(home: Any) -> Adoption:
    return AdoptionFactory(
        source=ProcessFactory(public=True, title="Kildens proces"),
        process=ProcessFactory(authority=home, title="Vores proces"),
    )


def text_of(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_use_this_leads_to_a_copy_that_says_what_to_adapt(contributor: Client, home: Any) -> None:
    source = ProcessFactory(
        public=True,
        title="Lægeregninger",
        systems_used=[system_named("Fagsystem X").pk],
        contact_email="robot@there.example",
        rating=2,
    )
    LegalClause.objects.create(process=source, text="Lov § 1")
    BlockUseFactory(process=source)
    assert f'href="/katalog/{source.pk}/brug/"' in text_of(contributor, f"/katalog/{source.pk}/")
    form = text_of(contributor, f"/katalog/{source.pk}/brug/")
    assert "kontakt-e-mail" in form.lower()
    facts = {"authority": home.pk, "extent": "whole"}
    answer = contributor.post(f"/katalog/{source.pk}/brug/", facts, follow=True)
    copy = Adoption.objects.get().process
    page = answer.content.decode()
    assert answer.redirect_chain == [(f"/katalog/{copy.pk}/", 302)]
    assert "It-system: Fagsystem X" in page
    assert "Lov: Lov § 1" in page


def test_the_items_can_be_dealt_with_on_the_page(contributor: Client, home: Any) -> None:
    system = system_named("Fagsystem X").pk
    made = AdoptionFactory(process=ProcessFactory(authority=home, systems_used=[system]))
    for do, item in (("have", f"system:{system}"), ("settle", "contact")):
        contributor.post(f"/katalog/genbrug/{made.pk}/tilpas/", {"do": do, "item": item})
    page = text_of(contributor, f"/katalog/{made.process_id}/")
    assert "It-system: Fagsystem X" not in page
    assert "Databeskyttelse" in page


@pytest.mark.parametrize(
    "facts", [{}, {"extent": "half"}, {"extent": "whole", "authority": 0}, {"parts": ["soul"]}]
)
def test_a_choice_that_there_is_not_makes_no_copy(
    contributor: Client, home: Any, facts: dict[str, Any]
) -> None:
    source = ProcessFactory(public=True)
    given = {"authority": home.pk, **facts}
    assert contributor.post(f"/katalog/{source.pk}/brug/", given).status_code == 422
    assert not Adoption.objects.exists()


def test_who_has_it_already_is_told_that_there_is_nowhere_to_copy(
    contributor: Client, home: Any
) -> None:
    own = ProcessFactory(authority=home)
    assert "Der er ikke noget sted at lægge en kopi" in text_of(
        contributor, f"/katalog/{own.pk}/brug/"
    )
    assert contributor.post(f"/katalog/{own.pk}/brug/", {"extent": "whole"}).status_code == 422
    assert f'href="/katalog/{own.pk}/brug/"' not in text_of(contributor, f"/katalog/{own.pk}/")


def test_a_guest_who_wants_to_use_it_signs_in_first(client: Client) -> None:
    source = ProcessFactory(public=True)
    assert "Brug denne" in text_of(client, f"/katalog/{source.pk}/")
    answer = client.get(f"/katalog/{source.pk}/brug/")
    assert answer.headers["Location"].endswith(f"next=/katalog/{source.pk}/brug/")


def test_an_own_process_is_linked_and_the_link_removed(contributor: Client, home: Any) -> None:
    source, own = ProcessFactory(public=True), ProcessFactory(authority=home, title="Vores")
    page = f"/katalog/{source.pk}/genbruger/"
    assert "Vores (Her Kommune)" in text_of(contributor, page)
    contributor.post(page, {"process": own.pk, "extent": "idea"})
    made = Adoption.objects.get()
    assert (made.process, made.extent) == (own, "idea")
    assert "I har ingen proces at forbinde" in text_of(contributor, page)
    remove = f"/katalog/genbrug/{made.pk}/fjern/"
    assert "Vores" in text_of(contributor, remove)
    contributor.post(remove)
    assert not Adoption.objects.exists()


def test_a_link_in_a_circle_is_explained(contributor: Client, home: Any) -> None:
    own = ProcessFactory(authority=home, public=True)
    made = AdoptionFactory(source=own, process=ProcessFactory(public=True)).process
    answer = contributor.post(
        f"/katalog/{made.pk}/genbruger/", {"process": own.pk, "extent": "idea"}
    )
    assert answer.status_code == 422
    assert "lavet af jeres" in answer.content.decode()


def test_hours_are_reported_with_a_danish_comma(contributor: Client, adoption: Adoption) -> None:
    page = f"/katalog/genbrug/{adoption.pk}/rapport/"
    assert "Kildens proces" in text_of(contributor, page)
    assert contributor.post(page, {"hours_spent": "7,5"}).status_code == 422
    contributor.post(page, {"hours_spent": "7,5", "hours_alone": "3", "note": "Svært"})
    adoption.refresh_from_db()
    assert (adoption.hours_spent, adoption.hours_alone) == (Decimal("7.5"), Decimal(3))
    lineage = text_of(contributor, f"/katalog/{adoption.process_id}/genbrug/")
    assert "Tog 5 timer mere" in lineage
    assert "Svært" in lineage


def test_what_changed_at_the_source_is_shown_and_marked(
    contributor: Client, adoption: Adoption
) -> None:
    page, mine = f"/katalog/genbrug/{adoption.pk}/aendringer/", f"/katalog/{adoption.process_id}/"
    assert "Intet er ændret" in text_of(contributor, page)
    update(process_id=adoption.source_id, by=SYSTEM, title="Nyt navn", status_note="Hemmelig")
    Announcement.objects.create(process=adoption.source, kind="error", text="Ret momsen")
    for shown in (text_of(contributor, page), text_of(contributor, mine)):
        assert "<ins>Nyt navn</ins>" in shown
        assert "Ret momsen" in shown
        assert "Hemmelig" not in shown
    contributor.post(page, {"event": "x"})
    assert "Ret momsen" not in text_of(contributor, mine)


def test_other_authorities_do_not_see_what_an_adopter_looks_at(
    client: Client, adoption: Adoption
) -> None:
    adoption.process.visibility = "public"
    adoption.process.save()
    client.force_login(UserFactory(contributor_of=AuthorityFactory()))
    assert client.get(f"/katalog/genbrug/{adoption.pk}/aendringer/").status_code == 404
    assert client.get(f"/katalog/genbrug/{adoption.pk}/rapport/").status_code == 403
    assert client.get(f"/katalog/genbrug/{adoption.pk}/fjern/").status_code == 403


def test_a_source_that_was_closed_is_not_named(contributor: Client, adoption: Adoption) -> None:
    update(process_id=adoption.source_id, by=SYSTEM, visibility="authority")
    for page in ("aendringer", "rapport", "fjern"):
        assert "Kildens" not in text_of(contributor, f"/katalog/genbrug/{adoption.pk}/{page}/")
    assert "Kildens" not in text_of(contributor, f"/katalog/{adoption.process_id}/genbrug/")
    assert "du ikke må se" in text_of(contributor, f"/katalog/{adoption.process_id}/")


def test_adopters_are_told_from_the_page_of_the_source(contributor: Client, home: Any) -> None:
    own = ProcessFactory(authority=home, public=True)
    AdoptionFactory(source=own)
    assert f'href="/katalog/{own.pk}/besked/"' in text_of(contributor, f"/katalog/{own.pk}/")
    page = f"/katalog/{own.pk}/besked/"
    assert "1 proces er lavet af denne" in text_of(contributor, page)
    assert contributor.post(page, {"kind": "version"}).status_code == 422
    contributor.post(page, {"kind": "version", "text": "Version 2 er klar"})
    assert "Version 2 er klar" in text_of(contributor, f"/katalog/{own.pk}/")


def test_a_lineage_that_is_none_says_what_to_do(client: Client) -> None:
    lonely = ProcessFactory(public=True)
    assert "Ingen genbruger den endnu" in text_of(client, f"/katalog/{lonely.pk}/genbrug/")


def test_a_large_family_says_that_it_is_cut(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = ProcessFactory(public=True)
    AdoptionFactory.create_batch(3, source=source, process__public=True)
    monkeypatch.setattr("gevinst.features.catalogue.web.reuse.panels.MOST", 2)
    assert "større end det, der er tegnet" in text_of(client, f"/katalog/{source.pk}/")


def test_the_front_page_tells_the_latest_way(client: Client) -> None:
    AdoptionFactory(
        source__authority__name="Skanderborg Kommune",
        process__authority__name="Syddjurs Kommune",
        process__public=True,
        hours_spent=1,
        hours_alone=3,
    )
    page = text_of(client, "/")
    assert "<strong>Skanderborg</strong>" in page
    assert "2 timer sparet" in page
