"""The graph of a catalogue: what DCAT-AP 3 makes mandatory, in each format the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from rdflib import DCAT, DCTERMS, FOAF, RDF, XSD, Graph, Literal, Namespace, URIRef

from gevinst.engines.opendata import (
    FORMATS,
    Agent,
    Catalogue,
    Contact,
    Dataset,
    Distribution,
    serialised,
    terms,
)
from gevinst.engines.opendata.dcat import graph

VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
AT = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
FILE = Distribution(
    "https://a.example/x#csv", {"da": "CSV"}, "https://a.example/x.csv", "text/csv", terms.CSV, terms.CC_BY
)  # fmt: skip
DATASET = Dataset(
    about="https://a.example/x#dataset",
    identifier="https://a.example/x",
    title={"da": "Titel", "en": "Title"},
    description={"da": "Tekst"},
    keywords={"da": ("robot", "genbrug")},
    themes=(terms.GOVERNMENT,),
    page="https://a.example/x",
    frequency=terms.CONTINUOUS,
    distributions=(FILE,),
    modified=AT,
)
CATALOGUE = Catalogue(
    about="https://a.example/x#catalogue",
    home="https://a.example/x",
    title={"da": "Katalog"},
    description={"da": "Alt"},
    publisher=Agent("Udgiver", "https://a.example/"),
    contact=Contact("Kontakt", "https://a.example/", "data@a.example"),
    licence=terms.CC_BY,
    languages=(terms.DANISH, terms.ENGLISH),
    datasets=(DATASET,),
)
MADE = graph(CATALOGUE)


@pytest.mark.parametrize(
    ("kind", "properties"),
    [
        (DCAT.Catalog, (DCTERMS.title, DCTERMS.description, DCTERMS.publisher, DCAT.dataset)),
        (DCAT.Dataset, (DCTERMS.title, DCTERMS.description, DCAT.distribution, DCAT.contactPoint)),
        (DCAT.Distribution, (DCAT.accessURL, DCTERMS.license, DCTERMS.format, DCAT.mediaType)),
        (FOAF.Agent, (FOAF.name,)),
        (VCARD.Organization, (VCARD.fn, VCARD.hasEmail)),
    ],
)
def test_each_thing_has_what_it_must(kind: URIRef, properties: tuple[URIRef, ...]) -> None:
    [node] = MADE.subjects(RDF.type, kind)
    assert [one for one in properties if (node, one, None) not in MADE] == []


@pytest.mark.parametrize("ending", FORMATS)
def test_every_format_holds_the_same_graph(ending: str) -> None:
    library = {"ttl": "turtle", "rdf": "xml", "jsonld": "json-ld"}[ending]
    assert Graph().parse(data=serialised(CATALOGUE, ending), format=library).isomorphic(MADE)


def test_texts_have_a_language_and_moments_a_type() -> None:
    node = URIRef(DATASET.about)
    titles = {(str(one), one.language) for one in MADE.objects(node, DCTERMS.title)}  # type: ignore[attr-defined]
    assert titles == {("Titel", "da"), ("Title", "en")}
    assert MADE.value(node, DCTERMS.modified) == Literal(AT.isoformat(), datatype=XSD.dateTime)


@pytest.mark.parametrize(
    ("dataset", "predicate"),
    [(replace(DATASET, modified=None), DCTERMS.modified), (DATASET, DCTERMS.issued)],
)
def test_what_is_not_known_is_not_told(dataset: Dataset, predicate: URIRef) -> None:
    made = graph(replace(CATALOGUE, datasets=(dataset,)))
    assert (URIRef(dataset.about), predicate, None) not in made


def test_a_contact_without_an_address_is_a_page() -> None:
    made = graph(replace(CATALOGUE, contact=Contact("Kontakt", "https://a.example/")))
    assert list(made.objects(None, VCARD.hasEmail)) == []
    assert list(made.objects(None, VCARD.hasURL)) == [URIRef("https://a.example/")]


def test_a_standard_that_a_file_follows_is_named() -> None:
    file = replace(FILE, conforms_to="https://s.example/")
    made = graph(replace(CATALOGUE, datasets=(replace(DATASET, distributions=(file,)),)))
    assert (URIRef(FILE.about), DCTERMS.conformsTo, URIRef("https://s.example/")) in made


def test_an_unknown_format_is_an_error() -> None:
    with pytest.raises(KeyError):
        serialised(CATALOGUE, "csv")
