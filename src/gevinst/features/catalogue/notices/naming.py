"""What changed, with names in place of ids, so that a notice can be read without looking anything up."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any

from gevinst.features.accounts.queries import people_names, unit_names
from gevinst.features.catalogue.models import ItSystem, Technology
from gevinst.features.catalogue.notices.stored import stored

Names = Callable[[Collection[int]], Mapping[int, str]]


def _systems(ids: Collection[int]) -> Mapping[int, str]:
    return dict(ItSystem.objects.filter(pk__in=ids).values_list("pk", "label"))


def _technologies(ids: Collection[int]) -> Mapping[int, str]:
    return dict(Technology.objects.filter(pk__in=ids).values_list("pk", "label"))


NAMED: dict[str, Names] = {
    "systems_today": _systems,
    "systems_used": _systems,
    "technologies": _technologies,
    "units": unit_names,
    **dict.fromkeys(("owner", "contact", "reporter", "co_editors"), people_names),
}


def changes(changed: Mapping[str, tuple[Any, Any]]) -> list[list[Any]]:
    """`[field, before, after]` of each change, as a notice keeps them; ids without a name are left out."""
    return [
        [field, *_named(field, before, after)] for field, (before, after) in sorted(changed.items())
    ]


def _named(field: str, before: Any, after: Any) -> tuple[Any, Any]:
    find = NAMED.get(field)
    if find is None:
        return stored(before), stored(after)
    names = find({*_ids(before), *_ids(after)})
    old, new = ([names[one] for one in _ids(value) if one in names] for value in (before, after))
    return old, new


def _ids(value: Any) -> list[int]:
    if value is None:
        return []
    return list(value) if isinstance(value, list | tuple) else [value]
