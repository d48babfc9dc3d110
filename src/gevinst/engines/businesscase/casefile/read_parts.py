"""Risks, readings, transfers and quality benefits of a case file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gevinst.engines.businesscase.casefile.read_values import decimal, series, source
from gevinst.engines.businesscase.model.case_parts import Reading, RiskEntry, Transfer


def risk(data: Mapping[str, Any]) -> RiskEntry:
    """A risk; a consequence given as one number is low, likely and high."""
    three = (
        data["consequence"]
        if isinstance(data["consequence"], dict)
        else {"likely": data["consequence"]}
    )
    likely = decimal(three["likely"])
    return RiskEntry(
        id=data["id"],
        title=data["title"],
        probability=decimal(data["probability"]),
        low=decimal(three.get("low", likely)),
        likely=likely,
        high=decimal(three.get("high", likely)),
        category=data.get("category", ""),
        owner=data.get("owner", ""),
        mitigation=data.get("mitigation", ""),
        mitigation_cost=decimal(data.get("mitigation_cost", 0)),
        status=data.get("status", "open"),
        exposure=series(data.get("exposure") or {}),
    )


def reading(name: str, data: Mapping[str, Any]) -> Reading:
    """A reading with its assumptions replaced."""
    given = {key: decimal(value) for key, value in (data.get("assumptions") or {}).items()}
    return Reading(
        name=name,
        title=data["title"],
        assumptions=given,
        without=tuple(data.get("without") or ()),
        perspective=tuple(data.get("perspective") or ()),
        stated=data.get("stated", False),
        reason=data.get("reason", ""),
    )


def transfer(data: Mapping[str, Any]) -> Transfer:
    """A transfer between two parties."""
    return Transfer(data["id"], data["title"], data["from"], data["to"], series(data["amounts"]))


def quality(data: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a benefit that is not money."""
    numbers = {
        key: decimal(data[key])
        for key in ("before", "after", "target")
        if data.get(key) is not None
    }
    rest = {
        key: value
        for key, value in data.items()
        if key not in (*numbers, "source") and value is not None
    }
    return {**rest, **numbers, "source": source(data.get("source"))}
