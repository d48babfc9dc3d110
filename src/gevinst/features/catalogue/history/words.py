"""Values of the history in words: names for ids, labels for choices, nothing that the reader may not see."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Field
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gevinst.features.accounts import queries as accounts
from gevinst.features.catalogue.history.timeline import FIELDS, Key, State
from gevinst.features.catalogue.models import Domain, ItSystem, Process, Technology
from gevinst.features.catalogue.permissions import readable
from gevinst.shared.actor import Actor

BY_NAME: dict[str, Field[Any, Any]] = {one.name: one for one in FIELDS}
LABELS = {
    "legal_clauses": gettext_lazy("legal clause"),
    "co_editors": gettext_lazy("co-editor"),
    "parts": gettext_lazy("part of the umbrella"),
    "part_of": gettext_lazy("umbrella"),
    "blocks": gettext_lazy("building block"),
    "attachments": gettext_lazy("attachment"),
}
# Which fields hold ids, and of what.
KINDS = {
    "authority": "authority",
    "owner": "person", "contact": "person", "reporter": "person", "co_editors": "person",
    "systems_today": "system", "systems_used": "system", "technologies": "technology",
    "units": "unit", "parts": "process", "part_of": "process",
}  # fmt: skip


class Words:
    """Says values for one reader; the names of everything in `states` are asked for once."""

    def __init__(self, actor: Actor, internal: bool, states: Iterable[State]) -> None:
        self.internal = internal
        ids: dict[str, set[int]] = {}
        for state in states:
            for (name, _row), value in state.items():
                if name in KINDS and value:
                    ids.setdefault(KINDS[name], set()).update(_ids(value))
        self._names = {kind: _names(kind, wanted, actor) for kind, wanted in ids.items()}

    def label(self, key: Key) -> str:
        """What the field is called."""
        return str(LABELS.get(key[0]) or BY_NAME[key[0]].verbose_name)

    def say(self, key: Key, value: Any) -> str:
        """The value as the reader sees it; "" for none, and for what is not for the reader."""
        name = key[0]
        if value in (None, "", [], ()):
            return ""
        if name in KINDS:
            known = self._names[KINDS[name]]
            unseen = "" if KINDS[name] == "process" else _("deleted")
            return ", ".join(str(known.get(one, unseen)) for one in _ids(value))
        if name == "attachments":
            filename, description, _digest, internal = value
            return "" if internal and not self.internal else _joined(filename, description)
        if name == "legal_clauses":
            text, url, verified, months = value
            seen = _("verified %(day)s") % {"day": _plain(verified)} if verified else ""
            return _joined(text, url, seen, _("every %(n)s months") % {"n": months})
        return _joined(*value) if name == "blocks" else _field(BY_NAME[name], value)


def _field(field: Field[Any, Any], value: Any) -> str:
    if field.name == "domains":
        return ", ".join(str(Domain(one).label) for one in value)
    if field.name == "links":
        return ", ".join(_joined(one.get("title", ""), one.get("url", "")) for one in value)
    if field.name == "automatable":
        return f"{number_format(Decimal(value * 100).normalize())} %"
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    return ", ".join(value) if isinstance(value, list) else _plain(value)


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return str(_("yes")) if value else str(_("no"))
    if isinstance(value, date):
        return str(date_format(value, "Y-m-d"))
    if isinstance(value, Decimal):
        return str(number_format(value))
    return str(value)


def _joined(*parts: object) -> str:
    return " · ".join(str(part) for part in parts if part)


def _ids(value: Any) -> list[int]:
    return [one for one in value if one] if isinstance(value, list | tuple) else [value]


def _names(kind: str, ids: set[int], actor: Actor) -> dict[int, str]:
    if kind == "process":
        found = Process.objects.filter(readable(actor), pk__in=ids)
        return dict(found.values_list("pk", "title"))
    if kind in {"system", "technology"}:
        model = ItSystem if kind == "system" else Technology
        return dict(model.objects.filter(pk__in=ids).values_list("pk", "label"))
    return accounts.names(kind, ids)
