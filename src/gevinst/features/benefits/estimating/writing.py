"""An estimate written into the values of a case file: into the assumption, and with its inputs beside it.

The inputs stand under `agreements.estimates.<assumption>`: `methods` holds those of each method with what
they came to, `used` names the one whose result the assumption has.
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from typing import Any

from gevinst.features.benefits.casework.paths import Data
from gevinst.features.benefits.estimating.inputs import Inputs
from gevinst.features.benefits.estimating.values import distribution, values
from gevinst.features.benefits.estimating.worked import Worked

PRINTED = ("decimals", "qualifier")  # of a figure that was printed; an estimate is not


@dataclass(frozen=True, slots=True)
class Statement:
    """What is said of an estimate beside its numbers: how well it is known, where from, on which day."""

    evidence: str
    source: str
    on: date


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
    assumption.update(values(inputs, worked))
    if "by_year" in assumption:
        assumption.pop("growth", None)
    assumption["distribution"] = distribution(inputs, worked, assumption)
    assumption["status"], assumption["method"] = "estimated", worked.method
    assumption["evidence"], assumption["n"] = said.evidence, worked.estimate.n
    assumption["source"] = {"document": said.source, "date": said.on.isoformat()}
    return data


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
