"""Published figures of a case file and the checks that try to reach them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from gevinst.engines.businesscase.casefile.document import Document
from gevinst.engines.businesscase.casefile.read_values import decimal, formula, optional, source
from gevinst.engines.businesscase.model.published_figure import Check, PublishedFigure

PLAIN = ("unit", "decimals", "qualifier", "display", "status", "reason")


def figure(document: Document, at: int, data: Mapping[str, Any]) -> PublishedFigure:
    """A published figure. Raises: CaseFault for a formula that cannot be read."""
    checks = enumerate(data.get("checks") or ())
    return PublishedFigure(
        id=data["id"],
        title=data["title"],
        value=_value(data["value"]),
        source=source(data.get("source")),
        window=_window(data.get("window")),
        checks=tuple(
            _check(document, ("published", at, "checks", no), each, data["id"])
            for no, each in checks
        ),
        **{key: data[key] for key in PLAIN if data.get(key) is not None},
    )


def _window(value: Mapping[str, int] | None) -> tuple[int, int] | None:
    return (value["from"], value["to"]) if value else None


def _value(value: Any) -> Decimal | tuple[Decimal, ...] | bool | None:
    if value is None or isinstance(value, bool):
        return value
    return tuple(decimal(each) for each in value) if isinstance(value, list) else decimal(value)


def _check(
    document: Document, path: Sequence[str | int], data: Mapping[str, Any], own: str
) -> Check:
    return Check(
        id=data.get("id", own),
        formula=formula(document, data["formula"], (*path, "formula")),
        words=data.get("words", ""),
        reading=data.get("reading", ""),
        inputs={name: _input(value) for name, value in (data.get("inputs") or {}).items()},
        intervals={
            name: (decimal(low), decimal(high))
            for name, (low, high) in (data.get("intervals") or {}).items()
        },
        assumptions=tuple(data.get("assumptions") or ()),
        circular=data.get("circular", False),
        tolerance=optional(data.get("tolerance")),
        part_of_range=data.get("part_of_range", False),
        expects=_value(data.get("expects")),
        reason=data.get("reason", ""),
    )


def _input(value: Any) -> Decimal | tuple[Decimal, ...]:
    return tuple(decimal(each) for each in value) if isinstance(value, list) else decimal(value)
