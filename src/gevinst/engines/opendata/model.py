"""What is told of open data: a catalogue of datasets, each with its files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

# Language tag to text.
Texts = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Agent:
    """Who publishes."""

    name: str
    home: str


@dataclass(frozen=True, slots=True)
class Contact:
    """A role that answers questions; never a person."""

    name: str
    page: str
    email: str = ""


@dataclass(frozen=True, slots=True)
class Distribution:
    """A file of a dataset; `format` and `licence` are terms of `terms.py`."""

    about: str
    title: Texts
    download: str
    media_type: str
    format: str
    licence: str
    conforms_to: str = ""


@dataclass(frozen=True, slots=True)
class Dataset:
    """A dataset; `about` is its own address, `page` where people read of it."""

    about: str
    identifier: str
    title: Texts
    description: Texts
    keywords: Mapping[str, tuple[str, ...]]
    themes: tuple[str, ...]
    page: str
    frequency: str
    distributions: tuple[Distribution, ...]
    issued: datetime | None = None
    modified: datetime | None = None


@dataclass(frozen=True, slots=True)
class Catalogue:
    """A catalogue of datasets of one publisher."""

    about: str
    home: str
    title: Texts
    description: Texts
    publisher: Agent
    contact: Contact
    licence: str
    languages: tuple[str, ...]
    datasets: tuple[Dataset, ...]
    modified: datetime | None = None
