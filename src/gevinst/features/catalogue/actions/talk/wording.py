"""What is typed, before it is kept: some words, not too many, and no person number."""

from __future__ import annotations

from django.utils.translation import gettext as _

from gevinst.engines.identifiers import find_cprs
from gevinst.shared.errors import DomainError


def words(text: str, *, longest: int, needed: bool = True) -> str:
    """The text without surrounding space. Raises `DomainError`: "invalid", "person-number"."""
    said = text.replace("\0", "").replace("\r\n", "\n").strip()
    if needed and not said:
        raise DomainError("invalid", _("Write something first."))
    if len(said) > longest:
        told = _("The text is too long: at most %(limit)s characters.") % {"limit": longest}
        raise DomainError("invalid", told)
    if find_cprs(said):
        told = _("The text holds a person number. Take it out: describe the case, not the person.")
        raise DomainError("person-number", told)
    return said
