"""The codes of an import in words: outcomes, reasons, and what was not understood."""

from __future__ import annotations

import re

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from gevinst.features.catalogue.notices.values import label

OUTCOMES: dict[str, Promise] = {
    "refused": gettext_lazy("Not taken in"),
    "kept": gettext_lazy("Changed at both ends"),
    "changed": gettext_lazy("Changed at the source"),
    "new": pgettext_lazy("processes", "New"),
    "same": gettext_lazy("Unchanged"),
    "other": gettext_lazy("Of other authorities"),
}
KINDS = {
    "refused": "error", "kept": "warning", "changed": "info", "new": "success", "same": "", "other": "",
}  # fmt: skip
SOURCES: dict[str, Promise | str] = {
    "os2autoproces": "OS2autoproces",
    "csv": gettext_lazy("CSV file"),
    "publiccode": "publiccode.yml",
}
REASONS: dict[str, Promise] = {
    "no-authority": gettext_lazy("The file does not say which authority it is of. Choose one."),
    "unknown-authority": gettext_lazy("No such authority is known here."),
    "other-authority": gettext_lazy("It is of another authority than the one you chose."),
    "not-yours": gettext_lazy("You do not administer this authority."),
    "personal": gettext_lazy("It is personal at the source, and not yours."),
    "personal-here": gettext_lazy("Somebody made it personal here."),
    "taken": gettext_lazy("The id is taken by a process of another authority."),
    "changed-meanwhile": gettext_lazy(
        "It was changed while the import ran. Import the file again."
    ),
    "unsound": gettext_lazy("A field has a value that cannot be kept."),
    "database": gettext_lazy("The database refused it."),
    "no-title": gettext_lazy("It has no title."),
    "no-id": gettext_lazy("It has no id."),
    "twice": gettext_lazy("The file has another process with the same id."),
    "unreadable-record": gettext_lazy("It is not a process."),
}
WHATS: dict[str, Promise] = {
    "unknown-value": gettext_lazy("not one of the choices"),
    "not-a-number": gettext_lazy("not a number"),
    "out-of-range": gettext_lazy("too small or too large"),
    "not-a-day": gettext_lazy("not a date"),
    "not-yes-or-no": gettext_lazy("neither yes nor no"),
    "not-an-address": gettext_lazy("not a sound address"),
    "too-long": gettext_lazy("too long"),
    "wrong-type": gettext_lazy("not a value of this kind"),
    "formula": gettext_lazy("a formula without a result"),
    "unknown-field": gettext_lazy("not known here"),
    "no-title": gettext_lazy("missing"),
    "no-id": gettext_lazy("missing"),
    "twice": gettext_lazy("there twice"),
    "unreadable-record": gettext_lazy("not a process"),
    "not-carried": gettext_lazy("has no place here"),
    "no-account": gettext_lazy("mentions of people without an account here: names are not kept"),
    "no-unit": gettext_lazy("no unit of the authority"),
}
DONES: dict[str, Promise] = {
    "left-out": gettext_lazy("left out"),
    "shortened": gettext_lazy("shortened"),
    "moved": gettext_lazy("shortened; the whole stands first in the description"),
    "refused": gettext_lazy("the process was not taken in"),
}
OWN_NAMES: dict[str, Promise] = {
    "parts": gettext_lazy("Processes under the umbrella (ids at the source)"),
    "people": gettext_lazy("People"),
}
_PLACE = re.compile(r"(row|line|record|column) (\d+)\Z")


def reason(code: str) -> str:
    """Why a record was not taken in."""
    return str(REASONS.get(code, code))


def field_name(name: str) -> str:
    """The name of a field; a column keeps the heading that it has in the file."""
    return str(OWN_NAMES.get(name) or label(name))


def place(text: str) -> str:
    """Where in the file."""
    found = _PLACE.match(text)
    if found is None:
        return text
    words = {"row": _("row"), "line": _("line"), "record": _("record"), "column": _("column")}
    return f"{words[found.group(1)]} {found.group(2)}"


def remark(what: str, done: str) -> str:
    """What was wrong with a value, and what was done."""
    return f"{WHATS.get(what, what)}: {DONES.get(done, done)}"
