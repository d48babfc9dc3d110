"""The pages of systems, technologies and codes: who sees what, and what the buttons do."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from gevinst.features.accounts.tests.factories import AuthorityFactory, UserFactory
from gevinst.features.catalogue.actions.registers import runs
from gevinst.features.catalogue.models import Code, ImportRun, ItSystem, Landscape
from gevinst.features.catalogue.tests.factories import ProcessFactory
from gevinst.features.catalogue.tests.registers.factories import (
    CodeFactory,
    SystemFactory,
    TechnologyFactory,
)
from gevinst.shared.actor import SYSTEM

pytestmark = pytest.mark.django_db

KLE = b"""<KLE-Emneplan><Hovedgruppe><HovedgruppeNr>32</HovedgruppeNr>
<HovedgruppeTitel>Okonomi</HovedgruppeTitel></Hovedgruppe></KLE-Emneplan>"""


@pytest.fixture
def national(client: Client) -> Client:
    """Signed in as one who answers for all."""
    client.force_login(UserFactory(national_admin=True))
    return client


def test_a_guest_sees_systems_with_public_processes_alone(client: Client) -> None:
    system = SystemFactory(label="Opus", vendor="KMD")
    ProcessFactory(public=True, title="Åben", systems_today=[system.pk])
    ProcessFactory(title="Egen", systems_today=[system.pk], systems_used=[system.pk])
    page = client.get(reverse("systems")).content.decode()
    assert "Opus" in page
    assert '<td class="g-num">1</td><td class="g-num">0</td>' in page
    shown = client.get(reverse("system", args=[system.pk])).content.decode()
    assert "Åben" in shown
    assert "Egen" not in shown


def test_systems_are_found_by_name_and_vendor(client: Client) -> None:
    SystemFactory(label="Opus Løn", vendor="KMD")
    SystemFactory(label="SBSYS")
    page = client.get(reverse("systems"), {"q": "kmd løn"}).content.decode()
    assert "Opus Løn" in page
    assert "SBSYS" not in page
    assert "SBSYS" not in client.get(reverse("systems"), {"q": "findes ikke"}).content.decode()


def test_a_contributor_says_what_the_authority_has(client: Client) -> None:
    place, system = AuthorityFactory(), SystemFactory()
    client.force_login(UserFactory(contributor_of=place))
    address = reverse("system-ours", args=[system.pk])
    answer = client.post(address, {"next": reverse("systems")})
    assert answer["Location"] == reverse("systems")
    assert list(Landscape.objects.values_list("authority", "system")) == [(place.pk, system.pk)]
    only = client.get(reverse("systems"), {"vores": "1"}).content.decode()
    assert system.label in only
    answer = client.post(address, {"har": "nej", "next": "https://elsewhere.example/"})
    assert answer["Location"] == reverse("system", args=[system.pk])
    assert not Landscape.objects.exists()


def test_a_reader_has_nothing_to_say(client: Client) -> None:
    client.force_login(UserFactory(reader_of=AuthorityFactory()))
    assert client.post(reverse("system-ours", args=[SystemFactory().pk])).status_code == 403


def test_technologies_with_their_processes(client: Client) -> None:
    place, technology = AuthorityFactory(), TechnologyFactory(label="Power Automate")
    ProcessFactory(public=True, technologies=[technology.pk])
    client.force_login(UserFactory(contributor_of=place))
    client.post(reverse("technology-ours", args=[technology.pk]))
    page = client.get(reverse("technologies"), {"vores": "1", "q": "power"}).content.decode()
    assert "Power Automate" in page
    assert '<td class="g-num">1</td>' in page


def test_two_names_are_put_together(national: Client) -> None:
    keep, drop = SystemFactory(label="Opus"), SystemFactory(label="KMD Opus")
    answer = national.post(reverse("systems-merge"), {"behold": "opus", "fjern": "KMD  opus"})
    assert answer["Location"] == reverse("system", args=[keep.pk])
    assert list(ItSystem.objects.all()) == [keep]
    missing = national.post(reverse("systems-merge"), {"behold": "opus", "fjern": drop.label})
    assert missing.status_code == 404


def test_codes_are_browsed_from_the_top_down(client: Client) -> None:
    CodeFactory(code="32", title="Økonomi", parent="")
    CodeFactory(code="32.45", title="Regninger", parent="32")
    top = client.get(reverse("codes")).content.decode()
    assert "Økonomi" in top
    assert "Regninger" not in top
    assert "Regninger" in client.get(reverse("codes"), {"under": "32"}).content.decode()
    assert "Regninger" in client.get(reverse("codes"), {"q": "regn"}).content.decode()


def test_codes_that_ended_show_on_request_with_what_came_instead(client: Client) -> None:
    CodeFactory(code="32", title="Gammel", parent="", valid_to=date(2020, 1, 1), replaced_by=["33"])
    assert "Gammel" not in client.get(reverse("codes")).content.decode()
    page = client.get(reverse("codes"), {"udgaaede": "1"}).content.decode()
    assert "Gammel" in page
    assert "33" in page


def test_a_file_is_seen_before_it_is_taken_in(national: Client) -> None:
    uploaded = SimpleUploadedFile("kle.xml", KLE)
    answer = national.post(reverse("codes-import"), {"kilde": "kle", "fil": uploaded})
    address = answer["Location"]
    assert "Okonomi" in national.get(address).content.decode()
    assert not Code.objects.exists()
    national.post(address)
    assert Code.objects.get().title == "Okonomi"
    assert "Okonomi" in national.get(address).content.decode()


@pytest.mark.parametrize(
    "form", [{}, {"fil": SimpleUploadedFile("x.csv", b"a;b\n1;2\n"), "kilde": "form"}]
)
def test_what_is_no_code_list_is_refused_on_the_page(
    national: Client, form: dict[str, object]
) -> None:
    assert national.post(reverse("codes-import"), form).status_code == 422
    assert not ImportRun.objects.exists()


def test_processes_where_somebody_must_choose_are_linked(national: Client) -> None:
    process = ProcessFactory(kle=["26"])
    content = b"Kode;Titel;Gyldig til\n26;Gammel;01-01-2020\n"
    made = runs.plan(source="kle", content=content, filename="kle.csv", by=SYSTEM)
    page = national.get(reverse("register-run", args=[made.pk])).content.decode()
    assert reverse("process", args=[process.pk]) in page


@pytest.mark.parametrize("name", ["codes-import", "systems-import"])
def test_imports_are_for_administrators(client: Client, name: str) -> None:
    client.force_login(UserFactory(contributor_of=AuthorityFactory()))
    assert client.get(reverse(name)).status_code == 403


def test_a_local_administrator_fetches_systems(client: Client) -> None:
    client.force_login(UserFactory(local_admin_of=AuthorityFactory()))
    assert client.get(reverse("systems-import")).status_code == 200
    content = b'[{"uuid": "00000000-0000-0000-0000-000000000001", "name": "Opus"}]'
    uploaded = SimpleUploadedFile("kitos.json", content)
    address = client.post(reverse("systems-import"), {"fil": uploaded})["Location"]
    client.post(address)
    assert ItSystem.objects.get().label == "Opus"
