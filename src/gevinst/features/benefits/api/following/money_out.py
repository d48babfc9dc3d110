"""What the API tells of the parties of a case, and of what it came to."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from gevinst.engines.businesscase.calculus.followed import Followed
from gevinst.features.benefits.models import BusinessCase
from gevinst.features.benefits.queries.following.parties import shared_case
from gevinst.features.benefits.queries.following.realised import followed_case
from gevinst.shared.errors import DomainError


def parties_out(case: BusinessCase) -> dict[str, Any]:
    """The case by party as `PartiesOut`. Raises `DomainError("invalid")` for faults."""
    shared = shared_case(case)
    if shared.parties is None:
        raise _faulty()
    split = shared.parties.split
    return {
        "years": shared.parties.result.years,
        "net": split.total,
        "parties": [{"party": name, "net": net} for name, net in split.net.items()],
        "notes": [note.code for note in shared.parties.notes],
    }


def realised_out(case: BusinessCase, today: date) -> dict[str, Any]:
    """The case against what came as `RealisedOut`. Raises `DomainError("invalid")` for faults."""
    followed = followed_case(case, today)
    if followed is None:
        raise _faulty()
    found = followed.realised
    return {
        "held_against": followed.held_against.number if followed.held_against else None,
        "original": followed.original.number if followed.original else None,
        "years": found.years,
        "rate": found.rate,
        "expected_net": found.expected,
        "forecast_net": found.forecast,
        "months_later": found.slippage.months,
        "effects": [_effect(one) for one in found.effects],
    }


def _effect(one: Followed) -> dict[str, Any]:
    return {
        "line": one.effect.line.id,
        "kind": one.effect.kind,
        "expected": one.expected,
        "actual": one.actual,
        "forecast": one.forecast,
        "rate": one.rate,
    }


def _faulty() -> DomainError:
    return DomainError(
        "invalid", _("The case has faults and cannot be worked out. Set them right first.")
    )
