"""What each party has of a line, as periods in which the shares are the same."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby

from gevinst.engines.businesscase.sharing.sharing_rule import Parts
from gevinst.features.benefits.web.following.frame import Facts
from gevinst.features.benefits.web.following.parties.words import party_words
from gevinst.shared.templatetags.gevinst import number


def differs(by_year: Mapping[int, Parts]) -> bool:
    """Whether more than one party has a share in it."""
    return len({name for parts in by_year.values() for name, share in parts.items() if share}) > 1


def shares_told(title: str, by_year: Mapping[int, Parts]) -> Facts:
    """A line's shares as periods in which they are the same."""
    told: list[tuple[str, str]] = []
    for parts, years in groupby(sorted(by_year), key=lambda year: _shares(by_year[year])):
        span = list(years)
        told.append((str(span[0]) if len(span) == 1 else f"{span[0]}–{span[-1]}", parts))
    return {"title": title, "periods": told, "changes": len(told) > 1}


def _shares(parts: Parts) -> str:
    return ", ".join(
        f"{party_words(name)} {number(float(share * 100), 0 if (share * 100).denominator == 1 else 1)} %"
        for name, share in parts.items()
        if share
    )
