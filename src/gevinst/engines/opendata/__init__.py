"""See README.md. `dcat.graph` is imported where it is needed: its library takes a third of a second."""

from gevinst.engines.opendata.formats import FORMATS, Format, serialised
from gevinst.engines.opendata.model import Agent, Catalogue, Contact, Dataset, Distribution

__all__ = [
    "FORMATS", "Agent", "Catalogue", "Contact", "Dataset", "Distribution", "Format", "serialised",
]  # fmt: skip
