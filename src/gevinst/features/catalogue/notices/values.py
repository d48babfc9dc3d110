"""The value of a field as a reader sees it, from what a notice keeps."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.utils.translation import gettext as _

from gevinst.features.catalogue.models import LegalClause, Process
from gevinst.shared.templatetags.gevinst import day


def label(field: str) -> str:
    """The name of a field in the language in force; its own where it has none."""
    if field == "legal_clauses":
        return str(LegalClause._meta.verbose_name_plural)
    if field == "co_editors":
        return _("co-editors")
    if field == "attachments":
        return _("files")
    found = _field(field)
    return str(found.verbose_name) if found is not None else field


def shown(field: str, value: Any) -> str:
    """The value in words: labels of choices, yes and no, days; “nothing” for an empty one."""
    if value is None or value in ("", []):
        return _("nothing")
    if isinstance(value, list):
        return ", ".join(shown(field, one) for one in value)
    if isinstance(value, dict):
        return str(value.get("title") or value.get("text") or value.get("url") or "")
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    found = _field(field)
    if isinstance(found, models.DateField):
        return day(date.fromisoformat(str(value)))
    return str(_choices(found).get(value, value))


def _field(name: str) -> models.Field[Any, Any] | None:
    try:
        found = Process._meta.get_field(name)
    except FieldDoesNotExist:
        return None
    return found if isinstance(found, models.Field) else None


def _choices(field: models.Field[Any, Any] | None) -> dict[Any, Any]:
    inner = getattr(field, "base_field", field)
    return dict(inner.flatchoices) if inner is not None else {}
