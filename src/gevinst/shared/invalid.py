"""What pydantic finds wrong with a request, in the user's language and without what was sent."""

from __future__ import annotations

from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

_MESSAGES: dict[str, Promise] = {
    "missing": _("This is needed."),
    "string_type": _("This must be a text."),
    "string_too_long": _("At most %(max_length)s characters."),
    "string_too_short": _("At least %(min_length)s characters."),
    "int_parsing": _("This must be a whole number."),
    "int_type": _("This must be a whole number."),
    "int_from_float": _("This must be a whole number."),
    "greater_than_equal": _("At least %(ge)s."),
    "less_than_equal": _("At most %(le)s."),
    "enum": _("Choose one of: %(expected)s."),
    "literal_error": _("Choose one of: %(expected)s."),
    "list_type": _("This must be a list."),
    "json_invalid": _("This is not JSON."),
    "extra_forbidden": _("This field is not known."),
}
_DATES = _("This must be a date or a time, as 2026-02-03 or 2026-02-03T14:05:00Z.")
_OTHER = _("This value cannot be used.")


def field_problems(found: list[dict[str, Any]]) -> list[dict[str, str]]:
    """`field` is where, as `query.limit` or `body.title`; `message` is what is wanted there."""
    return [{"field": _where(one["loc"]), "message": _message(one)} for one in found]


def _where(location: tuple[str | int, ...]) -> str:
    return ".".join(str(part) for part in location if part != "payload")


def _message(one: dict[str, Any]) -> str:
    kind: str = one["type"]
    limits: dict[str, Any] = one.get("ctx", {})
    if kind.startswith(("date_", "datetime_")) or one["loc"][-1] == "since":
        return str(_DATES)
    return str(_MESSAGES.get(kind, _OTHER)) % limits
