"""The assumptions of a case as rows: value, method, the required one, and what is wrong."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from gevinst.engines.businesscase.estimators.precision import RANKS
from gevinst.features.benefits.casework.paths import Data
from gevinst.features.benefits.estimating.kept import differs, used_method
from gevinst.features.benefits.publishing.units import unit_words
from gevinst.features.benefits.queries.estimates.prices import rates_of
from gevinst.features.benefits.queries.estimates.requirement import requirement
from gevinst.features.benefits.web.cases.typed.numbers import shown_number
from gevinst.features.benefits.web.cases.words.evidence import METHODS
from gevinst.features.benefits.web.estimates.method_words import family_words


@dataclass(frozen=True, slots=True)
class Row:
    """One assumption: its value and range as shown, its method, the required one, and what is wrong."""

    name: str
    title: str
    value: str
    span: str
    unit: str
    method: str
    n: int | None
    required: str
    amount: Any
    coarse: bool
    stale: bool


def rows_of(data: Data, text: str) -> list[Row]:
    """A row for each assumption, those that move most first."""
    named = data.get("assumptions")
    held = named.items() if isinstance(named, dict) else ()
    rows = [_row(data, text, name, each) for name, each in held if isinstance(each, dict)]
    return sorted(rows, key=lambda row: -(row.amount or 0))


def _row(data: Data, text: str, name: str, held: Data) -> Row:
    required = requirement(text, name, timezone.localdate())
    method = str(held.get("method") or "")
    used = used_method(data, name)
    low, high = held.get("low"), held.get("high")
    return Row(
        name=name,
        title=str(held.get("title") or name),
        value=_value(held),
        span="" if low is None or high is None else f"{shown_number(low)} – {shown_number(high)}",
        unit=unit_words(str(held.get("unit") or "")),
        method=str(METHODS.get(method, method)),
        n=held.get("n") if isinstance(held.get("n"), int) else None,
        required=family_words(required.method) if required else "",
        amount=required.amount if required else None,
        coarse=bool(required and _coarse(method, required.method)),
        stale=bool(used) and differs(data, name, rates_of(text)),
    )


def _value(held: Data) -> str:
    if held.get("value") is not None:
        return shown_number(held["value"])
    if isinstance(held.get("by_year"), dict):
        return "; ".join(f"{year}: {shown_number(each)}" for year, each in held["by_year"].items())
    return str(held.get("formula") or "")


def _coarse(method: str, required: str) -> bool:
    """Whether a method that is ranked ranks lower than the required one."""
    rank = RANKS.get(method.replace("_", "-"))
    return rank is not None and rank < RANKS[required]
