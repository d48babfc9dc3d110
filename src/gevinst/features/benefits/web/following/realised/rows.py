"""One effect by year, and why a number is another than expected, as rows of a table."""

from __future__ import annotations

from decimal import Decimal

from gevinst.engines.businesscase.calculus.deviations import Explained
from gevinst.engines.businesscase.calculus.followed import Followed
from gevinst.features.benefits.queries.following.realised import FollowedCase
from gevinst.features.benefits.web.following.frame import Facts
from gevinst.features.benefits.web.following.realised.figures import percent
from gevinst.features.benefits.web.following.realised.words import KINDS, TERMS


def effect_row(followed: FollowedCase, each: Followed) -> Facts:
    """An effect by year with its rate, and its sums (DKK)."""
    lines = {line.id: line.title for line in followed.result.case.lines}
    return {
        "title": each.effect.line.title,
        "kind": KINDS[each.effect.kind],
        "cells": list(zip(followed.realised.years, each.expected, each.actual, strict=True)),
        "measured_on": [(name, lines[name]) for name in each.effect.measured_on],
        "rate": percent(each.rate),
        "low": each.effect.kind == "gain" and each.rate is not None and each.rate < Decimal("0.8"),
        "expected": sum(each.expected, Decimal(0)),
        "forecast": sum(each.forecast, Decimal(0)),
    }


def why_row(titles: dict[str, str], one: Explained) -> Facts:
    """What each term has moved a line by in a year (DKK)."""
    parts = [
        (TERMS[term], one.changes[term].expected, one.changes[term].actual, part)
        for term, part in one.parts.items()
    ]
    return {
        "title": titles[one.line],
        "year": one.year,
        "parts": parts,
        "other": one.other,
        "total": one.total,
    }
