"""Why a file is not kept, in words, and the other sentences about files."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from gevinst.engines.filetext import Code, Refusal
from gevinst.engines.identifiers import mask_all
from gevinst.shared.errors import DomainError

WORDS: dict[Code, Promise] = {
    Code.EMPTY: _("The file is empty."),
    Code.EXECUTABLE: _("The file is a program. Programs cannot be shared here."),
    Code.SCRIPT: _("The file is a script. Put code in a repository, and link to it."),
    Code.MACROS: _("The file holds macros. Save it without macros, for example as .docx or .xlsx."),
    Code.MARKUP: _("Web pages and SVG drawings cannot be shared here. Save it as PDF or PNG."),
    Code.LEGACY: _("The format is an old one that can hide macros. Save it as .docx, .xlsx or PDF."),
    Code.EMBEDDED: _("A file that may do harm is packed inside the document. Take it out."),
    Code.ARCHIVE: _("The archive cannot be read to its end, or is not a zip file."),
    Code.NESTED: _("There is an archive inside the archive. Unpack it first."),
    Code.LOCKED_ARCHIVE: _("The archive is locked, so nobody can see what is in it. Unlock it first."),
    Code.TOO_LARGE: _("Unpacked, the file is too large."),
    Code.MISMATCH: _("The content is of another type than the name says."),
    Code.UNKNOWN: _("This type of file cannot be shared. Save it as PDF, for example."),
}  # fmt: skip
PERSON_NUMBER = _(
    "It holds a person number. Take the number out: describe the case, not the person."
)
NOT_READ_YET = _("The text of the file is not read yet. Share it in a moment.")
GONE = _("There is no such file.")


def refused(refusal: Refusal) -> DomainError:
    """The refusal as an error; `facts["inside"]` names the file within the file."""
    message = WORDS[refusal.code]
    return DomainError("file-" + refusal.code, message, inside=mask_all(refusal.inside))  # type: ignore[arg-type]


def person_number() -> DomainError:
    """What was typed holds a person number; the error does not repeat it."""
    return DomainError("person-number", PERSON_NUMBER)
