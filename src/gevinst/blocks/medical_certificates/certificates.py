"""The number of a medical certificate (LÆ 285), however it is written, in documents and in registers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from gevinst.engines.blockkit.arrays import column
from gevinst.engines.einvoice.model import Line
from gevinst.engines.invoicing.cases import plain_case
from gevinst.engines.invoicing.codes import Codes
from gevinst.engines.invoicing.places import Found, Place
from gevinst.engines.invoicing.services import Service, code_places, text_places

if TYPE_CHECKING:
    import pyarrow as pa

WRITTEN = re.compile(
    r"(?<![^\W_])(?:L(?:Æ|AE)|l(?:æ|ae)ge(?:erkl(?:æ|ae)ring|attest)(?:en|er)?)[\s.:-]{0,3}"
    r"(?:(?:nr|nummer)[\s.:]{1,3})?(?P<digits>[0-9]{3})(?![0-9])",
    re.IGNORECASE,
)
BARE = re.compile(r"[0-9]{3}")


def certificate(line: Line, codes: Codes) -> Service:
    """The certificates that the line names in the places made for a code, else in its texts.

    A number alone counts where it stands in a place for codes and the registers know it, or know none.
    """
    found = _in_codes(line, codes) or _in_texts(line)
    if not found:
        return Service((), None)
    return Service(tuple(found), Found(*next(iter(found.items()))))


def plain_certificate(text: str) -> str:
    """The number as it is compared; a text that is no certificate's stays itself.

    >>> [plain_certificate(each) for each in ("LÆ 285", "lae-285", "285", "x")]
    ['LÆ285', 'LÆ285', 'LÆ285', 'x']
    """
    stripped = text.strip()
    if BARE.fullmatch(stripped):
        return f"LÆ{stripped}"
    match = WRITTEN.fullmatch(stripped)
    return f"LÆ{match['digits']}" if match else stripped


def as_written(_: str, table: pa.Table) -> pa.Table:
    """The register with its certificates and case numbers as the lines are read."""
    for name, plain in (("certificate", plain_certificate), ("case_number", plain_case)):
        if name in table.column_names:
            table = _rewritten(table, name, plain)
    return table


def _in_codes(line: Line, codes: Codes) -> dict[str, Place]:
    found: dict[str, Place] = {}
    for place in code_places(line):
        number = plain_certificate(place.text)
        alone = BARE.fullmatch(place.text) and (number in codes.known or not codes.known)
        for each in [number] if alone else _named(place.text):
            found.setdefault(each, place)
    return found


def _in_texts(line: Line) -> dict[str, Place]:
    found: dict[str, Place] = {}
    for place in text_places(line):
        for each in _named(place.text):
            found.setdefault(each, place)
    return found


def _named(text: str) -> Iterator[str]:
    return (f"LÆ{match['digits']}" for match in WRITTEN.finditer(text))


def _rewritten(table: pa.Table, name: str, plain: Callable[[str], str]) -> pa.Table:
    values = [None if each is None else plain(each) for each in table[name].to_pylist()]
    at = table.column_names.index(name)
    return table.set_column(at, name, column("str", values))
