"""Shares of parties as one types them, a line for each year they hold from."""

from __future__ import annotations

import re
from typing import Any

from gevinst.features.benefits.web.cases.typed.numbers import percent_or_text, shown_percent

_YEAR = re.compile(r"(\d{4})\s*:\s*(.+)")
_SHARE = re.compile(r"([a-z][a-z0-9_-]*)\s*[:=]?\s*([-+\d.,]+)\s*%?")


def read_shares(typed: str) -> Any:
    """A line of shares in per cent; several, each with the year that it holds from, as `2026: a 25, b 75`."""
    lines = [line.strip() for line in typed.splitlines() if line.strip()]
    dated = [_YEAR.fullmatch(line) for line in lines]
    if len(lines) == 1 and dated[0] is None:
        return _shared(lines[0]) or typed
    steps = [
        {"from": int(each[1]), "shares": shares}
        for each in dated
        if each is not None and (shares := _shared(each[2]))
    ]
    return steps if len(steps) == len(lines) else typed


def _shared(line: str) -> dict[str, Any] | None:
    parts = [part.strip() for part in re.split(r"[;]|,\s+", line) if part.strip()]
    found = [_SHARE.fullmatch(part) for part in parts]
    shares = {each[1]: percent_or_text(each[2]) for each in found if each is not None}
    whole = len(shares) == len(parts) and not any(isinstance(each, str) for each in shares.values())
    return shares if whole else None


def shown_shares(value: Any) -> str:
    """Shares in per cent, a line for each year they hold from."""
    if isinstance(value, list):
        return "\n".join(
            f"{each.get('from')}: {_shown_share(each.get('shares'))}" for each in value
        )
    return _shown_share(value)


def _shown_share(value: Any) -> str:
    if not isinstance(value, dict):
        return str(value)
    return "; ".join(f"{party} {shown_percent(share)} %" for party, share in value.items())
