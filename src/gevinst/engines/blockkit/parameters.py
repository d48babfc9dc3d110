"""The block's parameters as typed values: the authority's own where set, else the manifest's."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

from gevinst.engines.blockkit.contract import Manifest

CASTS: Mapping[str, Callable[[str], object]] = {
    "str": str,
    "int": int,
    "decimal": Decimal,
    "date": date.fromisoformat,
}


def typed(manifest: Manifest, given: Mapping[str, str]) -> dict[str, object]:
    """Every parameter of the manifest by name. Raises ValueError for one that is not of its kind."""
    return {
        each.name: _cast(each.name, each.kind, given.get(each.name, each.default))
        for each in manifest.parameters
    }


def _cast(name: str, kind: str, value: str) -> object:
    try:
        return CASTS[kind](value)
    except (ValueError, ArithmeticError) as fault:
        raise ValueError(f"the parameter {name} is to be a {kind}, not {value!r}") from fault
