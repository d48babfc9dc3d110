"""What a case file keeps of an estimate: the inputs of each method, and the one that is used."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from gevinst.features.benefits.casework.paths import Data, value_at
from gevinst.features.benefits.estimating.inputs import Inputs
from gevinst.features.benefits.estimating.methods import work_out
from gevinst.features.benefits.estimating.values import values


def kept_methods(data: Data, name: str) -> dict[str, Inputs]:
    """The inputs of each method that the assumption has been estimated by; empty where by none."""
    found = value_at(data, ("agreements", "estimates", name, "methods"))
    if not isinstance(found, dict):
        return {}
    return {method: inputs for method, inputs in found.items() if isinstance(inputs, dict)}


def used_method(data: Data, name: str) -> str:
    """The method whose result the assumption has; "" for none."""
    return str(value_at(data, ("agreements", "estimates", name, "used")) or "")


def differs(data: Data, name: str, rates: Mapping[int, Decimal] | None = None) -> bool:
    """Whether the assumption has another value than what its estimate gives now."""
    methods, method = kept_methods(data, name), used_method(data, name)
    if method not in methods:
        return False
    try:
        wanted = values(methods[method], work_out(methods, method, rates))
    except (ValueError, KeyError, TypeError, AttributeError):
        return True
    held = value_at(data, ("assumptions", name))
    return not isinstance(held, dict) or any(held.get(key) != wanted[key] for key in wanted)
