"""The cells of one row of the Excel file: most are a field, a few need the cell beside them."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from gevinst.engines.exchange.os2autoproces.names import DETAILS
from gevinst.engines.exchange.processes.draft import Draft
from gevinst.engines.exchange.processes.lists import several
from gevinst.engines.exchange.processes.texts import one_line
from gevinst.engines.exchange.workbook import Formula

Row = dict[str, tuple[str, Any]]  # field to (heading, cell)
APART = frozenset({"id", "contact_mail", "contact", "links", "attachments"})
CODE_HOSTS = ("github.", "gitlab.", "bitbucket.", "codeberg.", "dev.azure.", "git.")


def take(draft: Draft, cells: Row) -> None:
    """Puts the cells into the record."""
    sound = {field: cell for field, cell in cells.items() if not isinstance(cell[1], Formula)}
    for field, (heading, cell) in cells.items():
        if field not in sound:
            draft.remark(heading, cell, "formula")
        elif field not in APART:
            draft.put(field, cell, column=heading)
    _contact(draft, sound)
    if "links" in sound:
        _links(draft, *sound["links"])
    heading, names = sound.get("attachments", ("", ""))
    if names:
        draft.remark(heading, names, "not-carried")


def _contact(draft: Draft, cells: Row) -> None:
    """The contact's name and the mail address beside it are one person."""
    if "contact" not in cells and "contact_mail" not in cells:
        return
    name, mail = cells.get("contact", ("", None))[1], cells.get("contact_mail", ("", None))[1]
    draft.put("contact", {"name": name, "email": mail}, column=cells.get("contact", ("Mail",))[0])


def _links(draft: Draft, heading: str, cell: Any) -> None:
    """The process's own address is left out, a repository stands first; the rest may be internal."""
    found = [one for one in several(cell, "\n ") if not one_line(str(one)).startswith(DETAILS)]
    repository = found[0] if found and _holds_code(found[0]) else ""
    draft.put("repository_url", repository, column=heading)
    draft.put("internal_links", found[1:] if repository else found, column=heading)


def _holds_code(address: Any) -> bool:
    try:
        parts = urlsplit(one_line(str(address)))
    except ValueError:
        return False
    host = (parts.hostname or "").casefold()
    return host.startswith(CODE_HOSTS) or parts.path.endswith(".git")
