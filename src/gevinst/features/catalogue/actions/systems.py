"""IT systems and technologies by their names: found whatever the case, made when nobody had them."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from gevinst.features.catalogue.models import ItSystem, Technology
from gevinst.shared.errors import DomainError

LONGEST = 120


def system_named(label: str, vendor: str = "") -> ItSystem:
    """The system with that name; a vendor is written down where none was known.

    Raises `DomainError("invalid")` for a name that is empty or longer than `LONGEST`.
    """
    name, vendor = _tidy(label), " ".join(vendor.split())[:LONGEST]
    found, _made = ItSystem.objects.get_or_create(
        key=_key(name), defaults={"label": name, "vendor": vendor}
    )
    if vendor and not found.vendor:
        found.vendor = vendor
        found.save(update_fields=["vendor"])
    return found


def technology_named(label: str) -> Technology:
    """The technology with that name. Raises `DomainError("invalid")` as `system_named` does."""
    name = _tidy(label)
    return Technology.objects.get_or_create(key=_key(name), defaults={"label": name})[0]


def _tidy(label: str) -> str:
    name = " ".join(label.replace("\0", "").split())
    if not name or len(name) > LONGEST or len(_key(name)) > LONGEST:
        message = _("A name has between 1 and %(most)s characters.") % {"most": LONGEST}
        raise DomainError("invalid", message)
    return name


def _key(name: str) -> str:
    return " ".join(name.casefold().split())
