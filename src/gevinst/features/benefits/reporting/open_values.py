"""Values as JSON has them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from decimal import Context, Decimal
from typing import Any

from gevinst.engines.businesscase.model.source import UNKNOWN, Source

# So many digits pass through the binary numbers of other programs unchanged.
DIGITS = Context(prec=15)


def source_data(source: Source) -> dict[str, Any] | None:
    """A source; None for one that is not known."""
    if source == UNKNOWN:
        return None
    return {**asdict(source), "line": source.line or None}


def plain(value: Any) -> Any:
    """A value as JSON has it: exact numbers with 15 digits at most, tuples as lists."""
    if isinstance(value, Decimal):
        short = DIGITS.plus(value)
        return int(short) if short == short.to_integral_value() else float(short)
    if isinstance(value, Mapping):
        return {str(key): plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple | set):
        return [plain(each) for each in value]
    if value is None or isinstance(value, bool | int | float):
        return value
    return str(value)
