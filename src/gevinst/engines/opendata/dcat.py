"""A catalogue as a graph of DCAT-AP 3: every property that it makes mandatory, and what it recommends."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from rdflib import DCAT, DCTERMS, FOAF, RDF, XSD, BNode, Graph, Literal, Namespace, URIRef
from rdflib.term import Node

from gevinst.engines.opendata import terms
from gevinst.engines.opendata.model import Catalogue, Contact, Dataset, Distribution, Texts

VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
DCATAP = Namespace("http://data.europa.eu/r5r/")


def graph(catalogue: Catalogue) -> Graph:
    """The triples of the catalogue with its datasets and distributions.

    Source: DCAT-AP 3.0.0. Mandatory: title, description and publisher of a catalogue, title and description
    of a dataset, the access address of a distribution, the name of an agent.
    """
    made = Graph()
    made.bind("dcat", DCAT)
    made.bind("dct", DCTERMS)
    made.bind("foaf", FOAF)
    made.bind("vcard", VCARD)
    made.bind("dcatap", DCATAP)
    node = URIRef(catalogue.about)
    made.add((node, RDF.type, DCAT.Catalog))
    _texts(made, node, catalogue.title, catalogue.description)
    _links(
        made,
        node,
        {
            DCTERMS.license: catalogue.licence,
            FOAF.homepage: catalogue.home,
            DCTERMS.spatial: terms.DENMARK,
        },
    )
    for language in catalogue.languages:
        made.add((node, DCTERMS.language, URIRef(language)))
    _moment(made, node, DCTERMS.modified, catalogue.modified)
    publisher = _publisher(made, catalogue)
    made.add((node, DCTERMS.publisher, publisher))
    contact = _contact(made, catalogue.contact)
    for dataset in catalogue.datasets:
        made.add((node, DCAT.dataset, URIRef(dataset.about)))
        _dataset(made, dataset, publisher, contact)
        for language in catalogue.languages[:1]:
            made.add((URIRef(dataset.about), DCTERMS.language, URIRef(language)))
    return made


def _publisher(made: Graph, catalogue: Catalogue) -> Node:
    node = URIRef(f"{catalogue.home}#publisher")
    made.add((node, RDF.type, FOAF.Agent))
    made.add((node, FOAF.name, Literal(catalogue.publisher.name)))
    made.add((node, FOAF.homepage, URIRef(catalogue.publisher.home)))
    return node


def _contact(made: Graph, contact: Contact) -> Node:
    node = BNode("contact")
    made.add((node, RDF.type, VCARD.Organization))
    made.add((node, VCARD.fn, Literal(contact.name)))
    made.add((node, VCARD.hasURL, URIRef(contact.page)))
    if contact.email:
        made.add((node, VCARD.hasEmail, URIRef(f"mailto:{contact.email}")))
    return node


def _dataset(made: Graph, dataset: Dataset, publisher: Node, contact: Node) -> None:
    node = URIRef(dataset.about)
    made.add((node, RDF.type, DCAT.Dataset))
    made.add((node, DCTERMS.identifier, Literal(dataset.identifier)))
    _texts(made, node, dataset.title, dataset.description)
    _links(
        made,
        node,
        {
            DCAT.landingPage: dataset.page,
            DCTERMS.accrualPeriodicity: dataset.frequency,
            DCTERMS.accessRights: terms.PUBLIC,
            DCTERMS.spatial: terms.DENMARK,
        },
    )
    for theme in dataset.themes:
        made.add((node, DCAT.theme, URIRef(theme)))
    for language, words in dataset.keywords.items():
        for word in words:
            made.add((node, DCAT.keyword, Literal(word, lang=language)))
    _moment(made, node, DCTERMS.issued, dataset.issued)
    _moment(made, node, DCTERMS.modified, dataset.modified)
    made.add((node, DCTERMS.publisher, publisher))
    made.add((node, DCAT.contactPoint, contact))
    for each in dataset.distributions:
        made.add((node, DCAT.distribution, URIRef(each.about)))
        _distribution(made, each, dataset)


def _distribution(made: Graph, each: Distribution, dataset: Dataset) -> None:
    node = URIRef(each.about)
    made.add((node, RDF.type, DCAT.Distribution))
    for language, text in each.title.items():
        made.add((node, DCTERMS.title, Literal(text, lang=language)))
    links = {
        DCAT.accessURL: each.download,
        DCAT.downloadURL: each.download,
        DCAT.mediaType: terms.MEDIA_TYPES + each.media_type,
        DCTERMS.format: each.format,
        DCTERMS.license: each.licence,
        DCATAP.availability: terms.STABLE,
    }
    _links(made, node, links | ({DCTERMS.conformsTo: each.conforms_to} if each.conforms_to else {}))
    _moment(made, node, DCTERMS.modified, dataset.modified)


def _texts(made: Graph, node: Node, title: Texts, description: Texts) -> None:
    for predicate, texts in ((DCTERMS.title, title), (DCTERMS.description, description)):
        for language, text in texts.items():
            made.add((node, predicate, Literal(text, lang=language)))


def _links(made: Graph, node: Node, links: Mapping[URIRef, str]) -> None:
    for predicate, address in links.items():
        made.add((node, predicate, URIRef(address)))


def _moment(made: Graph, node: Node, predicate: URIRef, at: datetime | None) -> None:
    if at is not None:
        made.add((node, predicate, Literal(at.isoformat(), datatype=XSD.dateTime)))
