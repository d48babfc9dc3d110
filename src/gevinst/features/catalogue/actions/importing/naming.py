"""Systems, technologies and units by their names: known ones as ids, new ones made when it is carried out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from gevinst.features.accounts import queries as accounts
from gevinst.features.catalogue.actions.systems import system_named, technology_named
from gevinst.features.catalogue.models import ItSystem, Technology

if TYPE_CHECKING:
    from gevinst.features.accounts.models import Authority

SYSTEMS = ("systems_today", "systems_used")
NAMED = (*SYSTEMS, "technologies")


class Names:
    """Everything that has a name, read once."""

    def __init__(self) -> None:
        self.systems = dict(ItSystem.objects.values_list("key", "pk"))
        self.technologies = dict(Technology.objects.values_list("key", "pk"))
        self.labels = {
            "systems": dict(ItSystem.objects.values_list("pk", "label")),
            "technologies": dict(Technology.objects.values_list("pk", "label")),
        }
        self.units: dict[int, dict[str, int]] = {}
        self.unit_labels: dict[int, str] = {}

    def known(self, field: str, names: Iterable[str]) -> list[int | str]:
        """Ids of those that are known, the names of those that are not, each once."""
        book = self.systems if field in SYSTEMS else self.technologies
        return list(dict.fromkeys(book.get(_key(name), name) for name in names))

    def units_of(self, authority: Authority, names: Iterable[str]) -> tuple[list[int], list[str]]:
        """Ids of the authority's units with these names, and the names that it has no unit of."""
        if authority.pk not in self.units:
            held = list(accounts.units(authority).values_list("pk", "name"))
            self.units[authority.pk] = {_key(name): pk for pk, name in held}
            self.unit_labels |= dict(held)
        found = {name: self.units[authority.pk].get(_key(name)) for name in names}
        return [pk for pk in found.values() if pk], [name for name, pk in found.items() if not pk]

    def made(self, facts: dict[str, Any]) -> dict[str, Any]:
        """`facts` with an id for every name; what nobody had is made."""
        return {
            name: self._made(name, value) if name in NAMED else value
            for name, value in facts.items()
        }

    def _made(self, field: str, values: Sequence[int | str]) -> list[int]:
        book, make = (
            (self.systems, system_named)
            if field in SYSTEMS
            else (self.technologies, technology_named)
        )
        ids = []
        for value in values:
            if isinstance(value, int):
                ids.append(value)
                continue
            if _key(value) not in book:
                book[_key(value)] = make(value).pk
            ids.append(book[_key(value)])
        return list(dict.fromkeys(ids))

    def shown(self, field: str, value: Any) -> Any:
        """The value with labels for ids, as a report keeps it."""
        if field in NAMED:
            labels = self.labels["systems" if field in SYSTEMS else "technologies"]
            return [labels.get(one, one) for one in value or []]
        if field == "units":
            return [self.unit_labels.get(one, one) for one in value or []]
        return value


def _key(name: str) -> str:
    return " ".join(name.casefold().split())
