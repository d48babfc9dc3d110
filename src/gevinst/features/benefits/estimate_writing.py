"""An estimate written into the values of a case file: into the assumption, and with its inputs beside it.

The inputs stand under `agreements.estimates.<assumption>`: `methods` holds those of each method with what
they came to, `used` names the one whose result the assumption has.
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from gevinst.features.benefits.casework.paths import Data, value_at
from gevinst.features.benefits.estimate_methods import (
    PROJECTION,
    THREE_POINT,
    Inputs,
    Worked,
    rounded,
    work_out,
)

ONE = Decimal(1)
PRINTED = ("decimals", "qualifier")  # of a figure that was printed; an estimate is not


@dataclass(frozen=True, slots=True)
class Statement:
    """What is said of an estimate beside its numbers: how well it is known, where from, on which day."""

    evidence: str
    source: str
    on: date


def kept_methods(data: Data, name: str) -> dict[str, Inputs]:
    """The inputs of each method that the assumption has been estimated by; empty where by none."""
    found = value_at(data, ("agreements", "estimates", name, "methods"))
    if not isinstance(found, dict):
        return {}
    return {method: inputs for method, inputs in found.items() if isinstance(inputs, dict)}


def used_method(data: Data, name: str) -> str:
    """The method whose result the assumption has; "" for none."""
    return str(value_at(data, ("agreements", "estimates", name, "used")) or "")


def kept(data: Data, name: str, inputs: Inputs, worked: Worked, on: date) -> Data:
    """The values with the inputs of one method kept; the assumption stays as it is."""
    data = deepcopy(data)
    held = _estimates(data).setdefault(name, {})
    methods = held.setdefault("methods", {})
    methods[worked.method] = {**_bare(inputs), "result": _result(worked, on)}
    return data


def used(data: Data, name: str, inputs: Inputs, worked: Worked, said: Statement) -> Data:
    """The values with the inputs kept and the result as the assumption's value, low and high."""
    data = kept(data, name, inputs, worked, said.on)
    _estimates(data)[name]["used"] = worked.method
    assumption = data.setdefault("assumptions", {}).setdefault(name, {})
    for gone in ("value", "by_year", "formula", *PRINTED):
        assumption.pop(gone, None)
    assumption.update(_values(inputs, worked))
    if "by_year" in assumption:
        assumption.pop("growth", None)
    assumption["distribution"] = _distribution(inputs, worked, assumption)
    assumption["status"], assumption["method"] = "estimated", worked.method
    assumption["evidence"], assumption["n"] = said.evidence, worked.estimate.n
    assumption["source"] = {"document": said.source, "date": said.on.isoformat()}
    return data


def differs(data: Data, name: str, rates: Mapping[int, Decimal] | None = None) -> bool:
    """Whether the assumption has another value than what its estimate gives now."""
    methods, method = kept_methods(data, name), used_method(data, name)
    if method not in methods:
        return False
    try:
        wanted = _values(methods[method], work_out(methods, method, rates))
    except (ValueError, KeyError, TypeError, AttributeError):
        return True
    held = value_at(data, ("assumptions", name))
    return not isinstance(held, dict) or any(held.get(key) != wanted[key] for key in wanted)


def _estimates(data: Data) -> dict[str, Any]:
    agreements = data.setdefault("agreements", {})
    found: dict[str, Any] = agreements.setdefault("estimates", {})
    return found


def _bare(inputs: Inputs) -> Data:
    return {key: value for key, value in inputs.items() if value is not None and key != "result"}


def _result(worked: Worked, on: date) -> Data:
    low, value, high = worked.three
    three = {"value": value, "low": low, "high": high}
    return {**three, "n": worked.estimate.n, "on": on.isoformat()}


def _values(inputs: Inputs, worked: Worked) -> Data:
    """What goes into the assumption: one value with low and high, or a value by year with factors."""
    low, value, high = worked.three
    if not by_year(inputs) or not value:
        return {"value": value, "low": low, "high": high}
    years = {str(year): rounded(each.value)[0] for year, each in worked.series.items()}
    estimate = worked.estimate
    ends = sorted(rounded(end / estimate.value)[0] for end in (estimate.low, estimate.high))
    return {"by_year": years, "low": min(ends[0], ONE), "high": max(ends[1], ONE)}


def by_year(inputs: Inputs) -> bool:
    """Whether a projection is written as a value for each year."""
    return inputs.get("write") == "by_year"


def _distribution(inputs: Inputs, worked: Worked, assumption: Data) -> str:
    """Three points as they were weighed; an interval of 80 % lies evenly about its middle where it can."""
    if worked.method == THREE_POINT:
        return "pert" if inputs.get("kind") == "pert" else "triangular"
    if worked.method == PROJECTION and "value" in assumption:
        low, value, high = (assumption[key] for key in ("low", "value", "high"))
        return "normal" if low + high == 2 * value else "triangular"
    return "triangular"
