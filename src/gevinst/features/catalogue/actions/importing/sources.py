"""Reads the file of an import; what makes it unreadable becomes a domain error in words."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from gevinst.engines.exchange.csvfile import Mapping, guessed, mapping_from, opened, read_csv
from gevinst.engines.exchange.os2autoproces import read_excel, read_rest
from gevinst.engines.exchange.processes import FileFault, Reading
from gevinst.engines.exchange.publiccode import read_publiccode
from gevinst.shared.errors import DomainError

KINDS = ("os2autoproces", "csv", "publiccode")
ZIP = b"PK\x03\x04"
FAULTS: dict[str, Promise] = {
    "not-json": _("The file is not sound JSON: %(where)s."),
    "no-processes": _("The file is JSON but holds no processes (%(where)s)."),
    "not-a-workbook": _("The file cannot be opened as an Excel workbook."),
    "too-large": _("The file is too large."),
    "no-heading": _("The first row does not name the columns. Not found: %(where)s."),
    "not-text": _("The file is not text in UTF-8 or Windows-1252."),
    "not-csv": _("The file is not sound CSV: %(where)s."),
    "no-such-field": _("There is no field of this name: %(where)s."),
    "no-such-column": _("The file has no column of this name: %(where)s."),
    "no-title-column": _("Say which column holds the title."),
    "not-yaml": _("The file is not sound YAML: %(where)s."),
    "not-publiccode": _("The file is YAML but not a publiccode.yml."),
}


@dataclass(frozen=True, slots=True)
class Options:
    """How a file is read. `mapping` is field to column (None: guessed); the others are for CSV too."""

    mapping: dict[str, Any] | None = None
    encoding: str = ""
    delimiter: str = ""
    authority_id: int | None = None
    extra: dict[str, Any] = field(default_factory=dict)

    def stored(self) -> dict[str, Any]:
        """Plain values, as a run keeps them."""
        return asdict(self)


def read(kind: str, content: bytes, options: Options) -> Reading:
    """The records of a file of one of `KINDS`. Raises `DomainError("invalid")`."""
    if not content.strip():
        raise DomainError("invalid", _("The file is empty."))
    try:
        return _reading(kind, content, options)
    except FileFault as fault:
        raise unreadable(fault) from fault


def unreadable(fault: FileFault) -> DomainError:
    """The fault in words."""
    return DomainError("invalid", FAULTS[fault.code] % {"where": str(fault)}, reason=fault.code)


def _reading(kind: str, content: bytes, options: Options) -> Reading:
    if kind == "os2autoproces":
        return read_excel(content) if content.startswith(ZIP) else read_rest(content)
    if kind == "publiccode":
        return read_publiccode(content)
    if kind != "csv":
        raise DomainError("invalid", _("There is no such source."))
    table = opened(content, encoding=options.encoding, delimiter=options.delimiter)
    return read_csv(table, _mapping(options.mapping, table.headings))


def _mapping(stated: dict[str, Any] | None, headings: tuple[str, ...]) -> Mapping:
    if stated is not None:
        return mapping_from(stated, headings)
    found = guessed(headings)
    if "title" not in found.columns:
        raise FileFault("no-title-column", "")
    return found


def mapping_file(content: bytes) -> dict[str, Any]:
    """A mapping written in JSON or TOML: field to heading. Raises `DomainError("invalid")`."""
    import tomllib

    try:
        text = content.decode("utf-8-sig")
        found = json.loads(text) if text.lstrip().startswith("{") else tomllib.loads(text)
    except (UnicodeDecodeError, ValueError) as fault:
        message = _("The mapping is neither sound JSON nor TOML: %(why)s") % {"why": fault}
        raise DomainError("invalid", message) from fault
    return dict(found)
