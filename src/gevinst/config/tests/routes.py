"""Every address of the site, from the resolver itself, and the objects that fill its parameters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver, reverse

from gevinst.config.tests.world import World


@dataclass(frozen=True)
class Route:
    """One address: its full name, how it is written, and its parameters."""

    name: str
    pattern: str
    parameters: frozenset[str]

    def __str__(self) -> str:
        return self.name or self.pattern


def routes() -> list[Route]:
    """Every route of every room, allauth's and the API's too."""
    return list(_walk(get_resolver(), "", ""))


def _walk(resolver: URLResolver, prefix: str, names: str) -> Iterator[Route]:
    for entry in resolver.url_patterns:
        pattern = prefix + str(entry.pattern)
        if isinstance(entry, URLResolver):
            space = f"{entry.namespace}:" if entry.namespace else ""
            yield from _walk(entry, pattern, names + space)
        elif isinstance(entry, URLPattern):
            named = frozenset(re.findall(r"<(?:\w+:)?(\w+)>", pattern))
            yield Route(f"{names}{entry.name}" if entry.name else "", pattern, named)


def address(route: Route, world: World) -> str:
    """The route's address with the world's objects in it. Raises `KeyError` for a parameter nobody fills."""
    if not route.name:
        return "/" + route.pattern
    facts = {name: _value(route, name, world) for name in route.parameters}
    return reverse(route.name, kwargs=facts)


def _value(route: Route, parameter: str, world: World) -> Any:
    by_route = world.by_route.get(route.name, {})
    return by_route[parameter] if parameter in by_route else world.by_parameter[parameter]
