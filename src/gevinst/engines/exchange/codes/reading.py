"""Which reader a file of codes needs."""

from __future__ import annotations

from gevinst.engines.exchange.codes.form import read_form
from gevinst.engines.exchange.codes.kle import read_kle
from gevinst.engines.exchange.codes.record import CodeList
from gevinst.engines.exchange.codes.table import read_table
from gevinst.engines.exchange.faults import UnreadableFile

_MARKUP = {"kle": read_kle, "form": read_form}


def read_codes(scheme: str, content: bytes) -> CodeList:
    """The code list of a file; `scheme` is "kle", "form" or "kla". Raises `UnreadableFile`.

    >>> read_codes("form", b"Nummer;Navn\\n05;Borgerservice\\n").records[0].title
    'Borgerservice'
    """
    if not content.strip():
        raise UnreadableFile("empty", "The file is empty.")
    if content.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<") and scheme in _MARKUP:
        return _MARKUP[scheme](content)
    return read_table(scheme, content)
