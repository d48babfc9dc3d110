"""What the parts of a process are called where one chooses what to reuse."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from gevinst.features.catalogue.models import Process

PARTS: dict[str, Promise] = {
    "systems": _("Systems and technologies"),
    "effort": _("Time and volume"),
    "suitability": _("The nine answers about suitability"),
    "result": _("How often it runs"),
    "implementation": _("Automation and implementation notes"),
    "openness": _("Code, infrastructure, policies and documents"),
    "law": _("Legal clauses, to be verified by you"),
    "blocks": _("Building blocks with their versions"),
}


def labels(names: Iterable[str]) -> list[str]:
    """The fields by their names on screen, each once, in the order of the table."""
    wanted = set(names)
    fields = Process._meta.concrete_fields
    return [str(field.verbose_name) for field in fields if field.name in wanted]


def filled(process: Process, names: Iterable[str]) -> list[str]:
    """Those of the fields in which the process has something to say."""
    said = [name for name in names if getattr(process, name) not in (None, "", [])]
    return labels(said)
