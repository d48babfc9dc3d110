"""See README.md."""

from gevinst.engines.businesscase.parameters.asking import at, by_year, number, steps
from gevinst.engines.businesscase.parameters.book import Book, book, shipped
from gevinst.engines.businesscase.parameters.parameter import Dated, Kind, Parameter, Value, When
from gevinst.engines.businesscase.parameters.price_index import PRICE_INDICES, price_growth

__all__ = [
    "PRICE_INDICES",
    "Book",
    "Dated",
    "Kind",
    "Parameter",
    "Value",
    "When",
    "at",
    "book",
    "by_year",
    "number",
    "price_growth",
    "shipped",
    "steps",
]
