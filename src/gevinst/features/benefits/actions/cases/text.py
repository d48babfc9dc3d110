"""The text of a case file as it is kept: not too long, with a title."""

from __future__ import annotations

from django.utils.translation import gettext as _

from gevinst.engines.businesscase.casefile.document import CaseFault
from gevinst.engines.businesscase.casefile.exact_yaml import MAX_BYTES, parsed
from gevinst.shared.errors import DomainError

TITLE = 300


def titled(title: str) -> str:
    """The title as it is kept. Raises `DomainError("invalid")` where there is none."""
    if not title.strip():
        raise DomainError("invalid", _("Give the case a title."), field="title")
    return title.strip()[:TITLE]


def title_of(text: str) -> str:
    """The title that the file states; "" where it states none."""
    try:
        return str(file_of(text).get("title", "")).strip()[:TITLE]
    except DomainError:
        return ""


def file_of(text: str) -> dict[str, object]:
    """The values of a text. Raises `DomainError("invalid")` where it is not a file of keys and values."""
    try:
        data = parsed(sound(text)).data
    except CaseFault as fault:
        message = _("This is not a case file: line %(line)s.") % {"line": fault.line}
        raise DomainError("invalid", message, field="file") from fault
    if not isinstance(data, dict):
        raise DomainError("invalid", _("This is not a case file."), field="file")
    return data


def sound(text: str) -> str:
    """The text as the database keeps it. Raises `DomainError("invalid")` where it is too long."""
    clean = text.replace("\r\n", "\n").replace("\x00", "")
    if len(clean.encode()) > MAX_BYTES:
        raise DomainError("invalid", _("The case file is too long."), field="file")
    return clean
