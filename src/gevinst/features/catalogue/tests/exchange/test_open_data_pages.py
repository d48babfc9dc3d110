"""Open data: what DCAT-AP demands, by suffix and by media type; files with nothing personal; the feed."""

from __future__ import annotations

import json
from typing import Any
from xml.etree import ElementTree

import pytest
from django.test import Client
from rdflib import DCAT, DCTERMS, FOAF, RDF, Graph, Namespace

from gevinst.features.accounts.tests.factories import UserFactory
from gevinst.features.catalogue.tests.exchange.factories import PERSON, SECRET, full_process
from gevinst.features.catalogue.tests.factories import ProcessFactory

pytestmark = pytest.mark.django_db
PAGE = "/aabne-data/processer"
VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
KINDS = {"ttl": "text/turtle", "rdf": "application/rdf+xml", "jsonld": "application/ld+json"}
FILES = ("processer.csv", "processer.json", "processer.os2.json")


def graph(answer: Any) -> Graph:
    kind = answer.headers["Content-Type"].partition(";")[0]
    formats = {"text/turtle": "turtle", "application/rdf+xml": "xml"}
    return Graph().parse(data=answer.content, format=formats.get(kind, "json-ld"))


def file(name: str) -> str:
    return b"".join(Client().get(f"/aabne-data/{name}").streaming_content).decode()


@pytest.mark.parametrize(("ending", "kind"), KINDS.items())
def test_the_metadata_are_found_by_suffix_and_by_media_type(ending: str, kind: str) -> None:
    ProcessFactory(public=True)
    by_suffix = Client().get(f"{PAGE}.{ending}")
    by_type = Client().get(PAGE, headers={"accept": kind})
    for answer in (by_suffix, by_type):
        assert answer.headers["Content-Type"].startswith(kind)
    assert "Accept" in by_type.headers["Vary"]
    assert by_type.headers["Content-Location"] == f"{PAGE}.{ending}"
    assert graph(by_suffix).isomorphic(graph(by_type))


def test_every_catalogue_dataset_file_and_agent_has_what_is_mandatory() -> None:
    ProcessFactory(public=True)
    found = graph(Client().get(f"{PAGE}.ttl"))
    mandatory = {
        DCAT.Catalog: (DCTERMS.title, DCTERMS.description, DCTERMS.publisher, DCAT.dataset),
        DCAT.Dataset: (DCTERMS.title, DCTERMS.description, DCTERMS.publisher, DCAT.contactPoint),
        DCAT.Distribution: (DCAT.accessURL, DCTERMS.license, DCTERMS.format),
        FOAF.Agent: (FOAF.name,),
        VCARD.Organization: (VCARD.fn,),
    }
    for kind, properties in mandatory.items():
        nodes = list(found.subjects(RDF.type, kind))
        assert nodes, kind
        lacking = [
            (node, one) for node in nodes for one in properties if (node, one, None) not in found
        ]
        assert lacking == []


def test_texts_say_their_language_and_the_update_frequency_is_of_the_table() -> None:
    found = graph(Client().get(f"{PAGE}.ttl"))
    titles = {title.language for title in found.objects(None, DCTERMS.title)}
    assert titles >= {"da", "en"}
    assert None not in titles
    often = {str(one).rpartition("/")[2] for one in found.objects(None, DCTERMS.accrualPeriodicity)}
    assert "CONT" in often


def test_the_published_cases_stand_in_the_same_catalogue() -> None:
    found = graph(Client().get(f"{PAGE}.ttl"))
    pages = [str(page) for page in found.objects(None, DCAT.landingPage)]
    assert any("/cases/" in page for page in pages)
    assert any(page.endswith(PAGE) for page in pages)


def test_every_download_is_there() -> None:
    ProcessFactory(public=True)
    found = graph(Client().get(f"{PAGE}.ttl"))
    for address in found.objects(None, DCAT.downloadURL):
        assert str(address).startswith("http://testserver/")
        assert Client().get(str(address).removeprefix("http://testserver")).status_code == 200


@pytest.mark.parametrize("name", FILES)
def test_the_files_hold_public_processes_and_nothing_personal(name: str) -> None:
    full_process(
        title="Til alle",
        description=f"Ring til Ejer (demo) om {PERSON}, eller skriv til ejer@kommune.example",
    )
    full_process(title="Til myndigheder", visibility="all_authorities")
    told = file(name)
    assert "Til alle" in told
    assert "Til myndigheder" not in told
    for personal in ("(demo)", PERSON, "ejer@kommune.example", SECRET, "hemmelig@"):
        assert personal not in told


@pytest.mark.parametrize("name", FILES)
def test_a_mailbox_is_told_unless_somebody_signs_in_with_it(name: str) -> None:
    full_process(contact_email="digitalisering@kommune.example")
    UserFactory(email="Person@kommune.example")
    full_process(contact_email="person@kommune.example")
    told = file(name).casefold()
    assert "digitalisering@kommune.example" in told
    assert "person@kommune.example" not in told


def test_withheld_processes_are_not_open() -> None:
    ProcessFactory(public=True, withheld=True, title="Taget af")
    assert "Taget af" not in file("processer.json")


def test_the_json_says_its_licence() -> None:
    assert json.loads(file("processer.json"))["licence"] == "CC-BY-4.0"


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_page_is_for_people(language: str) -> None:
    page = Client().get(PAGE, headers={"accept": "text/html", "accept-language": language})
    text = page.content.decode()
    assert page.headers["Content-Type"].startswith("text/html")
    assert "CC BY 4.0" in text
    assert f"{PAGE}.csv" in text


ATOM = "{http://www.w3.org/2005/Atom}"


def entries(query: str = "", client: Client | None = None) -> list[ElementTree.Element]:
    answer = (client or Client()).get(f"/katalog/atom.xml{query}")
    assert answer.headers["Content-Type"].startswith("application/atom+xml")
    return ElementTree.fromstring(answer.content).findall(f"{ATOM}entry")


def titles(found: list[ElementTree.Element]) -> list[str | None]:
    return [entry.findtext(f"{ATOM}title") for entry in found]


def test_the_feed_has_the_last_changed_first_and_follows_the_criteria() -> None:
    ProcessFactory(public=True, title="Gammel")
    ProcessFactory(public=True, title="Ny", in_operation=True)
    ProcessFactory(shared=True, title="Ikke for alle")
    assert titles(entries()) == ["Ny", "Gammel"]
    assert titles(entries("?fase=operation")) == ["Ny"]


def test_the_feed_is_the_same_for_who_is_signed_in() -> None:
    held = ProcessFactory(title="Vores egen")
    client = Client()
    client.force_login(UserFactory(reader_of=held.authority))
    assert entries(client=client) == []


def test_the_feed_is_not_sent_again_unchanged() -> None:
    ProcessFactory(public=True)
    tag = Client().get("/katalog/atom.xml").headers["ETag"]
    again = Client().get("/katalog/atom.xml", headers={"if-none-match": tag})
    assert again.status_code == 304


def test_the_feed_names_the_authority_not_a_person() -> None:
    held = full_process()
    text = Client().get("/katalog/atom.xml").content.decode()
    assert held.authority.name in text
    assert "(demo)" not in text
